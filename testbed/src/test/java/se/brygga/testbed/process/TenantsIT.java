package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.brygga.testbed.process.ApiCalls.json;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.AccessDesk.NewToken;
import se.brygga.starter.desk.access.Right;
import se.brygga.testbed.kit.Merchants;
import se.brygga.testbed.process.Commands.Said;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.intake.OrderIntakeWorkflow;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shops and tenants that come twice, rest and leave. */
class TenantsIT {

    private static final ShopRef NO = new ShopRef("nordkajak", "kajak-no");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private static World world;
    private static Commands commands;

    @BeforeAll
    static void start() {
        world = new World(61);
        commands = new Commands(world);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void aTenantsFileUnderAnotherNameTakesNothingFromIt() throws Exception {
        Path renamed = file(nordkajak().replace("tenant: nordkajak", "tenant: nordkajak-ny"));

        assertThat(brygga("tenant", "check", renamed.toString()))
                .satisfies(said -> assertThat(said.exit()).isEqualTo(1))
                .satisfies(said -> assertThat(said.err())
                        .contains(
                                "kunden nordkajak-ny: butiken kajak-se: ", "är redan i drift som nordkajak/kajak-se"));
        assertThat(brygga("tenant", "apply", renamed.toString()).exit()).isEqualTo(1);

        OrderRef order = world.placeTransferred("kajak-se");
        assertThat(world.copiesInSpecter(order)).isEqualTo(1);
        assertThat(world.apps.bean(SetupStore.class).find("nordkajak-ny")).isEmpty();
    }

    @Test
    void ofTwoSetUpsAtOnceOneIsTakenAndTheOtherIsToldWhoWasFirst() throws Exception {
        String setup = "/tenants/nordkajak/setup";
        String token = world.apps
                .bean(AccessDesk.class)
                .make(
                        new NewToken.Wish("set-ups", Set.of(Right.READ, Right.SETUP), Set.of("nordkajak")),
                        new Operator("root", null))
                .secret();
        ApiCalls api = new ApiCalls(world.apps.starterUri());
        for (int round = 1; round <= 3; round++) {
            String tag = api.get(setup, token).headers().firstValue("ETag").orElseThrow();
            CyclicBarrier together = new CyclicBarrier(2);
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
                for (String who : List.of("anna", "bo")) {
                    String body = setupOf(who, who.length() * 10 + round);
                    answers.add(operators.submit(() -> {
                        together.await();
                        return api.put(setup, body, UUID.randomUUID().toString(), tag, token);
                    }));
                }
            }
            List<HttpResponse<String>> told =
                    List.of(answers.getFirst().get(), answers.getLast().get());
            assertThat(told)
                    .extracting(HttpResponse::statusCode)
                    .as("%s %s", told.getFirst().body(), told.getLast().body())
                    .containsExactlyInAnyOrder(200, 412);
            JsonNode inForce = json(api.get(setup, token));
            boolean annaWasFirst = told.getFirst().statusCode() == 200;
            assertThat(inForce.path("by").asString()).startsWith(annaWasFirst ? "anna (" : "bo (");
            JsonNode refused = json(annaWasFirst ? told.getLast() : told.getFirst());
            assertThat(refused.path("parameters").path("who").asString())
                    .isEqualTo(inForce.path("by").asString());
            assertThat(Instant.parse(refused.path("parameters").path("at").asString()))
                    .isEqualTo(Instant.parse(inForce.path("at").asString()).truncatedTo(ChronoUnit.SECONDS));
            assertThat(refused.path("parameters").path("version").asString())
                    .isEqualTo(inForce.path("version").asString());
        }
    }

