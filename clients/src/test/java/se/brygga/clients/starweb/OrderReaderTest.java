package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.order.ShopOrder;
import tools.jackson.databind.json.JsonMapper;

/** What an order's JSON may look like, and what it must have (reference section 2). */
class OrderReaderTest {

    private static final String HEAD = """
            "orderId":10025,"createdAt":"2026-11-02T10:00:00+01:00","modifiedAt":"2026-11-02T10:00:00+01:00",
            "currencyCode":"SEK","amountToPay":804.10""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"items\":{\"data\":[{\"itemId\":1,\"sku\":\"A\",\"quantity\":2,\"unitPrice\":\"94.3396\"}]}",
                "\"items\":[{\"itemId\":1,\"sku\":\"A\",\"quantity\":\"2\",\"unitPrice\":94.3396}]"
            })
    void readsChildrenWrappedOrNotAndNumbersAsStringsToo(String items) {
        ShopOrder order = read("{" + HEAD + "," + items + "}");

        assertThat(order.items()).singleElement().satisfies(item -> {
            assertThat(item.sku()).isEqualTo("A");
            assertThat(item.unitPrice()).isEqualByComparingTo("94.3396");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"items\":null,\"addresses\":[],\"customer\":null",
                ",\"items\":[],\"addresses\":{\"data\":[]}"
            })
    void toleratesWhatIsMissing(String rest) {
        ShopOrder order = read("{" + HEAD + rest + ",\"unknown\":{\"a\":1}}");

        assertThat(order.items()).isEmpty();
        assertThat(order.addresses().originalInvoice()).isNull();
        assertThat(order.createdAt()).isEqualTo(Instant.parse("2026-11-02T09:00:00Z"));
    }

    /** Each would break a table, an index or a calendar, and one such order must not stop those behind it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"items\":[{\"sku\":\"A\\u0000B\"}] | sku",
                "\"items\":[{\"sku\":\"A\\ud800\"}] | sku",
                "\"items\":[{\"description\":\"A\\u0000B\"}] | description",
                "\"items\":[{\"quantity\":1e300}] | quantity",
                "\"items\":[{\"unitPrice\":\"1e-99999\"}] | unitPrice",
                "\"customerId\":1e19 | customerId",
                "\"currencyPrecision\":999999999 | currencyPrecision",
                "\"discountCode\":\"x\\u0000x\" | discountCode",
            })
    void refusesWhatTheBooksCannotHoldAndNamesTheField(String rest, String field) {
        assertUnreadable("{" + HEAD + "," + rest + "}", field);
    }

    @Test
    void refusesASkuThatNoIndexHolds() {
        assertUnreadable("{" + HEAD + ",\"items\":[{\"sku\":\"" + "A".repeat(3_000) + "\"}]}", "sku");
    }

    /** A gift, or a part of a bundle, would be left out, and the total would be right all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", ",\"quantity\":null", ",\"quantity\":\"two\"", ",\"quantity\":\"1,5\"", ",\"quantity\":{}"})
    void refusesGoodsOfWhichItCannotSayHowMany(String quantity) {
        String gift = "{\"sku\":\"GAVA\",\"unitPrice\":0" + quantity + "}";

        assertUnreadable("{" + HEAD + ",\"items\":[" + gift + "]}", "quantity");
        assertUnreadable(
                "{" + HEAD + ",\"items\":[{\"sku\":\"SET\",\"quantity\":1,\"bundledItems\":[" + gift + "]}]}",
                "quantity");
    }

    @ParameterizedTest
    @CsvSource({
        "createdAt, 2026-11-02T10:00:00+01:00, +999999999-12-31T23:59:59Z",
        "amountToPay, 804.10, 1000000000000000",
        "amountToPay, 804.10, 1e2147483647",
    })
    void refusesAHeadThatTheBooksCannotHold(String field, String good, String bad) {
        assertUnreadable("{" + HEAD.replace(good, bad) + "}", field);
    }

    private static void assertUnreadable(String json, String field) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        RemoteFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("unreadable-answer"))
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @CsvSource({"0.97, 0.97", "'\"0.97\"', 0.97", "0, ", "-1, ", "null, "})
    void readsTheExchangeRateIfItIsOne(String json, @Nullable BigDecimal rate) {
        assertThat(read("{" + HEAD + ",\"currencyExchangeRate\":" + json + "}").currencyExchangeRate())
                .isEqualTo(rate);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void takesAnOrderThatWasNeverChangedForChangedWhenItWasMade(String modifiedAt) {
        ShopOrder order =
                read("{" + HEAD.replaceAll("\"modifiedAt\":\"[^\"]*\"", "\"modifiedAt\":" + modifiedAt) + "}");

        assertThat(order.modifiedAt()).isNull();
    }

    @Test
    void readsWhatPeopleWroteWithoutWhatIsEmpty() {
        ShopOrder order = read("{" + HEAD + """
                ,"hasComments":true,"internalComment":" Ring först ","customInfo1":"","customInfo2":"Portkod 1234",
                "customInfo3":null}""");

        assertThat(order.remarks())
                .isEqualTo(new ShopOrder.Remarks(true, "Ring först", List.of("Portkod 1234"), List.of()));
    }

    @Test
    void takesNullsForWhatIsNotThere() {
        ShopOrder order = read("{" + HEAD + """
                ,"currencyPrecision":null,"isComplete":null,"totalVat":null,"statusId":null,"customerId":null,
                "paymentFee":null,"langCode":null,"externalId":null,"externalIdType":"","status":{"data":null},
                "items":{"data":[{"itemId":null,"sku":null,"quantity":null,"discountType":null,"bundledItems":null}]}}""");

        assertThat(order.currencyPrecision()).isEqualTo(2);
        assertThat(order.complete()).isFalse();
        assertThat(order.status()).isEqualTo(new ShopOrder.Status(0, null, List.of()));
        assertThat(order.customer()).isNull();
        assertThat(order.externalIdType()).isNull();
        assertThat(order.items()).singleElement().satisfies(item -> {
            assertThat(item.sku()).isNull();
            assertThat(item.quantity()).isZero();
            assertThat(item.bundled()).isEmpty();
        });
    }

    @Test
    void readsNumbersAndFlagsThatComeAsTexts() {
        ShopOrder order = read("{" + HEAD + """
                ,"currencyPrecision":"0","isComplete":"true","totalVat":"135.18","statusId":"11",
                "items":[{"quantity":"-2","vatRate":"25.0","discountType":"amount","discount":"20.00",
                "bundledItems":{"data":[{"sku":"DEL","quantity":1}]}}]}""");

        assertThat(order.currencyPrecision()).isZero();
        assertThat(order.complete()).isTrue();
        assertThat(order.status().statusId()).isEqualTo(11);
        assertThat(order.items()).singleElement().satisfies(item -> {
            assertThat(item.quantity()).isEqualByComparingTo("-2");
            assertThat(item.discountType()).isEqualTo(ShopOrder.DiscountType.AMOUNT);
            assertThat(item.bundled()).extracting(ShopOrder.Item::sku).containsExactly("DEL");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"customer\":{\"data\":{\"type\":\"company\",\"email\":\"a@example.se\"}}",
                "\"customer\":{\"type\":\"company\",\"email\":\"a@example.se\",\"new\":[]}",
            })
    void readsAChildWrappedOrNot(String customer) {
        assertThat(read("{" + HEAD + "," + customer + "}").customerIfKnown()).hasValueSatisfying(read -> {
            assertThat(read.company()).isTrue();
            assertThat(read.email()).isEqualTo("a@example.se");
        });
    }

    @Test
    void namesTheFieldThatAnOrderCannotLack() {
        assertThatThrownBy(
                        () -> read(
                                "{\"orderId\":1,\"createdAt\":\"2026-11-02T10:00:00Z\",\"modifiedAt\":\"2026-11-02T10:00:00Z\"}"))
                .isInstanceOfSatisfying(
                        RemoteFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo("unreadable-answer"))
                .hasMessageContaining("currencyCode");
    }

    private static ShopOrder read(String json) {
        return OrderReader.read(JsonMapper.shared().readTree(json), "GET /orders/{id}");
    }
}
