package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import tools.jackson.databind.JsonNode;

/** What people do in the simulated shops: by the control API, and on the page. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebControlTest {

    private static final String SHOP = "shops/kajak-se/";

    private StarwebSimulator starweb;
    private ShopClient client;

    @BeforeEach
    void start(StarwebSimulator starweb) throws Exception {
        this.starweb = starweb;
        client = new ShopClient(starweb, "kajak-se");
    }

    @Test
    void stockIsSetByHandAndByAnotherConnector() throws Exception {
        assertThat(control("PUT", "stock/KAJ-001", "{\"quantity\":3}")).isEqualTo(204);
        assertThat(starweb.onSale("kajak-se", "KAJ-001")).isEqualByComparingTo("3");
        assertThat(control("PUT", "stock/KAJ-001", "{\"quantity\":4,\"by\":\"connector\"}"))
                .isEqualTo(204);
        assertThat(client.data(client.variant("KAJ-001")).path("externalIdType").asString())
                .isEqualTo("Specter");
        assertThat(starweb.stockWrites("kajak-se")).isZero();
    }

    @Test
    void pricesAreSetByHandAndListsActivated() throws Exception {
        long list = starweb.priceLists("kajak-se").stream()
                .filter(candidate -> !candidate.active())
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(control("PUT", "prices/KAJ-001", "{\"priceList\":" + list + ",\"price\":99.5,\"special\":80}"))
                .isEqualTo(204);
        assertThat(starweb.price("kajak-se", "KAJ-001", list).orElseThrow().special())
                .isEqualByComparingTo(new BigDecimal(80));
        assertThat(control("POST", "price-lists/" + list, "")).isEqualTo(204);
        assertThat(starweb.price("kajak-se", "KAJ-001", list).orElseThrow().price())
                .isEqualByComparingTo("0");
    }

    @Test
    void productsAreAddedAndRemoved() throws Exception {
        assertThat(control("POST", "products", "{\"count\":3}")).isEqualTo(204);
        assertThat(control("DELETE", "products/LOAD-00002", "")).isEqualTo(204);
        assertThat(control("GET", "goods/LOAD-00002", "")).isEqualTo(400);
        assertThat(control("GET", "goods/LOAD-00003", "")).isEqualTo(200);
        assertThat(control("DELETE", "variants/KAJ-002", "")).isEqualTo(204);
        assertThat(control("GET", "stock/KAJ-002", "")).isEqualTo(400);
    }

    @Test
    void anOrderTellsWhatTheClientDidToIt() throws Exception {
        long order = starweb.placeAndPay("kajak-se", OrderKind.T1).orderId();
        String body = "{\"statusId\":" + client.orderStatus("completed") + ",\"shippingTrackingNo\":\"17\"}";
        client.call("PATCH", "/orders/" + order, body);
        JsonNode state = client.control("GET", SHOP + "orders/" + order, "").json();
        assertThat(state.path("order").path("tracking").asString()).isEqualTo("17");
        assertThat(state.path("actions").get(1).path("what").asString()).isEqualTo("CAPTURE");
    }

    @Test
    void aStatusStopsMailingWhenTheShopOwnerSaysSo() throws Exception {
        assertThat(control("PUT", "statuses/completed", "{\"shouldSendEmail\":false}"))
                .isEqualTo(204);
        JsonNode completed = client.data("/order-statuses/" + client.orderStatus("completed"));
        assertThat(completed.path("shouldSendEmail").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | stock/KAJ-001 | {} | quantity must be a number",
                "PUT | stock/NOTHING | {'quantity':1} | no SKU NOTHING",
                "PUT | prices/KAJ-001 | {'priceList':9999,'price':1} | no price list 9999; there are",
                "POST | orders | {'kind':'MYSTERY'} | MYSTERY",
                "PUT | articles/KAJ-001 | {'to':'KAJ-002'} | sku exists"
            })
    void whatIsNotUnderstoodIsRefusedWithTheReason(String method, String path, String body, String reason)
            throws Exception {
        Browser.Answer answer = client.control(method, SHOP + path, body.replace('\'', '"'));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains(reason);
    }

    @Test
    void thePageShowsOrdersGoodsMailsAndWrites() throws Exception {
        long order = starweb.placeAndPay("kajak-se", OrderKind.T1).orderId();
        String body = "{\"statusId\":" + client.orderStatus("completed") + ",\"shippingTrackingNo\":\"KOLLI17\"}";
        client.call("PATCH", "/orders/" + order, body);
        client.call("PATCH", client.variant("KAJ-001"), "{\"stockQuantity\":3}");
        Browser browser = new Browser();
        String page = browser.send("GET", starweb.uri() + "/", "").body();
        assertThat(page)
                .contains("Butiken kajak-se: order", "804.10 SEK", "KOLLI17", "slutförd", "dragen")
                .contains("Butiken te-butiken: varor", "Slut i lager", "Svart te: Earl Grey", "Aktivera")
                .contains("betalning dragen", "mejl", "Skrivet av klienten", "Webbkrokar");
    }

    private int control(String method, String path, String body) throws Exception {
        return client.control(method, SHOP + path, body).status();
    }
}
