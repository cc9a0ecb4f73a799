package se.brygga.testbed.process;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.simulators.starweb.StarwebSimulator.Drift;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.OrderSummary;
import se.brygga.simulators.starweb.shop.WebHookSender.Disturbance;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;

/** No web hook ever comes: the intake alone finds every order, whatever moves while it looks. */
class WatermarkIT {

    private static final String SHOP = "te-butiken";
    private static final int MORE_THAN_A_PAGE = 130;

    @AutoClose
    private static World world;

    @BeforeAll
    static void start() {
        world = new World(53, Instant.EPOCH);
    }

    @BeforeEach
    void noHooks() {
        world.starweb.webHooks().disturb(new Disturbance(100, 0, 0, Duration.ZERO));
    }

    @Test
    void ordersOfTheSameSecondOverTwoPagesAreAllFound() {
        world.starweb.placeAtOnce(SHOP, OrderKind.PRIVATE_KLARNA, MORE_THAN_A_PAGE);

        awaitAllKnown();
    }

    @ParameterizedTest
    @EnumSource(Drift.class)
    void whatMovesBetweenTwoPagesHidesNoOrder(Drift drift) {
        world.starweb.placeAtOnce(SHOP, OrderKind.PRIVATE_KLARNA, MORE_THAN_A_PAGE);
        world.starweb.driftAfterNextPage(SHOP, drift);

        awaitAllKnown();
    }

    @Test
    void theSweepFindsAnOrderThatWasPaidLongAfterItWasPlaced() {
        awaitAllKnown();
        OrderSummary old = world.starweb.orders(SHOP).stream()
                .filter(order -> !order.complete())
                .findFirst()
                .orElseThrow();
        // By default a payment does not raise modifiedAt (O-9), so no scan by change can see it.
        world.starweb.pay(SHOP, old.orderId());
        OrderRef order = Merchants.order(SHOP, old.orderId());

        await().atMost(Duration.ofMinutes(3)).until(() -> {
            // Each time, since a scan that runs just now writes the mark back.
            world.apps
                    .bean(JdbcClient.class)
                    .sql("update intake_mark set swept_at = swept_at - interval '2 hours'")
                    .update();
            world.lookNow(SHOP);
            return world.line(order).isPresent();
        });
    }

    private static void awaitAllKnown() {
        await().atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    world.lookNow(SHOP);
                    List<Long> complete = world.starweb.orders(SHOP).stream()
                            .filter(OrderSummary::complete)
                            .map(OrderSummary::orderId)
                            .toList();
                    return complete.stream()
                            .allMatch(orderId ->
                                    world.line(Merchants.order(SHOP, orderId)).isPresent());
                });
    }
}
