package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.simulators.Fault;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/** What the receiver of web hooks takes, and what it refuses. */
class WebHookIT {

    private static final ShopRef SHOP = new ShopRef("nordkajak", "kajak-se");

    @AutoClose
    private static World world;

    private static String secret;

    @BeforeAll
    static void start() {
        world = new World(41);
        secret = world.apps.bean(SetupStore.class).hookSecret(SHOP).orElseThrow();
    }

    /** Web hooks are stored also while Temporal is away, so a load balancer must not take the starter out for that. */
    @Test
    void healthNamesTemporalAndReadinessLeavesItOut() throws Exception {
        for (URI app : List.of(world.apps.starterPages(), world.apps.workerPages())) {
            assertThat(get(app.resolve("/actuator/health")))
                    .contains("\"temporal\":{\"status\":\"UP\"}")
                    .contains("\"db\"");
            assertThat(get(app.resolve("/actuator/health/readiness")))
                    .contains("UP")
                    .doesNotContain("temporal");
        }
    }

    private static String get(URI uri) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void aHookIsAnsweredOnceItIsStored() throws Exception {
        HttpResponse<String> answer = post(path(secret), "{\"eventId\":\"stored\",\"orderId\":77001}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(storedOf(77_001)).isEqualTo(1);
    }

    @Test
    void theSameEventIsStoredOnceAndAnsweredTheSame() throws Exception {
        String body = "{\"eventId\":\"twice\",\"orderId\":77002}";

        assertThat(post(path(secret), body).statusCode()).isEqualTo(204);
        assertThat(post(path(secret), body).statusCode()).isEqualTo(204);

        assertThat(storedOf(77_002)).isEqualTo(1);
    }

    @Test
    void anEventWithoutAnIdIsKnownByItsBody() throws Exception {
        assertThat(post(path(secret), "{\"orderId\":77003}").statusCode()).isEqualTo(204);
        assertThat(post(path(secret), "{\"orderId\":77003}").statusCode()).isEqualTo(204);
        assertThat(post(path(secret), "{\"orderId\":77003,\"totalAmount\":\"1.00\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(storedOf(77_003)).isEqualTo(2);
    }

    /** Its id is not one that a column holds, so it is known by its body too. */
    @ParameterizedTest
    @CsvSource({"\\u0000, 77004", "a\\u0000b, 77005", "\\ud800, 77006", "\\u001b[2J, 77007"})
    void anEventWhoseIdIsNoneIsStoredOnce(String id, long orderId) throws Exception {
        String body = "{\"eventId\":\"" + id + "\",\"orderId\":" + orderId + "}";

        assertThat(post(path(secret), body).statusCode()).isEqualTo(204);
        assertThat(post(path(secret), body).statusCode()).isEqualTo(204);

        assertThat(storedOf(orderId)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hook/nordkajak/kajak-se/order-completed/guessed",
                "/hook/nordkajak/nobody/order-completed/SECRET",
                "/hook/tehuset/te-butiken/order-completed/SECRET",
                "/hook/nordkajak/kajak-se/order-invented/SECRET",
                "/hook/NORD%20KAJAK/kajak-se/order-completed/SECRET"
            })
    void anAddressThatWeDidNotGiveOutDoesNotExist(String path) throws Exception {
        int before = stored();

        assertThat(post(path.replace("SECRET", secret), "{\"orderId\":1}").statusCode())
                .isEqualTo(404);

        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the body is empty",
                "not json|the body is not JSON",
                "[]|orderId: expected a positive whole number",
                "{\"orderId\":\"asa.oberg\"}|orderId: expected a positive whole number",
                "{\"orderId\":-1}|orderId: expected a positive whole number",
                "{\"orderId\":1.5}|orderId: expected a positive whole number",
                "{\"orderId\":99999999999999999999}|orderId: expected a positive whole number"
            })
    void aBodyThatNamesNoOrderIsRefusedWithTheReasonAndKeepsNothing(String body, String why) throws Exception {
        int before = stored();

        HttpResponse<String> answer = post(path(secret), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(why).doesNotContain("oberg");
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> answer = post(path(secret), "{\"orderId\":1,\"x\":\"" + "a".repeat(20_000) + "\"}");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void aWrongSecretIsAnsweredBeforeAnyByteOfTheBody() throws Exception {
        assertThat(answerTo(path("guessed"), "")).startsWith("HTTP/1.1 404");
    }

    @Test
    void nobodyMakesUsReadMoreThanAHookCanHave() throws Exception {
        assertThat(answerTo(path(secret), "a".repeat(16 * 1024 + 1))).startsWith("HTTP/1.1 413");
    }

    /** Announces a body of a gigabyte, sends only this of it, and waits for the answer. */
    private static String answerTo(String path, String sent) throws Exception {
        URI starter = world.apps.starterUri();
        try (Socket socket = new Socket(starter.getHost(), starter.getPort())) {
            socket.setSoTimeout(60_000);
            String request = "POST " + path + " HTTP/1.1\r\nHost: " + starter.getAuthority()
                    + "\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n" + sent;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void onlyPostIsTaken() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest get = HttpRequest.newBuilder(world.apps.starterUri().resolve(path(secret)))
                    .build();
            assertThat(http.send(get, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void aCancellationAfterTheTransferIsFollowedBeforeTheIntakeSeesIt() {
        world.starweb
                .webHooks()
                .disturb(new se.brygga.simulators.starweb.shop.WebHookSender.Disturbance(
                        0, 0, 0, java.time.Duration.ZERO));
        OrderRef order = Merchants.order(
                "kajak-se", world.starweb.placeAndPay("kajak-se", OrderKind.T1).orderId());
        world.awaitTransferred(order);
        world.starweb.faults().add(Fault.share("GET .*/orders\\?.*", Fault.Kind.STATUS, 100));

        world.starweb.setStatus("kajak-se", order.orderId(), "canceled");

        world.awaitWaiting(order, Cause.CANCELLED_AFTER_TRANSFER);
        world.starweb.faults().clear();
    }

    @Test
    void aHookThatWasStoredAndForgottenIsHandedOnLater() {
        world.starweb
                .webHooks()
                .disturb(new se.brygga.simulators.starweb.shop.WebHookSender.Disturbance(
                        100, 0, 0, java.time.Duration.ZERO));
        long orderId =
                world.starweb.placeAndPay("kajak-se", OrderKind.PRIVATE_KLARNA).orderId();
        // As a receiver leaves it that dies between its answer and the start of the workflow.
        world.apps.bean(JdbcClient.class).sql("""
                        insert into web_hook_event (tenant, shop, event, event_key, order_id, received_at)
                        values ('nordkajak', 'kajak-se', 'order-completed', 'left-behind', :order, now() - interval '1 minute')""").param("order", orderId).update();
        OrderRef order = Merchants.order("kajak-se", orderId);

        await().until(() -> world.line(order).isPresent());
        world.awaitTransferred(order);
    }

    private static String path(String withSecret) {
        return "/hook/nordkajak/kajak-se/order-completed/" + withSecret;
    }

    private static int stored() {
        return count("select count(*) from web_hook_event where order_id > :order", 0);
    }

    private static int storedOf(long orderId) {
        return count("select count(*) from web_hook_event where order_id = :order", orderId);
    }

    private static int count(String sql, long order) {
        return world.apps
                .bean(JdbcClient.class)
                .sql(sql)
                .param("order", order)
                .query(Integer.class)
                .single();
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        URI uri = URI.create(world.apps.starterUri() + path);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
