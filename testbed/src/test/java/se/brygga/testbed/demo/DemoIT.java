package se.brygga.testbed.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.crypto.Keyset;
import se.brygga.simulators.Fault;
import se.brygga.simulators.SimulatorsAtWork;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.testbed.kit.Database;
import se.brygga.testbed.kit.FreePort;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.kit.TemporalServer;

/** The demo as its user meets it: as a process, by what it prints and by its exit code. */
@ExtendWith(SimulatorsAtWork.class)
class DemoIT {

    private static final String ROW = "\\d+ +(kajak-se|kajak-no|te-butiken) +\\d+\\.\\d{2} (SEK|NOK|EUR) +\\d+ +\\d+";

    @TempDir
    private Path folder;

    private static final String BACK_ROW = "(kajak-se|kajak-no|te-butiken) \\S+ +\\S.* \\d+";

    @Test
    void onceCarriesAnOrderOfEachKindPrintsThemAsATableAndLeavesNothingRunning() throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder, "demo", "--once")) {
            demo.awaitSaid("orders are placed");
            List<ProcessHandle> servers = demo.servers();
            assertThat(servers).isNotEmpty();

            assertThat(demo.exit()).as(demo.said()).isZero();

            List<String> table = demo.said()
                    .lines()
                    .dropWhile(line -> !line.startsWith("ORDER"))
                    .takeWhile(line -> !line.isBlank())
                    .toList();
            assertThat(table.getFirst()).matches("ORDER +SHOP +TOTAL +SPECTER +MS");
            assertThat(table).hasSize(1 + OrderKind.values().length);
            assertThat(table.subList(1, table.size())).allMatch(row -> row.matches(ROW));
            assertThat(table)
                    .extracting(String::length)
                    .containsOnly(table.getFirst().length());
            assertThat(demo.said())
                    .contains(OrderKind.values().length + " orders placed", "to the öre, 0 not.")
                    .contains("4 changes to products in Starweb, 4 made in Specter, 0 not.")
                    .doesNotContain("NOT RIGHT");
            assertBackInTheShops(demo.said());
            assertAllEnd(servers);
            assertThat(folder.resolve(".brygga/demo.env")).doesNotExist();
        }
    }

    private static void assertBackInTheShops(String said) {
        List<String> table = said.lines()
                .dropWhile(line -> !line.startsWith("SHOP"))
                .takeWhile(line -> !line.isBlank())
                .toList();
        assertThat(table.getFirst()).matches("SHOP +IN SPECTER +THE SHOP SHOWS +MS");
        assertThat(table.subList(1, table.size())).hasSize(15).allMatch(row -> row.matches(BACK_ROW));
        assertThat(table)
                .anyMatch(row -> row.matches(".*delivered, parcels: 1 +completed, 3735\\d+, captured .*"))
                .anyMatch(row -> row.matches(".*delivered, parcels: 3 +completed, 3735\\d+.*"))
                .anyMatch(row -> row.matches(".*part-delivered, parcels: 1 +created.*"))
                .anyMatch(row -> row.matches(".*cancelled +canceled.*"))
                .anyMatch(row -> row.matches(".*sold out +0, Slut i lager .*"))
                .anyMatch(row -> row.matches(".*back, 9 of it +\\d+, I lager .*"))
                .anyMatch(row -> row.matches("kajak-no KAJ-012 +till: sold 2 +\\d+, I lager .*"))
                .anyMatch(row -> row.matches("te-butiken TE-006 +till: 1 came back +\\d+, .*"))
                .anyMatch(row -> row.matches(".*price is (\\S+) +price \\1 .*"));
        assertThat(said.stripTrailing().lines().toList().getLast())
                .isEqualTo("15 changes in Specter, 15 shown in the shops, 0 not.");
    }

    @Test
    void onceEndsWithOneAndSaysWhatTheShopDoesNotShow() throws Exception {
        String setup = Merchants.file();
        String withoutCapture = setup.replace("mail: true, capture: true", "mail: true, capture: false");
        assertThat(withoutCapture).isNotEqualTo(setup);
        Path file = Files.writeString(folder.resolve("setup.yaml"), withoutCapture);

        try (DemoProcess demo = DemoProcess.start(folder, "demo", "--once", "--setup", file.toString())) {
            assertThat(demo.exit()).as(demo.said()).isEqualTo(1);
            assertThat(demo.said())
                    .containsPattern("NOT RIGHT: kajak-se \\d+ \\(delivered, parcels: 1\\) the payment is reserved");
        }
    }

    @Test
    void onceEndsWithOneAndSaysWhichOrderWaitsForWhat() throws Exception {
        String setup = Merchants.file();
        String withoutSwish = setup.replaceAll("(?m)^ *swish:.*\\n", "");
        assertThat(withoutSwish).isNotEqualTo(setup);
        Path file = Files.writeString(folder.resolve("setup.yaml"), withoutSwish);

        try (DemoProcess demo = DemoProcess.start(folder, "demo", "--once", "--setup", file.toString())) {
            assertThat(demo.exit()).as(demo.said()).isEqualTo(1);
            assertThat(demo.said())
                    .containsPattern("NOT RIGHT: order \\S+ \\(GUEST_SWISH\\) waits for payment-not-mapped")
                    .contains("to the öre, 1 not.");
        }
    }

    @Test
    void aTerminatedDemoLeavesNoProcessBehindAndASecondOneDoesNotDisturbIt() throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder, "demo")) {
            demo.awaitSaid("Ctrl-C ends everything.");
            demo.awaitSaid("in Specter as");
            demo.awaitSaid("delivered in Specter → completed");
            demo.awaitSaid("till of ");

            try (DemoProcess second = DemoProcess.start(folder, "demo", "--once")) {
                assertThat(second.exit()).isEqualTo(1);
                assertThat(second.said()).contains("a demo runs here already (process " + demo.pid() + ")");
            }
            List<ProcessHandle> servers = demo.servers();
            assertThat(servers).isNotEmpty().allMatch(ProcessHandle::isAlive);
            assertThat(folder.resolve(".brygga/demo.env")).exists();

            int before = demo.said().length();
            demo.terminate();

            demo.exit();
            assertThat(demo.said().substring(before)).doesNotContain("\tat ").doesNotContain("could not stop");
            assertAllEnd(servers);
            assertThat(folder.resolve(".brygga/demo.env")).doesNotExist();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"initdb", "postgres", "temporal"})
    void aDemoTerminatedWhileItStartsLeavesNoProcessBehind(String stage) throws Exception {
        assumeTrue(!stage.equals("temporal") || TemporalServer.program().isPresent());
        try (DemoProcess demo = DemoProcess.start(folder, "demo")) {
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> demo.servers().stream().anyMatch(server -> is(server, stage)));
            List<ProcessHandle> servers = demo.servers();

            demo.terminate();

            demo.exit();
            assertAllEnd(servers);
            assertAllEnd(demo.servers());
            assertThat(demo.said()).doesNotContain("\tat ");
        }
    }

    private static boolean is(ProcessHandle server, String program) {
        return server.info()
                .commandLine()
                .filter(line -> line.contains("/" + program))
                .isPresent();
    }

    @Test
    void namesTheOptionWhenAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DemoProcess demo = DemoProcess.start(
                        folder, Map.of(), List.of("demo", "--port", Integer.toString(taken.getLocalPort())))) {
            assertThat(demo.exit()).isEqualTo(1);
            assertThat(demo.said()).contains("--port=PORT").doesNotContain("\tat ");
            assertThat(demo.servers()).isEmpty();
        }
    }

    @Test
    void saysWhatToDoWhenPostgresqlCannotBeUnpacked() throws Exception {
        Path file = Files.writeString(folder.resolve("in-the-way"), "");
        try (DemoProcess demo = DemoProcess.start(
                folder,
                Map.of("JDK_JAVA_OPTIONS", "-Dot.epg.working-dir=" + file),
                DemoProcess.onFreePorts("demo", "--once"))) {
            assertThat(demo.exit()).isEqualTo(1);
            assertThat(demo.said()).contains("BRYGGA_DB_URL", "MB free").doesNotContain("\tat ");
        }
    }

    @Test
    void realOrdersNeedADatabaseThatStaysAndAKeyOfTheirOwn() throws Exception {
        List<String> arguments = List.of("demo", "--no-simulators", "--setup", "merchant.yaml");
        try (DemoProcess demo = DemoProcess.start(folder, Map.of(), arguments)) {
            assertThat(demo.exit()).isEqualTo(2);
            assertThat(demo.said()).contains("set BRYGGA_DB_URL");
        }
        Map<String, String> database = Map.of("BRYGGA_DB_URL", "jdbc:postgresql://127.0.0.1:1/brygga");
        try (DemoProcess demo = DemoProcess.start(folder, database, arguments)) {
            assertThat(demo.exit()).isEqualTo(2);
            assertThat(demo.said()).contains("BRYGGA_KEY");
        }
    }

    /** First nobody is there, then a shop is busy; the demo goes on by itself each time. */
    @Test
    void aRunAgainstRealSystemsWaitsForThoseThatAreNotThereYet(StarwebSimulator starweb, SpecterSimulator specter)
            throws Exception {
        assumeTrue(TemporalServer.program().isPresent());
        int port = FreePort.pick();
        try (Database database = Database.embedded(folder.resolve("given"))) {
            starweb.faults()
                    .add(Fault.share("/te-butiken/api", Fault.Kind.STATUS, 100)
                            .withStatus(429, "{\"error\":\"Too Many Requests\"}"));
            Path setup = Files.writeString(folder.resolve("merchant.yaml"), Merchants.file());
            Map<String, String> environment = new HashMap<>(Merchants.environment(starweb, specter));
            environment.put("BRYGGA_DB_URL", database.url());
            environment.put("BRYGGA_DB_USER", database.user());
            environment.put("BRYGGA_KEY", Keyset.random().text());
            environment.put("TEMPORAL_ADDRESS", "127.0.0.1:" + port);
            try (DemoProcess demo = DemoProcess.start(
                    folder,
                    environment,
                    DemoProcess.onFreePorts("demo", "--no-simulators", "--setup", setup.toString()))) {
                demo.awaitSaid("Waits for Temporal, at most 120 s: no Temporal server answers at 127.0.0.1:" + port);
                try (TemporalServer _ = TemporalServer.development(
                        TemporalServer.program().orElseThrow(), port, folder.resolve("late"))) {
                    demo.awaitSaid("Waits for the shops and Specter");
                    starweb.faults().clear();
                    demo.awaitSaid("Ctrl-C ends everything.");
                    assertThat(demo.said()).doesNotContain("\tat ").containsOnlyOnce("Waits for Temporal");
                    demo.terminate();
                    demo.exit();
                }
            }
        }
    }

    @Test
    void aRunAgainstRealSystemsEndsAtOnceWithWhatSomebodyMustMend() throws Exception {
        Path setup = Files.writeString(folder.resolve("merchant.yaml"), Merchants.file());
        try (Database database = Database.embedded(folder.resolve("given"))) {
            Map<String, String> environment = Map.of(
                    "BRYGGA_DB_URL",
                    database.url().replaceFirst("/postgres(?=\\?|$)", "/nosuch"),
                    "BRYGGA_DB_USER",
                    database.user(),
                    "BRYGGA_KEY",
                    Keyset.random().text());
            try (DemoProcess demo = DemoProcess.start(
                    folder,
                    environment,
                    DemoProcess.onFreePorts("demo", "--no-simulators", "--setup", setup.toString()))) {
                assertThat(demo.exit()).isEqualTo(1);
                assertThat(demo.said().lines().filter(line -> line.startsWith("brygga: ")))
                        .singleElement()
                        .asString()
                        .contains("BRYGGA_DB_URL");
                assertThat(demo.said()).doesNotContain("Waits for", "\tat ");
            }
        }
    }

    private static void assertAllEnd(List<ProcessHandle> servers) {
        await().atMost(Duration.ofMinutes(5)).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
    }
}
