package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.brygga.activities.store.OrderLists;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;
import se.brygga.testbed.sim.Fault;
import se.brygga.testbed.specter.SpecterSimulator;
import se.brygga.testbed.starweb.OrderKind;
import se.brygga.testbed.starweb.StarwebSimulator;
import se.brygga.workflows.OrderRef;

/** Temporal's data is thrown away in the middle of transfers; the database is kept. */
class LostEngineIT {

    private static final String SHOP = "kajak-se";

    @Test
    void everythingGoesOnWithAnEmptyTemporalWithoutDoubles() throws Exception {
        Path folder = Files.createTempDirectory("brygga-lost");
        try (Database database = Database.embedded(folder.resolve("postgres"));
                StarwebSimulator starweb = StarwebSimulator.start(0, 9, Clock.systemUTC());
                SpecterSimulator specter = SpecterSimulator.start(0, 9, Clock.systemUTC())) {
            specter.quirks(9999).set("order.duplicate", "ERROR_WITH_NO");
            List<OrderRef> orders = new ArrayList<>();
            try (TemporalServer first = server(folder, "first.log");
                    Apps apps = Apps.start(database, first, 0, Map.of("logging.level.root", "WARN"))) {
                Merchants.setUp(apps, starweb, specter);
                place(starweb, orders, 5);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> orders.stream().allMatch(o -> inSpecter(apps, o)));
                // These are sent, but their answers never come: the hardest moment to lose the engine in.
                specter.faults().add(Fault.times("action=newOrderSubmit", Fault.Kind.DROP_AFTER_COMMIT, 0));
                place(starweb, orders, 5);
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> specter.orders(9999).size() == 10);
            }
            specter.faults().clear();
            try (TemporalServer second = server(folder, "second.log");
                    Apps apps = Apps.start(database, second, 0, Map.of("logging.level.root", "WARN"))) {
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> orders.stream().allMatch(o -> inSpecter(apps, o)));
                assertThat(specter.orders(9999)).hasSize(orders.size());
            }
        }
    }

    private static TemporalServer server(Path folder, String log) {
        return TemporalServer.program()
                .map(program -> TemporalServer.development(program, 0, null, folder.resolve(log)))
                .orElseGet(TemporalServer::inMemory);
    }

    private static void place(StarwebSimulator starweb, List<OrderRef> orders, int count) {
        for (int i = 0; i < count; i++) {
            orders.add(Merchants.order(
                    SHOP, starweb.placeAndPay(SHOP, OrderKind.T1).orderId()));
        }
    }

    private static boolean inSpecter(Apps apps, OrderRef order) {
        return apps.bean(OrderLists.class)
                .find(order)
                .filter(line -> line.specterNumber() != null)
                .isPresent();
    }
}
