package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.testbed.process.ApiCalls.json;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.brygga.cli.server.Profile;
import se.brygga.cli.server.Server;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.AccessDesk.NewToken;
import se.brygga.starter.desk.access.Right;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import tools.jackson.databind.JsonNode;

/** The API as a program uses it, against running apps. */
class ApiIT {

    private static final Operator ROOT = new Operator("root", null);

    @AutoClose
    private static World world;

    private static ApiCalls api;

    @BeforeAll
    static void start() {
        world = new World(47);
        api = new ApiCalls(world.apps.starterUri());
    }

    @Test
    void aDecisionThatIsSentTwiceCountsOnce() throws Exception {
        OrderRef order = waiting();
        String token =
                token(Set.of(Right.READ, Right.DECIDE), Set.of("nordkajak")).secret();
        assertThat(json(api.get("/orders?cause=payment-not-mapped", token))
                        .path("orders")
                        .valueStream()
                        .map(line -> line.path("order").asString()))
                .contains(order.toString());
        String skip = "{\"decision\":\"skip\",\"reason\":\"test\",\"orders\":[\"" + order + "\"]}";

        HttpResponse<String> first = api.post("/decisions", skip, "key-1", token);
        HttpResponse<String> again = api.post("/decisions", skip, "key-1", token);

        assertThat(json(first).path(0).path("result").path("kind").asString()).isEqualTo("skipped");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(json(api.get("/audit", token))
                        .path("items")
                        .valueStream()
                        .filter(line -> line.path("subject").asString().equals("order " + order)))
                .singleElement()
                .satisfies(line -> assertThat(line.path("by").asString()).isEqualTo("tester"));
        assertThat(api.post("/decisions", skip.replace("test", "other"), "key-1", token)
                        .statusCode())
                .isEqualTo(422);

        assertThat(json(api.post("/orders/" + order + "/undo", "{\"reason\":\"slip\"}", "key-2", token))
                        .path("outcome")
                        .asString())
                .isEqualTo("followed");
        world.awaitWaiting(order, Cause.PAYMENT_NOT_MAPPED);
    }

    @Test
    void anotherTenantsTokenSeesAndChangesNothing() throws Exception {
        OrderRef order = waiting();
        String token =
                token(Set.of(Right.READ, Right.DECIDE), Set.of("tehuset")).secret();

        assertThat(api.get("/orders/" + order, token).statusCode()).isEqualTo(404);
        assertThat(api.get("/orders/" + order.orderId(), token).body()).doesNotContain("nordkajak");
        assertThat(api.get("/orders?state=waiting", token).body()).doesNotContain("nordkajak");
        assertThat(api.get("/orders?shop=kajak-se", token).body()).doesNotContain("nordkajak");
        assertThat(api.get("/trouble", token).body()).doesNotContain("nordkajak");
        assertThat(api.get("/audit", token).body()).doesNotContain("nordkajak");
        assertThat(api.post(
                                "/decisions",
                                "{\"decision\":\"skip\",\"reason\":\"x\",\"orders\":[\"" + order + "\"]}",
                                "k",
                                token)
                        .statusCode())
                .isEqualTo(404);
        world.awaitWaiting(order, Cause.PAYMENT_NOT_MAPPED);
    }

    /** Whoever closes the world looks through logs, metrics and books for what was searched. */
    @Test
    void anOrderIsFoundByItsShopperAndNobodyElseIsToldOf() throws Exception {
        OrderRef order = waiting();
        String token = token(Set.of(Right.READ), Set.of("nordkajak")).secret();
        for (String text :
                List.of("testsson KLARA", "Klara.Testsson@example.se", "kaj-001", String.valueOf(order.orderId()))) {
            assertThat(found(text, token)).as(text).contains(order.toString());
            assertThat(found(text, token(Set.of(Right.READ), Set.of("tehuset")).secret()))
                    .as(text)
                    .isEmpty();
        }
        assertThat(found("klara berg", token)).isEmpty();
        assertThat(api.post("/search", "{\"text\":\"Klara Testsson\",\"tenant\":\"tehuset\"}", "-", token)
                        .body())
                .doesNotContain("Klara");
        assertThat(api.post("/search", "{\"txt\":\"Klara Testsson\"}", "-", token)
                        .body())
                .doesNotContain("Klara");
        assertThat(api.post("/search", "{\"text\":\"" + "Klara ".repeat(50) + "\"}", "-", token)
                        .body())
                .contains("1 till 200")
                .doesNotContain("Klara");

        Server server = Server.of(() -> new Profile(world.apps.starterUri().toString(), token));
        assertThat(Commands.asked(server, "search", "kaj-001").out()).contains("artikelnummer", order.toString());
    }

