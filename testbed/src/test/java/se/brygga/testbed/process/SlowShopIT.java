package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.brygga.simulators.Fault;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;

/** A shop takes requests and does not answer, with more orders than a worker makes calls at a time. */
class SlowShopIT {

    private static final String SLOW = "kajak-no";

    /** Of all shops together, in one worker. */
    private static final int CALLS_AT_A_TIME = 64;

    @Test
    void delaysNeitherTheOtherShopOfItsTenantNorOtherTenants() {
        try (World world = new World(37)) {
            world.starweb
                    .faults()
                    .add(Fault.share("GET /" + SLOW + "/api/v2/orders", Fault.Kind.HANG_BEFORE_COMMIT, 100));
            placeAndPay(world, SLOW, CALLS_AT_A_TIME + 16);
            await("calls that hang").atMost(Duration.ofMinutes(3)).until(() -> hanging(world) >= 8);

            List<OrderRef> others = new ArrayList<>(placeAndPay(world, "kajak-se", 15));
            others.addAll(placeAndPay(world, "te-butiken", 15));

            others.forEach(world::awaitTransferred);
            // Each call gives up after a minute, and then the next one may hang.
            assertThat(hanging(world)).isLessThan(CALLS_AT_A_TIME);
            world.starweb.faults().clear();
        }
    }

    private static int hanging(World world) {
        return world.starweb.faults().played().getFirst().hits();
    }

    private static List<OrderRef> placeAndPay(World world, String shop, int number) {
        List<OrderRef> orders = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            orders.add(Merchants.order(
                    shop,
                    world.starweb.placeAndPay(shop, OrderKind.PRIVATE_KLARNA).orderId()));
        }
        return orders;
    }
}
