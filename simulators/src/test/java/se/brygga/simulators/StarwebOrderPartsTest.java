package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import tools.jackson.databind.JsonNode;

/** What lies below an order, and writes of the whole order, as other integrations use them. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebOrderPartsTest {

    private static final String SHOP = "kajak-se";
    private static final String ROW =
            "{\"sku\":\"KAJ-003\",\"description\":\"Paddel\",\"quantity\":1,\"unitPrice\":100,\"vatRate\":25}";

    private StarwebSimulator starweb;
    private ShopClient client;
    private String order;

    @BeforeEach
    void start(StarwebSimulator starweb) throws Exception {
        this.starweb = starweb;
        client = new ShopClient(starweb, SHOP);
        order = "/orders/" + starweb.placeAndPay(SHOP, OrderKind.T1).orderId();
    }

    @Test
    void aRowThatIsAddedChangedAndRemovedMovesTheTotal() throws Exception {
        JsonNode row = client.call("POST", order + "/items", ROW).json().path("data");
        assertThat(total()).isEqualTo("929.10");
        String path = order + "/items/" + row.path("itemId").asLong();
        client.call("PATCH", path, "{\"quantity\":2}");
        assertThat(total()).isEqualTo("1054.10");
        client.call("PUT", path, "{\"sku\":\"KAJ-004\"}");
        assertThat(total()).isEqualTo("804.10");
        assertThat(client.data(path).path("sku").asString()).isEqualTo("KAJ-004");
        assertThat(client.status("DELETE", path, "")).isEqualTo(204);
        assertThat(client.status("GET", path, "")).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"REPLACE, 1", "MERGE, 3", "IGNORED, 2"})
    void rowsInAWriteOfTheOrderReplaceOrJoinTheOldOnes(String quirk, int rows) throws Exception {
        starweb.quirks(SHOP).set("order.patchItems", quirk);
        client.call("PATCH", order, "{\"items\":[" + ROW + "]}");
        assertThat(client.data(order + "/items").size()).isEqualTo(rows);
    }

    @Test
    void aReplacedOrderLosesWhatIsLeftOutAndKeepsItsMarks() throws Exception {
        client.call(
                "PATCH", order, "{\"externalId\":\"5001\",\"shippingTrackingNo\":\"17\",\"internalComment\":\"x\"}");
        String status = "{\"statusId\":" + client.orderStatus("picking") + ",\"externalId\":\"999\"}";
        assertThat(client.status("PUT", order, status)).isEqualTo(200);
        JsonNode read = client.data(order);
        assertThat(read.path("shippingTrackingNo").asString()).isEmpty();
        assertThat(read.path("externalId").asString()).isEqualTo("5001");
        assertThat(total()).as("no freight and no fee any more").isEqualTo("716.10");
        assertThat(client.status("PUT", order, "{}")).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void anOrderMadeByHandIsCompleteAsTheShopSays(String quirk, boolean complete) throws Exception {
        starweb.quirks(SHOP).set("order.manualComplete", quirk);
        String body = "{\"originalCustomerEmail\":\"ny@example.se\",\"currencyCode\":\"SEK\",\"items\":[" + ROW + "]}";
        JsonNode made = client.call("POST", "/orders", body).json().path("data");
        assertThat(made.path("amountToPay").decimalValue()).isEqualByComparingTo("125");
        assertThat(made.path("isComplete").asBoolean()).isEqualTo(complete);
        assertThat(starweb.placeInAdmin(SHOP, "{\"kind\":\"T1\"}").complete()).isEqualTo(complete);
    }

    @Test
    void aNewOrderMailsUnlessItIsToldNotTo() throws Exception {
        String body = "{\"originalCustomerEmail\":\"ny@example.se\",\"items\":[" + ROW + "]";
        client.call("POST", "/orders", body + "}");
        client.call("POST", "/orders", body + ",\"onOrderStatusChangeSendEmail\":false}");
        assertThat(starweb.shopperActions()).hasSize(1);
    }

    @Test
    void anOrderThatIsDeletedIsGone() throws Exception {
        assertThat(client.status("DELETE", order, "")).isEqualTo(204);
        assertThat(client.status("GET", order, "")).isEqualTo(404);
        assertThat(client.status("DELETE", order, "")).isEqualTo(404);
    }

    @Test
    void anAddressIsReplacedChangedAndRemoved() throws Exception {
        String address = order + "/addresses/paymentMethodInvoice";
        assertThat(client.status("GET", address, "")).isEqualTo(404);
        assertThat(client.status("PUT", address, "{\"city\":\"Lund\",\"firstName\":\"Åsa\"}"))
                .isEqualTo(200);
        assertThat(client.status("PATCH", address, "{\"city\":\"Malmö\"}")).isEqualTo(200);
        assertThat(client.data(address).path("firstName").asString()).isEqualTo("Åsa");
        assertThat(client.data(order + "/addresses")
                        .path("paymentMethodInvoice")
                        .path("city")
                        .asString())
                .isEqualTo("Malmö");
        assertThat(client.status("DELETE", order + "/addresses/originalInvoice", ""))
                .isEqualTo(204);
        assertThat(client.data(order + "/addresses").has("originalInvoice")).isFalse();
        assertThat(client.status("PUT", order + "/addresses/home", "{}")).isEqualTo(404);
    }

    @Test
    void theLastCommentThatGoesLeavesAnOrderWithoutComments() throws Exception {
        String comments = order + "/comments";
        long id = client.call("POST", comments, "{\"text\":\"Hej\"}")
                .json()
                .path("data")
                .path("commentId")
                .asLong();
        client.call("PATCH", comments + "/" + id, "{\"text\":\"Hej då\"}");
        assertThat(client.data(comments).path(0).path("text").asString()).isEqualTo("Hej då");
        assertThat(client.status("DELETE", comments + "/" + id, "")).isEqualTo(204);
        assertThat(client.data(order).path("hasComments").asBoolean(true)).isFalse();
    }

    @Test
    void whatAnotherServiceHasLockedIsNotChanged() throws Exception {
        String wish = "{\"items\":[" + ROW + "],\"services\":[{\"serviceName\":\"Klarna\",\"externalIdValue\":\"1\","
                + "\"agent\":\"\",\"readOnly\":true}]}";
        String services = "/orders/" + starweb.place(SHOP, wish).orderId() + "/external-services";
        assertThat(client.status("PATCH", services + "/Klarna", "{\"externalIdValue\":\"2\"}"))
                .isEqualTo(400);
        assertThat(client.status("DELETE", services + "/Klarna", "")).isEqualTo(400);
        client.call("POST", services, "{\"serviceName\":\"Lager\",\"externalIdValue\":\"1\"}");
        assertThat(client.status("PATCH", services + "/Lager", "{\"serviceName\":\"Klarna\"}"))
                .isEqualTo(400);
        assertThat(client.status("DELETE", services + "/Lager", "")).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"writes, true", "the-order-itself, false"})
    void aCommentMovesTheOrderToTheFrontOnlyWhereTheShopDoesSo(String quirk, boolean moves) throws Exception {
        starweb.quirks(SHOP).set("order.bumpOn", quirk);
        String before = client.data(order).path("modifiedAt").asString();
        starweb.clock().advance(Duration.ofMinutes(1));
        client.call("POST", order + "/comments", "{\"text\":\"Hej\"}");
        assertThat(client.data(order).path("modifiedAt").asString().equals(before))
                .isNotEqualTo(moves);
    }

    @ParameterizedTest
    @CsvSource({"rate-0, 0, 0.00", "rates-kept, 25, 0.00"})
    void aSaleWithoutVatShowsInTheRowsOrOnlyInTheTotals(String quirk, int rate, String vat) throws Exception {
        starweb.quirks(SHOP).set("order.vatFree", quirk);
        long id = starweb.placeAndPay(SHOP, OrderKind.COMPANY_EU_ZERO_VAT).orderId();
        JsonNode read = client.data("/orders/" + id + "?include=items");
        assertThat(read.path("items").path("data").path(0).path("vatRate").asInt())
                .isEqualTo(rate);
        assertThat(read.path("totalVat").decimalValue()).isEqualByComparingTo(vat);
    }

    @ParameterizedTest
    @CsvSource({"known, captured", "other-words, paid", "reserved-only, ''"})
    void aPaymentStateHasTheWordThatTheShopUses(String quirk, String word) throws Exception {
        starweb.quirks(SHOP).set("order.paymentStatuses", quirk);
        assertThat(client.data(order).path("paymentStatus").asString()).isEqualTo("reserved");
        client.call("PATCH", order, "{\"statusId\":" + client.orderStatus("completed") + "}");
        assertThat(client.data(order).path("paymentStatus").asString()).isEqualTo(word);
    }

    private String total() throws Exception {
        return client.data(order).path("amountToPay").decimalValue().setScale(2).toPlainString();
    }
}