    private List<String> found(String text, String token) throws Exception {
        return json(api.post("/search", "{\"text\":\"" + text + "\"}", "-", token))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("orders").valueStream())
                .map(line -> line.path("order").asString())
                .toList();
    }

    @Test
    void aRevokedTokenIsUselessAtOnce() throws Exception {
        NewToken made = token(Set.of(Right.READ), Set.of());
        assertThat(api.get("/causes", made.secret()).statusCode()).isEqualTo(200);

        String admin = token(Set.of(Right.ADMIN), Set.of()).secret();
        HttpResponse<String> revoked = api.post("/tokens/" + made.token().id() + "/revoke", "{}", "r", admin);
        assertThat(revoked.statusCode()).as(revoked.body()).isEqualTo(200);

        assertThat(api.get("/causes", made.secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void whoeverMakesTokensOfATenantMakesAndSeesNoOthers() throws Exception {
        NewToken other = token(Set.of(Right.READ), Set.of("nordkajak"));
        String admin = token(Set.of(Right.ADMIN), Set.of("tehuset")).secret();
        String wish = "{\"name\":\"bo\",\"scopes\":[\"read\"],\"tenants\":[\"tehuset\"]}";

        HttpResponse<String> made = api.post("/tokens", wish, "t-1", admin);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        assertThat(api.post("/tokens", wish, "t-1", admin).body())
                .as("a lost answer loses no token")
                .isEqualTo(made.body());
        assertThat(api.get("/causes", json(made).path("secret").asString()).statusCode())
                .isEqualTo(200);

        assertThat(api.post("/tokens", wish.replace("tehuset", "nordkajak"), "t-2", admin)
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.post("/tokens", wish.replace("[\"tehuset\"]", "[]"), "t-3", admin)
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.get("/tokens", admin).body()).contains("tehuset").doesNotContain("nordkajak");
        assertThat(api.post("/tokens/" + other.token().id() + "/revoke", "{}", "t-4", admin)
                        .statusCode())
                .isEqualTo(404);
        assertThat(api.get("/keys", admin).statusCode()).isEqualTo(403);
        assertThat(api.get(
                                "/audit",
                                token(Set.of(Right.READ), Set.of("tehuset")).secret())
                        .body())
                .contains("make-token", "of bo")
                .doesNotContain(json(made).path("secret").asString());
    }

    @Test
    void theDescriptionNamesEveryRouteAndNoDoorForOthers() throws Exception {
        JsonNode description = json(api.get("/openapi", "none"));

        assertThat(description.path("paths").propertyNames())
                .contains("/api/v1/orders", "/api/v1/decisions", "/api/v1/audit")
                .allMatch(path -> path.startsWith("/api/v1/"));
        assertThat(description
                        .path("components")
                        .path("securitySchemes")
                        .path("token")
                        .path("scheme")
                        .asString())
                .isEqualTo("bearer");
    }

    @Test
    void theDescriptionSaysWhatMayBeMissingAndHowAProblemLooks() throws Exception {
        JsonNode description = json(api.get("/openapi", "none"));
        JsonNode schemas = description.path("components").path("schemas");

        assertThat(schemas.at("/AuditLine/properties/reason/type").valueStream().map(JsonNode::asString))
                .contains("string", "null");
        assertThat(schemas.at("/Standstill/properties/engine/anyOf")
                        .valueStream()
                        .map(Object::toString))
                .contains("{\"type\":\"null\"}");
        assertThat(description.path("paths").valueStream().flatMap(JsonNode::valueStream))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.path("responses")
                                .path("4XX")
                                .path("content")
                                .path("application/problem+json")
                                .path("schema")
                                .path("$ref")
                                .asString())
                        .isEqualTo("#/components/schemas/Problem"));
        assertThat(schemas.at("/Problem/properties").propertyNames()).contains("status", "detail");
        assertThat(schemas.at("/Job/properties").propertyNames()).contains("id", "kind", "total", "done");
        assertThat(schemas.at("/Asked/properties").propertyNames()).containsExactlyInAnyOrder("askedAt", "read");
    }

    private static NewToken token(Set<Right> rights, Set<String> tenants) {
        return world.apps.bean(AccessDesk.class).make(new NewToken.Wish("tester", rights, tenants), ROOT);
    }

    private static OrderRef waiting() {
        OrderRef order = CommandLineIT.unmapped(world);
        world.awaitWaiting(order, Cause.PAYMENT_NOT_MAPPED);
        return order;
    }
}
