package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
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

/**
 * The worker is killed before and after each remote call and each commit of a transfer, on the real Temporal server; then
 * another worker goes on. Each time the order is in Specter exactly once. Needs the {@code temporal} program.
 */
class CrashMatrixIT {

    private static final String SHOP = "te-butiken";

    /** A remote call of a transfer, as the simulators' faults name it. */
    private enum RemoteCall {
        FETCH(true, "GET /te-butiken/api/v2/orders/"),
        CUSTOMER(false, "action=newCustomerSubmit"),
        ARTICLES(false, "action=newArticleSubmit"),
        ORDER(false, "action=newOrderSubmit"),
        MARK(true, "PATCH /te-butiken/api/v2/orders/");

        final boolean starweb;
        final String match;

        RemoteCall(boolean starweb, String match) {
            this.starweb = starweb;
            this.match = match;
        }
    }

    /** What a transfer of a new customer with new articles commits in transactions, in this order. */
    private static final List<String> COMMITS = List.of("fetched", "attempt begun", "order confirmed", "marked");

    private static final List<OrderKind> KINDS =
            List.of(OrderKind.PRIVATE_KLARNA, OrderKind.COMPANY_INVOICE, OrderKind.COMPANY_EU_ZERO_VAT);

    private final Map<String, String> matrix = new LinkedHashMap<>();

    @Test
    void nothingIsLostAndNothingIsDoubleWhereverTheWorkerDies() throws Exception {
        assumeTrue(TemporalServer.program().isPresent(), "needs the temporal program: tools/temporal/build");
        Path folder = Files.createTempDirectory("brygga-crash");
        try (Database database = Database.embedded(folder.resolve("postgres"));
                TemporalServer temporal = TemporalServer.development(
                        TemporalServer.program().orElseThrow(), 0, null, folder.resolve("temporal.log"));
                StarwebSimulator starweb = StarwebSimulator.start(0, 5, Clock.systemUTC());
                SpecterSimulator specter = SpecterSimulator.start(0, 5, Clock.systemUTC());
                Apps apps = Apps.start(database, temporal, 0, Map.of("logging.level.root", "WARN"))) {
            Scene scene = new Scene(database, temporal, starweb, specter, apps);
            specter.quirks(8888).set("order.duplicate", "ERROR_WITH_NO");
            Merchants.setUp(apps, starweb, specter);
            apps.stopWorker();
            for (RemoteCall call : RemoteCall.values()) {
                scene.dieAtCall(call, Fault.Kind.HANG_BEFORE_COMMIT, "before " + call);
                scene.dieAtCall(call, Fault.Kind.HANG_AFTER_COMMIT, "after " + call);
            }
            // A crash point counts commits from the worker's start, so the orders before must be done with.
            scene.recover();
            for (int commit = 1; commit <= COMMITS.size(); commit++) {
                scene.dieAtCommit(commit, true, "before commit: " + COMMITS.get(commit - 1));
                scene.dieAtCommit(commit, false, "after commit: " + COMMITS.get(commit - 1));
            }
            scene.recover();
        }
        System.out.println("Crash matrix (kill -9 of the worker, real Temporal server):");
        matrix.forEach((point, outcome) -> System.out.printf("  %-32s %s%n", point, outcome));
        assertThat(matrix.values()).allMatch(outcome -> outcome.startsWith("once"));
    }

    private final class Scene {

        private final StarwebSimulator starweb;
        private final SpecterSimulator specter;
        private final Apps apps;
        private final Map<String, String> properties;
        private final Map<String, OrderRef> victims = new LinkedHashMap<>();

        Scene(
                Database database,
                TemporalServer temporal,
                StarwebSimulator starweb,
                SpecterSimulator specter,
                Apps apps) {
            this.starweb = starweb;
            this.specter = specter;
            this.apps = apps;
            this.properties = Apps.properties(database, temporal, 0, Map.of("logging.level.root", "WARN"));
        }

        void dieAtCall(RemoteCall call, Fault.Kind kind, String point) {
            var faults = call.starweb ? starweb.faults() : specter.faults();
            faults.add(Fault.times(call.match, kind, 1));
            try (WorkerProcess worker = WorkerProcess.start(properties, List.of())) {
                place(point);
                await(point)
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> faults.played().getFirst().hits() == 1);
                worker.kill();
            } finally {
                faults.clear();
            }
        }

        void dieAtCommit(int commit, boolean before, String point) {
            List<String> crash = List.of("-Dcrash.commit=" + commit, "-Dcrash.before=" + before);
            try (WorkerProcess worker = WorkerProcess.start(properties, crash)) {
                place(point);
                worker.awaitCrashPoint();
                worker.kill();
            }
        }

        private void place(String point) {
            OrderKind kind = KINDS.get(victims.size() % KINDS.size());
            victims.put(
                    point, Merchants.order(SHOP, starweb.placeAndPay(SHOP, kind).orderId()));
        }

        /** Another worker goes on until every order has arrived. */
        void recover() {
            try (WorkerProcess successor = WorkerProcess.start(properties, List.of())) {
                assertThat(successor.isAlive()).isTrue();
                await("all orders after the crashes")
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> victims.values().stream().allMatch(this::arrived));
            }
            victims.forEach((point, order) -> matrix.put(point, outcome(order)));
        }

        private boolean arrived(OrderRef order) {
            return apps.bean(OrderLists.class)
                    .find(order)
                    .filter(line -> line.specterNumber() != null || line.cause() != null)
                    .isPresent();
        }

        private String outcome(OrderRef order) {
            OrderLists.Line line = apps.bean(OrderLists.class).find(order).orElseThrow();
            long copies = specter.orders(Merchants.account(SHOP)).stream()
                    .filter(o -> o.externalNo().equals(Merchants.externalNo(order)))
                    .count();
            return copies == 1 && line.specterNumber() != null
                    ? "once, as " + line.specterNumber()
                    : copies + " times, waits for " + line.cause();
        }
    }
}