    /** With another limit. */
    private static String setupOf(String who, int limit) {
        String file = nordkajak().replaceAll("maxRequestsPerMinute: 30000", "maxRequestsPerMinute: " + (30000 + limit));
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "file",
                        file,
                        "values",
                        Merchants.environment(world.starweb, world.specter),
                        "otherConnectorIsOff",
                        true,
                        "by",
                        who));
    }

    @Test
    void aSuspendedShopRestsAndLosesNothing() throws Exception {
        URI hook = URI.create(world.apps.starterUri() + "/hook/" + NO + "/order-completed/"
                + world.apps.bean(SetupStore.class).hookSecret(NO).orElseThrow());
        assertThat(brygga("tenant", "suspend", NO.toString(), "--reason", "moves house")
                        .exit())
                .isZero();
        await().atMost(PATIENCE).until(() -> !intakeRuns());

        OrderRef unheard = placed("kajak-no");
        OrderRef heard = placed("kajak-no");
        world.apps.bean(TransferStarter.class).take(heard);
        world.awaitWaiting(heard, Cause.SHOP_SUSPENDED);
        assertThat(world.line(unheard)).isEmpty();
        assertThat(post(hook).statusCode()).isEqualTo(404);
        assertThat(brygga("orders", "list").out()).contains("! butiken nordkajak/kajak-no är pausad av");
        assertThat(brygga("feeds", "list").out()).contains("moves house");
        assertThat(brygga("tenant", "list", "--lang", "en").out()).contains("suspended", "served");
        assertThat(brygga("orders", "show", heard.toString()).out()).contains("moves house");

        assertThat(brygga("tenant", "resume", NO.toString(), "--reason", "is there")
                        .exit())
                .isZero();

        world.awaitTransferred(heard);
        world.awaitTransferred(unheard);
        assertThat(world.copiesInSpecter(heard)).isEqualTo(1);
        assertThat(post(hook).statusCode()).isEqualTo(400);
    }

    @Test
    void aRemovedTenantLeavesItsShopToAnotherAndItsHistoryHere() throws Exception {
        OrderRef before = world.placeTransferred("te-butiken");
        String other = tehuset().replace("tenant: tehuset", "tenant: tehuset-ny");
        assertThat(brygga("tenant", "apply", file(other).toString()).exit()).isEqualTo(1);

        assertThat(brygga("tenant", "remove", "tehuset", "--reason", "sold").exit())
                .isZero();

        assertThat(brygga("orders", "show", before.toString()).out()).contains(before.toString());
        assertThat(brygga("orders", "list", "--state", "all").out()).contains(before.toString());
        assertThat(brygga("orders", "sums", "--tenant", "tehuset").out()).contains("tehuset/te-butiken");
        assertThat(brygga("tenant", "apply", file(tehuset()).toString()).err()).contains("tehuset är borttagen av");
        assertThat(brygga("tenant", "apply", file(other).toString()))
                .satisfies(said -> assertThat(said.exit()).as(said.err()).isZero());
        OrderRef after =
                OrderRef.of("tehuset-ny", "te-butiken", placed("te-butiken").orderId());
        world.awaitTransferred(after);
        assertThat(world.copiesInSpecter(after)).isEqualTo(1);
    }

    private static boolean intakeRuns() {
        try {
            return world.apps
                            .bean(WorkflowClient.class)
                            .newUntypedWorkflowStub(OrderIntakeWorkflow.idOf(NO))
                            .describe()
                            .getStatus()
                    == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
        } catch (WorkflowNotFoundException suspendedBeforeItBegan) {
            return false;
        }
    }

    private static OrderRef placed(String shop) {
        return Merchants.order(
                shop, world.starweb.placeAndPay(shop, OrderKind.T1).orderId());
    }

    /** Without a body, which only an address that we gave out has an opinion of. */
    private static HttpResponse<String> post(URI hook) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(hook)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String nordkajak() {
        return Merchants.file().split("(?m)^---$")[0];
    }

    private static String tehuset() {
        return Merchants.file().split("(?m)^---$")[1];
    }

    /** A file with the values that stand in the environment of a real operator. */
    private Path file(String text) throws Exception {
        String filled = text;
        for (Map.Entry<String, String> value :
                Merchants.environment(world.starweb, world.specter).entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return Files.writeString(Files.createTempFile(folder, "setup", ".yaml"), filled);
    }

    private static Said brygga(String... arguments) {
        return commands.brygga(arguments);
    }
}
