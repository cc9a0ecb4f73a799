package se.brygga.activities.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.RemoteFailure;

/** On a clock that only moves while somebody waits, so that minutes take no time and each request has its exact one. */
@Timeout(120)
class ShopBudgetsTest {

    private static final String SHOP = "nordkajak/kajak-se";
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final AtomicLong now = new AtomicLong(Duration.ofDays(20_000).toNanos());
    private ShopBudgets budgets;

    @BeforeEach
    void onTheTestsClock() {
        budgets = new ShopBudgets(
                TestDatabase.empty(),
                new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return now.get();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return true;
                    }
                },
                now::addAndGet);
    }

    @ParameterizedTest
    @CsvSource({"100, ORDER", "100, LATER", "300, ORDER", "300, LATER", "50, LATER"})
    void usesItsBudgetAndNoMinuteSeesMore(int perMinute, Urgency urgency) {
        List<Long> taken = new ArrayList<>();
        long begin = now.get();
        while (now.get() < begin + 3 * MINUTE) {
            budgets.take(SHOP, perMinute, urgency);
            taken.add(now.get());
        }

        for (int first = 0; first < taken.size(); first++) {
            long end = taken.get(first) + MINUTE;
            assertThat(taken.subList(first, taken.size()).stream()
                            .filter(time -> time < end)
                            .count())
                    .isLessThanOrEqualTo(perMinute);
        }
        for (int minute = 0; minute < 3; minute++) {
            long from = begin + minute * MINUTE;
            assertThat(taken.stream()
                            .filter(time -> time >= from && time < from + MINUTE)
                            .count())
                    .as("minute " + minute)
                    .isGreaterThanOrEqualTo(perMinute * 95L / 100);
        }
    }

    @Test
    void leavesHalfOfTheBurstForOrders() {
        for (int i = 0; i < 200; i++) {
            budgets.take(SHOP, 800, Urgency.LATER);
        }

        long before = now.get();
        for (int i = 0; i < 16; i++) {
            budgets.take(SHOP, 800, Urgency.ORDER);
        }

        assertThat(now.get()).as("orders did not wait").isEqualTo(before);
    }

    @Test
    void stocksWaitUntilOrdersHaveGone() {
        for (int i = 0; i < 32; i++) {
            budgets.take(SHOP, 800, Urgency.ORDER);
        }

        long before = now.get();
        budgets.take(SHOP, 800, Urgency.LATER);

        // Seventeen requests at 12.8 a second: the sixteen that stay, and its own.
        assertThat(Duration.ofNanos(now.get() - before)).isGreaterThan(Duration.ofMillis(1_320));
    }

    @Test
    void saysHowLongItTakesWhenThatIsTooLong() {
        budgets.take(SHOP, 10, Urgency.ORDER);

        for (Urgency urgency : Urgency.values()) {
            assertThatThrownBy(() -> budgets.take(SHOP, 10, urgency))
                    .isInstanceOfSatisfying(RemoteFailure.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.BUSY);
                        assertThat(failure.retryAfter()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
                    });
        }
    }

    /** Sixteen see the same free request at the same moment. */
    @Test
    void manyWritersTakeNoMoreThanOne() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> writes = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                writes.add(() -> {
                    budgets.take(SHOP, 800, Urgency.LATER);
                    return true;
                });
            }
            for (Future<Boolean> write : threads.invokeAll(writes)) {
                assertThat(write.get()).isTrue();
            }
        }

        long before = now.get();
        for (int i = 0; i < 16; i++) {
            budgets.take(SHOP, 800, Urgency.ORDER);
        }
        assertThat(now.get()).as("orders did not wait").isEqualTo(before);
    }
}
