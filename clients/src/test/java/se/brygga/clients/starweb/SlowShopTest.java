package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.Variant.VariantRef;

/** A shop that takes requests and does not answer keeps a few threads busy, and no more. */
@Timeout(60)
class SlowShopTest {

    private static final String NOTHING = "{\"data\":[]}";

    private final ShopOnTheWire shop = new ShopOnTheWire();
    private final CountDownLatch go = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        go.countDown();
        threads.close();
        shop.close();
    }

    @Test
    void turnsAwayWhatIsMoreThanItsPartOfTheThreads() throws Exception {
        List<Future<?>> slow = slowly(8, () -> shop.client.orderStatuses());

        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, shop.client::orderStatuses);

        assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.BUSY);
        assertThat(failure.code()).isEqualTo("no-place");
        assertThat(shop.stub.asked()).hasSize(8);
        go.countDown();
        for (Future<?> call : slow) {
            call.get();
        }
        shop.stub.answers(NOTHING);
        assertThat(shop.client.orderStatuses()).isEmpty();
    }

    @Test
    void aPushLeavesTheOrdersTheirPlaces() throws Exception {
        slowly(16, () -> shop.stock.putStock(new VariantRef(1, 1), 2, BigDecimal.ONE, null, 9));
        shop.stub.answers(NOTHING);

        assertThat(shop.client.orderStatuses()).isEmpty();
        assertThat(shop.budget.urgencies)
                .startsWith(Urgency.ORDER)
                .endsWith(Urgency.ORDER)
                .hasSize(18);
        assertThat(shop.budget.urgencies.subList(1, 17)).containsOnly(Urgency.LATER);
    }

    /** So many calls, each with the shop when this returns. */
    private List<Future<?>> slowly(int number, Runnable call) {
        List<Future<?>> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            shop.stub.plays(StarwebStub.after(go, 200, NOTHING));
            calls.add(threads.submit(call));
        }
        while (shop.stub.asked().size() < number) {
            Thread.onSpinWait();
        }
        return calls;
    }
}
