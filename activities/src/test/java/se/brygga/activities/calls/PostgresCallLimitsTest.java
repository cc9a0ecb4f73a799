package se.brygga.activities.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.sql.TestDatabase;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.RemoteFailure;

@Tag("slow")
class PostgresCallLimitsTest {

    private CallLimits oneWorker;
    private CallLimits anotherWorker;

    @BeforeEach
    void twoWorkers() {
        DataSource source = TestDatabase.empty();
        oneWorker = new PostgresCallLimits(JdbcClient.create(source), source);
        anotherWorker = new PostgresCallLimits(JdbcClient.create(source), source);
    }

    @Test
    void onePlaceIsOnePlaceOverAllWorkers() {
        try (CallLimits.Permit lease = oneWorker.acquire("nordkajak", 1)) {
            assertBusy(() -> anotherWorker.acquire("nordkajak", 1));
            assertThat(lease).isNotNull();
        }
        anotherWorker.acquire("nordkajak", 1).close();
    }

    @Test
    void onesTroubleDoesNotTakeAnothersPlace() {
        try (CallLimits.Permit lease = oneWorker.acquire("nordkajak", 1)) {
            oneWorker.acquire("tehuset", 1).close();
            assertThat(lease).isNotNull();
        }
    }

    @Test
    void aTenantWithMoreToDoThanPlacesLeavesThreadsForOthers() throws Exception {
        DataSource source = TestDatabase.source();
        int tooMany = 6;
        CountDownLatch turnedAway = new CountDownLatch(tooMany);
        try (PostgresCallLimits limits = new PostgresCallLimits(
                        JdbcClient.create(source), source, Duration.ofSeconds(10), Duration.ofMinutes(1));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CallLimits.Permit lease = limits.acquire("nordkajak", 1);
            List<Future<Boolean>> served = Stream.generate(() -> threads.submit(() -> served(limits, turnedAway)))
                    .limit(PostgresCallLimits.WAITERS_PER_TENANT + tooMany)
                    .toList();

            assertThat(turnedAway.await(60, TimeUnit.SECONDS)).isTrue();
            lease.close();

            for (Future<Boolean> one : served) {
                one.get();
            }
            assertThat(served.stream().filter(Future::resultNow)).hasSize(PostgresCallLimits.WAITERS_PER_TENANT);
        }
    }

    private static boolean served(CallLimits limits, CountDownLatch turnedAway) {
        try {
            limits.acquire("nordkajak", 1).close();
            return true;
        } catch (RemoteFailure busy) {
            turnedAway.countDown();
            return false;
        }
    }

    @Test
    void aPlaceWhoseWorkerDiedComesFreeByItself() {
        DataSource source = TestDatabase.source();
        CallLimits.Permit neverGivenBack;
        try (PostgresCallLimits dying = new PostgresCallLimits(
                JdbcClient.create(source), source, Duration.ofMillis(300), Duration.ofSeconds(2))) {
            neverGivenBack = dying.acquire("nordkajak", 1);
        }

        anotherWorker.acquire("nordkajak", 1).close();

        assertThat(neverGivenBack).isNotNull();
    }

    @Test
    void aPlaceIsKeptForAsLongAsItsWorkerLives() {
        DataSource source = TestDatabase.source();
        JdbcClient jdbc = JdbcClient.create(source);
        try (PostgresCallLimits living =
                        new PostgresCallLimits(jdbc, source, Duration.ofMinutes(5), Duration.ofSeconds(2));
                CallLimits.Permit lease = living.acquire("nordkajak", 1)) {
            jdbc.sql("update call_place set leased_until = clock_timestamp()").update();

            living.renew();

            assertBusy(() -> anotherWorker.acquire("nordkajak", 1));
            assertThat(lease).isNotNull();
        }
    }

    @Test
    void theBudgetHoldsOverAllWorkers() {
        // Of one a minute the second one comes after a minute, however busy the machine is.
        oneWorker.takeFromBudget("nordkajak/kajak-se", 1, Urgency.ORDER);

        assertBusy(() -> anotherWorker.takeFromBudget("nordkajak/kajak-se", 1, Urgency.ORDER));
        assertBusy(() -> anotherWorker.takeFromBudget("nordkajak/kajak-se", 1, Urgency.LATER));
        anotherWorker.takeFromBudget("nordkajak/kajak-no", 20, Urgency.ORDER);
    }

    @Test
    void waitsForABudgetThatComesSoon() {
        for (int i = 0; i < 4; i++) {
            // Of 60 a minute two go at once, and one each second.
            (i % 2 == 0 ? oneWorker : anotherWorker).takeFromBudget("nordkajak/kajak-se", 60, Urgency.ORDER);
        }
    }

    private static void assertBusy(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(RemoteFailure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.BUSY);
            assertThat(failure.retryAfter()).isPositive();
        });
    }
}
