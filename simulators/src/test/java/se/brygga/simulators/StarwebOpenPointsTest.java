package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import tools.jackson.databind.JsonNode;

/** Open points of the reference's section 14 that concern the whole API, settings, customers and products. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebOpenPointsTest {

    private static final String SHOP = "kajak-se";

    private StarwebSimulator starweb;
    private ShopClient client;

    @BeforeEach
    void start(StarwebSimulator starweb) throws Exception {
        this.starweb = starweb;
        client = new ShopClient(starweb, SHOP);
    }

    @Test
    void aShopMayBeFoundByItsHostInsteadOfThePath() throws Exception {
        starweb.quirks(SHOP).set("host.mode", "host");
        assertThat(client.status("GET", "/shop", "")).isEqualTo(404);
        assertThat(byHost("kajak-se.starweb.example")).startsWith("HTTP/1.1 401");
        assertThat(byHost("kajak-no.starweb.example")).startsWith("HTTP/1.1 404");
    }

    /** Java's client does not let us choose the host. */
    private String byHost(String host) throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), starweb.uri().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /api/v2/shop HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aShopThatHasMovedToItsOwnDomainSaysSo() throws Exception {
        starweb.quirks(SHOP).set("host.mode", "redirect");
        assertThat(client.status("GET", "/shop", "")).isEqualTo(301);
    }

    @ParameterizedTest
    @CsvSource({"words, not_found", "numbers, E404", "none, ''"})
    void errorsOtherThanTheKnownOnesHaveTheShopsCodes(String quirk, String code) throws Exception {
        starweb.quirks(SHOP).set("error.codes", quirk);
        assertThat(client.call("GET", "/orders/1", "").json().path("error").asString(""))
                .isEqualTo(code);
        starweb.revokeTokens();
        assertThat(client.call("GET", "/shop", "").json().path("error").asString())
                .isEqualTo("invalid_token");
    }

    @ParameterizedTest
    @CsvSource({"refused, 400, 0", "created, 201, 0", "created-and-mailed, 201, 1"})
    void aSecondCustomerWithTheSameEmailIsTakenAsTheShopSays(String quirk, int answer, int mails) throws Exception {
        String email = client.data("/customers?includeWithoutAccount=true")
                .path(0)
                .path("email")
                .asString();
        starweb.quirks(SHOP).set("customer.create", quirk);
        assertThat(client.status("POST", "/customers", "{\"email\":\"" + email + "\"}"))
                .isEqualTo(answer);
        assertThat(starweb.shopperActions()).hasSize(mails);
    }

    @Test
    void aCustomersAddressIsReadAndChangedAndNeverDeleted() throws Exception {
        String address = "/customers/100/addresses/delivery";
        assertThat(client.status("GET", address, "")).isEqualTo(404);
        assertThat(client.status("PUT", address, "{\"city\":\"Lund\"}")).isEqualTo(200);
        assertThat(client.data("/customers/100?include=addresses")
                        .path("addresses")
                        .path("data")
                        .path("delivery")
                        .path("city")
                        .asString())
                .isEqualTo("Lund");
        assertThat(client.status("DELETE", address, "")).isEqualTo(403);
    }

    @Test
    void anOrderOutlivesItsCustomer() throws Exception {
        long order = starweb.placeAndPay(SHOP, OrderKind.T1).orderId();
        long customer = client.data("/orders/" + order).path("customerId").asLong();
        assertThat(client.status("DELETE", "/customers/" + customer, "")).isEqualTo(204);
        JsonNode read = client.data("/orders/" + order + "?include=customer,addresses");
        assertThat(read.has("customer")).isFalse();
        assertThat(read.path("addresses").path("data").has("originalInvoice")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"slim, 1", "all, 2"})
    void oneProductHasOneLanguageOrAll(String quirk, int languages) throws Exception {
        starweb.quirks(SHOP).set("product.languages", quirk);
        assertThat(client.data("/products/1?include=languages")
                        .path("languages")
                        .path("data")
                        .size())
                .isEqualTo(languages);
        assertThat(client.data("/products?include=languages")
                        .path(0)
                        .path("languages")
                        .path("data")
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"STRICT_2_12, true, 0", "GUIDE_2024, false, 1"})
    void aShopFollowsTheContractOrTheGuide(String quirk, boolean text, int writes) throws Exception {
        starweb.quirks(SHOP).set("contract", quirk);
        assertThat(client.data("/products/1").path("defaultVatRate").isString()).isEqualTo(text);
        long master = starweb.priceLists(SHOP).stream()
                .filter(list -> list.kind().equals("MASTER"))
                .findFirst()
                .orElseThrow()
                .id();
        String body = "{\"prices\":[{\"pricelistId\":" + master + ",\"priceExVat\":1}]}";
        assertThat(client.status("PATCH", client.variant("KAJ-001"), body)).isEqualTo(200);
        assertThat(starweb.writes(SHOP, "KAJ-001")).hasSize(writes);
    }

    @Test
    void aShopThatHadAnotherConnectorHasItsMarks() throws Exception {
        assertThat(client.control("POST", "shops/kajak-se/leftovers", "").status())
                .isEqualTo(204);
        assertThat(client.data("/orders").valueStream())
                .allMatch(order -> order.path("externalIdType").asString("").equals("Specter"));
        assertThat(client.data(client.variant("KAJ-001")).path("externalIdType").asString())
                .isEqualTo("Specter");
    }

    @Test
    void answersThatLoseContentMissChildrenAndHaveNullsButKeepTheirIds() throws Exception {
        starweb.quirks(SHOP).set("noise.loss", "100");
        Set<String> lost = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            for (JsonNode order : client.data("/orders?include=items,addresses,status,customer")) {
                assertThat(order.path("orderId").isNumber()).isTrue();
                order.propertyStream()
                        .filter(field -> field.getValue().isNull())
                        .forEach(field -> lost.add(field.getKey()));
                if (!order.has("items")) {
                    lost.add("items");
                }
            }
        }
        assertThat(lost).contains("items", "amountToPay", "createdAt").doesNotContain("customerId");
    }

    @Test
    void aStatusOfTheShopsOwnIsMadeNamedAndRemoved() throws Exception {
        String body = "{\"languages\":{\"data\":[{\"langCode\":\"sv\",\"name\":\"Packas\"}]}}";
        long id = client.call("POST", "/order-statuses", body)
                .json()
                .path("data")
                .path("statusId")
                .asLong();
        long order = starweb.placeAndPay(SHOP, OrderKind.T1).orderId();
        client.call("PATCH", "/orders/" + order, "{\"statusId\":" + id + "}");
        assertThat(starweb.orderOf(SHOP, order).order().status()).isEqualTo("Packas");
        assertThat(client.status("DELETE", "/order-statuses/" + id, "")).isEqualTo(403);
        assertThat(client.status("POST", "/order-statuses", "{}")).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"customerId, customerId", "id, id", "none, ''"})
    void aCustomersHookHasItsNumberUnderTheShopsName(String quirk, String field) throws Exception {
        starweb.quirks(SHOP).set("hook.customerKey", quirk);
        JsonNode body = hookOf(
                        () -> client.call("PATCH", "/customers/100", "{\"customInfo1\":\"x\"}"), "customer-updated")
                .json();
        assertThat(body.path("customerId").isNumber() || body.path("id").isNumber())
                .isEqualTo(!field.isEmpty());
        assertThat(field.isEmpty() || body.has(field)).isTrue();
    }

    @Test
    void hooksMayComeAsForms() throws Exception {
        starweb.quirks(SHOP).set("hook.transport", "POST_FORM");
        assertThat(hookOf(() -> starweb.placeAndPay(SHOP, OrderKind.T1), "order-completed")
                        .body())
                .contains("&shopIdCode=kajak-se&", "orderId=");
    }

    private Browser.Answer hookOf(Something happens, String event) throws Exception {
        try (HookReceiver receiver = new HookReceiver()) {
            client.call("POST", "/web-hooks", "{\"event\":\"" + event + "\",\"url\":\"" + receiver.uri() + "\"}");
            happens.happen();
            return receiver.next();
        }
    }

    private interface Something {
        Object happen() throws Exception;
    }
}
