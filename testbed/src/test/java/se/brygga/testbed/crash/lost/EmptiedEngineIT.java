package se.brygga.testbed.crash.lost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.brygga.activities.orders.OrderLists;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.testbed.kit.Apps;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;
import se.brygga.workflows.OrderRef;

/** An empty Temporal comes back in the old one's place, while a worker and a starter run: they take it up by themselves. */
@ExtendWith(SimulatorsAtWork.class)
class EmptiedEngineIT {

    private static final String SHOP = "te-butiken";

    /** Connections and polls that have failed for long are tried again after up to a minute. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    private final Deque<TemporalServer> engines = new ArrayDeque<>();

    @Test
    void runningAppsTakeUpAnEmptyTemporalByThemselves(StarwebSimulator starweb, SpecterSimulator specter)
            throws Exception {
        assumeTrue(TemporalServer.program().isPresent());
        Path program = TemporalServer.program().orElseThrow();
        TemporalServer first = TemporalServer.development(program, 0, folder.resolve("first"));
        engines.push(first);
        try (Database database = Database.embedded(folder.resolve("postgres"));
                // The last one ends after the apps: what they leave behind is looked through when they are closed.
                AutoCloseable _ = () -> engines.pop().close();
                Apps apps = Apps.start(database, first, 0, Map.of("logging.level.root", "WARN"))) {
            Merchants.setUp(apps, starweb, specter);
            OrderRef before = place(starweb);
            until("an order in Specter", () -> isInSpecter(apps, before));

            engines.pop().close();
            until("health says so", () -> !isUp(apps.workerPages()) && !isUp(apps.starterPages()));
            OrderRef meanwhile = place(starweb);
            int port = URI.create("temporal://" + first.address()).getPort();
            engines.push(TemporalServer.emptied(program, port, folder.resolve("second")));
            OrderRef after = place(starweb);

            until("both orders in Specter", () -> isInSpecter(apps, meanwhile) && isInSpecter(apps, after));
            until("health is up again", () -> isUp(apps.workerPages()) && isUp(apps.starterPages()));
            for (OrderRef order : List.of(before, meanwhile, after)) {
                assertThat(specter.account(Merchants.account(SHOP)).orders())
                        .filteredOn(inSpecter -> inSpecter.externalNo().equals(Merchants.externalNo(order)))
                        .hasSize(1);
            }
        }
    }

    private static OrderRef place(StarwebSimulator starweb) {
        return Merchants.order(SHOP, starweb.placeAndPay(SHOP, OrderKind.T1).orderId());
    }

    private static boolean isInSpecter(Apps apps, OrderRef order) {
        return apps.bean(OrderLists.class)
                .find(order)
                .filter(line -> line.specterNumber() != null)
                .isPresent();
    }

    private static boolean isUp(URI app) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(app.resolve("/actuator/health"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        }
    }

    private static void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(condition);
    }
}
