package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.OrderSummary;
import se.brygga.simulators.starweb.shop.WebHookSender.Disturbance;
import tools.jackson.databind.JsonNode;

/** The Starweb simulator is as strict as its reference, section 17, says. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebSimulatorTest {

    private static final String SHOP = "kajak-se";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Browser browser = new Browser();
    private StarwebSimulator starweb;

    @BeforeEach
    void start(StarwebSimulator starweb) {
        this.starweb = starweb;
    }

    @Test
    void aTokenIsGivenForAFormWithTheRightSecretOnly() throws Exception {
        String form = "grant_type=client_credentials&client_id=sim.kajak-se&client_secret=";
        assertThat(token(FORM, form + "secret-kajak-se")
                        .json()
                        .path("expires_in")
                        .asInt())
                .isEqualTo(3600);
        assertThat(token(FORM, form + "guess").status()).isEqualTo(400);
        assertThat(token(FORM, form + "guess").json().path("error").asString()).isEqualTo("invalid_client");
        assertThat(token("application/json", form + "secret-kajak-se").status()).isEqualTo(400);
        Browser.Answer nobody = browser.send("POST", starweb.uri() + "/nobody/api/v2/token", "");
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.body()).startsWith("<html>");
    }

    @Test
    void anExpiredOrRevokedTokenIsRefused() throws Exception {
        String token = token();
        assertThat(get(token, "/shop").status()).isEqualTo(200);
        starweb.clock().advance(Duration.ofHours(1));
        assertThat(get(token, "/shop").status()).isEqualTo(401);
        String second = token();
        starweb.revokeTokens();
        assertThat(get(second, "/shop").json().path("error").asString()).isEqualTo("invalid_token");
    }

    @Test
    void callsAboveTheLimitAreRefusedUntilTheNextMinute() throws Exception {
        String token = token();
        starweb.limit(1);
        starweb.quirks(SHOP).set("rate.retryAfter", "17");
        get(token, "/shop");
        Browser.Answer limited = get(token, "/shop");
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.headers()).containsEntry("retry-after", "17");
        assertThat(limited.json().path("error").asString()).isEqualTo("Too Many Requests");
        starweb.clock().advance(Duration.ofMinutes(1));
        assertThat(get(token, "/shop").status()).isEqualTo(200);
    }

    @Test
    void listsComeInPagesOfAHundredAndAreEmptyPastTheEnd() throws Exception {
        starweb.placeAtOnce(SHOP, OrderKind.T1, 150);
        String token = token();
        Browser.Answer first = get(token, "/orders?sortBy=modifiedAt&page=1");
        JsonNode meta = first.json().path("meta").path("pagination");
        int total = meta.path("total").asInt();
        assertThat(total).isEqualTo(158);
        assertThat(first.json().path("data").size()).isEqualTo(100);
        assertThat(get(token, "/orders?page=2").json().path("data").size()).isEqualTo(58);
        Browser.Answer beyond = get(token, "/orders?page=3");
        assertThat(beyond.status()).isEqualTo(200);
        assertThat(beyond.json().path("data").isEmpty()).isTrue();
        assertThat(beyond.json().path("meta").path("pagination").path("total").asInt())
                .isEqualTo(total);
    }

    @Test
    void ordersThatWereNeverPaidAreHiddenUnlessAskedFor() throws Exception {
        String token = token();
        int complete = get(token, "/orders").json().path("data").size();
        int all = get(token, "/orders?includeNonCompletePayments=true")
                .json()
                .path("data")
                .size();
        assertThat(all).isEqualTo(complete + 2);
    }

    @Test
    void anOrderMovesToTheFrontWhenItIsChangedAndNotWhenItIsPaid() throws Exception {
        String token = token();
        long early = starweb.place(SHOP, OrderKind.T1).orderId();
        starweb.clock().advance(Duration.ofMinutes(1));
        long late = starweb.placeAndPay(SHOP, OrderKind.T1).orderId();
        starweb.clock().advance(Duration.ofMinutes(1));
        starweb.pay(SHOP, early);
        assertThat(newestChange(token)).isEqualTo(late);
        starweb.edit(SHOP, early);
        assertThat(newestChange(token)).isEqualTo(early);
    }

    @ParameterizedTest
    @CsvSource({
        "T1, EX_VAT, 668.92, 135.18, 804.10",
        "T1, INC_VAT, 670.05, 135.25, 805.30",
        "T3, EX_VAT, 628.92, 125.18, 754.10",
        "T4, EX_VAT, 0.20, 0.05, 0.25"
    })
    void totalsAreThoseOfTheReferencesVectors(OrderKind kind, String basis, String net, String vat, String toPay)
            throws Exception {
        starweb.quirks(SHOP).set("order.amountDiscount", basis);
        JsonNode order = order(starweb.placeAndPay(SHOP, kind).orderId());
        assertThat(order.path("totalAmount").decimalValue()).isEqualByComparingTo(net);
        assertThat(order.path("totalVat").decimalValue()).isEqualByComparingTo(vat);
        assertThat(order.path("amountToPay").decimalValue()).isEqualByComparingTo(toPay);
    }

    @Test
    void theBaseCurrencyIsTheAmountDividedByTheRate() throws Exception {
        JsonNode order = order(starweb.placeAndPay(SHOP, OrderKind.T5).orderId());
        assertThat(order.path("amountToPayInBaseCurrency").decimalValue()).isEqualByComparingTo("828.97");
    }

    @ParameterizedTest
    @CsvSource({
        "{\"statusId\":9999}",
        "{\"externalId\":\"12345678901234567890123456789012345678901\"}",
        "{\"shippingTrackerType\":99}",
        "{\"data\":{\"externalId\":\"1\"}}",
        "[]"
    })
    void anOrderIsNotChangedByAWrongBody(String body) throws Exception {
        long order = starweb.placeAndPay(SHOP, OrderKind.T1).orderId();
        JsonNode before = order(order);
        assertThat(patch(order, body).status()).isEqualTo(400);
        assertThat(order(order)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "/orders?page=0",
        "/orders?include=everything",
        "/orders?sortBy=mood",
        "/orders?ordersCreatedAfter=2026-01-01T10:00:00+01:00",
        "/products?filterSku=a%20b"
    })
    void aQueryThatStarwebWouldRefuseIsRefused(String path) throws Exception {
        assertThat(get(token(), path).status()).isEqualTo(400);
    }

    @Test
    void aTimeWhosePlusIsEncodedIsUnderstood() throws Exception {
        assertThat(get(token(), "/orders?ordersCreatedAfter=2026-01-01T10:00:00%2B01:00")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void settingsCannotBeWritten() throws Exception {
        String token = token();
        String completed = "/order-statuses/" + statusId("completed");
        assertThat(call(token, "PATCH", completed, "{}").status()).isEqualTo(403);
        assertThat(call(token, "POST", "/payment-methods", "{}").status()).isEqualTo(405);
    }

    @Test
    void aWebHookThatIsNotAnsweredComesTenTimesMore() {
        OrderSummary order = order("http://127.0.0.1:1/hook");
        for (int attempt = 1; attempt <= 11; attempt++) {
            int expected = attempt;
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> starweb.webHooks().deliveries().size() == expected);
            starweb.clock().advance(Duration.ofMinutes(31));
        }
        assertThat(starweb.webHooks().deliveries().getFirst().attempt()).isEqualTo(11);
        assertThat(starweb.webHooks().deliveries())
                .allMatch(delivery -> delivery.id() == order.orderId() && delivery.status() == 0);
    }

    @Test
    void lateHooksAreOvertakenByLaterOnes() {
        starweb.webHooks().disturb(new Disturbance(0, 0, 100, Duration.ofSeconds(60)));
        long first = order("http://127.0.0.1:1/hook").orderId();
        starweb.webHooks().disturb(Disturbance.NONE);
        long second = starweb.placeAndPay(SHOP, OrderKind.T1).orderId();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> starweb.webHooks().deliveries().size() == 1);
        starweb.clock().advance(Duration.ofSeconds(61));
        await().atMost(Duration.ofMinutes(3))
                .until(() -> starweb.webHooks().deliveries().size() == 2);
        assertThat(starweb.webHooks().deliveries().reversed())
                .extracting(delivery -> delivery.id())
                .containsExactly(second, first);
    }

    @Test
    void aReadShowsAWriteOnlyAfterTheLag() throws Exception {
        long order = starweb.placeAndPay(SHOP, OrderKind.T1).orderId();
        starweb.quirks(SHOP).set("read.lag", "5");
        patch(order, "{\"externalId\":\"5001\"}");
        assertThat(order(order).path("externalId").asString()).isEmpty();
        starweb.clock().advance(Duration.ofSeconds(5));
        assertThat(order(order).path("externalId").asString()).isEqualTo("5001");
    }

    @Test
    void anOrderPlacedBetweenTwoPagesPushesRowsDown() throws Exception {
        starweb.placeAtOnce(SHOP, OrderKind.T1, 120);
        String token = token();
        starweb.driftAfterNextPage(SHOP, StarwebSimulator.Drift.ORDER_PLACED);
        List<Long> first = ids(get(token, "/orders?page=1"));
        List<Long> second = ids(get(token, "/orders?page=2"));
        assertThat(second.getFirst()).isEqualTo(first.getLast());
    }

    @Test
    void anExternalServiceIsUniquePerOrder() throws Exception {
        String token = token();
        String services = "/orders/" + starweb.placeAndPay(SHOP, OrderKind.T1).orderId() + "/external-services";
        String body = "{\"serviceName\":\"Brygga\",\"externalIdValue\":\"1\"}";
        assertThat(call(token, "POST", services, body).status()).isEqualTo(201);
        assertThat(call(token, "POST", services, body).status()).isEqualTo(400);
    }

    @Test
    void aQuirkThatIsUnknownIsRefusedWithWhatThereIs() throws Exception {
        Browser.Answer answer = browser.send("PUT", starweb.uri() + "/__sim/quirks/kajak-se", "{\"read.lagg\":\"5\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("read.lagg", "read.lag");
    }

    private OrderSummary order(String hookUrl) {
        try {
            call(token(), "POST", "/web-hooks", "{\"event\":\"order-completed\",\"url\":\"" + hookUrl + "\"}");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return starweb.placeAndPay(SHOP, OrderKind.T1);
    }

    private static List<Long> ids(Browser.Answer list) {
        return list.json()
                .path("data")
                .valueStream()
                .map(order -> order.path("orderId").asLong())
                .toList();
    }

    private long newestChange(String token) throws Exception {
        return ids(get(token, "/orders?sortBy=modifiedAt")).getFirst();
    }

    private long statusId(String code) throws Exception {
        return get(token(), "/order-statuses")
                .json()
                .path("data")
                .valueStream()
                .filter(status -> status.path("idCode").asString("").equals(code))
                .findFirst()
                .orElseThrow()
                .path("statusId")
                .asLong();
    }

    private JsonNode order(long orderId) throws Exception {
        return get(token(), "/orders/" + orderId).json().path("data");
    }

    private Browser.Answer patch(long orderId, String body) throws Exception {
        return call(token(), "PATCH", "/orders/" + orderId, body);
    }

    private Browser.Answer get(String token, String path) throws Exception {
        return call(token, "GET", path, "");
    }

    private Browser.Answer call(String token, String method, String path, String body) throws Exception {
        return browser.send(method, starweb.apiBase(SHOP) + path, body, "Authorization", "Bearer " + token);
    }

    private String token() throws Exception {
        return token(FORM, "grant_type=client_credentials&client_id=sim.kajak-se&client_secret=secret-kajak-se")
                .json()
                .path("access_token")
                .asString();
    }

    private Browser.Answer token(String contentType, String body) throws Exception {
        return browser.send("POST", starweb.apiBase(SHOP) + "/token", body, "Content-Type", contentType);
    }
}
