package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.store.IntakeBook;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.sim.Fault;
import se.brygga.testbed.starweb.OrderKind;
import se.brygga.testbed.starweb.StarwebSimulator;
import se.brygga.testbed.starweb.StarwebSimulator.Drift;
import se.brygga.testbed.starweb.WebHookSender.Disturbance;
import se.brygga.workflows.ShopRef;

/** No web hook ever comes: the intake alone finds every order, whatever moves while it looks. */
class WatermarkIT {

    private static final String SHOP = "te-butiken";
    private static final ShopRef REF = new ShopRef("tehuset", SHOP);
    private static final int MORE_THAN_A_PAGE = 130;

    private static World world;

    @BeforeAll
    static void start() {
        world = new World(53, Instant.EPOCH);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void noHooks() {
        world.starweb.webHooks().disturb(new Disturbance(100, 0, 0, Duration.ZERO));
    }

    @AfterEach
    void calm() {
        world.starweb.faults().clear();
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
    void aScanThatBreaksOffLeavesTheMarkWhereItWas() {
        awaitAllKnown();
        Instant before = mark().watermark();
        world.starweb.faults().add(Fault.share("sortBy=modifiedAt.*page=2", Fault.Kind.STATUS, 100));
        world.starweb.placeAtOnce(SHOP, OrderKind.PRIVATE_KLARNA, MORE_THAN_A_PAGE);
        world.lookNow(SHOP);
        await().until(() -> world.starweb.faults().played().getFirst().hits() > 0);

        assertThat(mark().watermark()).isEqualTo(before);

        world.starweb.faults().clear();
        awaitAllKnown();
    }

    @Test
    void theSweepFindsAnOrderThatWasPaidLongAfterItWasPlaced() {
        awaitAllKnown();
        StarwebSimulator.OrderSummary old = world.starweb.orders(SHOP).stream()
                .filter(order -> !order.complete())
                .findFirst()
                .orElseThrow();
        // By default a payment does not raise modifiedAt (O-9), so no scan by change can see it.
        world.starweb.pay(SHOP, old.orderId());
        world.apps
                .bean(JdbcClient.class)
                .sql("update intake_mark set swept_at = swept_at - interval '2 hours'")
                .update();

        awaitAllKnown();
    }

    private static IntakeBook.Mark mark() {
        return world.apps.bean(IntakeBook.class).begin(REF, Instant.EPOCH);
    }

    private static void awaitAllKnown() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    world.lookNow(SHOP);
                    List<Long> complete = world.starweb.orders(SHOP).stream()
                            .filter(StarwebSimulator.OrderSummary::complete)
                            .map(StarwebSimulator.OrderSummary::orderId)
                            .toList();
                    return complete.stream()
                            .allMatch(orderId ->
                                    world.line(Merchants.order(SHOP, orderId)).isPresent());
                });
    }
}
