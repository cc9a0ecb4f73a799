package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.ShopStock.StockLocation;
import se.brygga.clients.shop.ShopStock.StockRow;
import se.brygga.clients.shop.ShopStock.StockStatus;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;

/** Stock on the wire (reference section 9). */
@Timeout(60)
class StockTest {

    private static final VariantRef VARIANT = new VariantRef(12, 34);
    private static final String PATH = "/products/12/variants/34";
    private static final String OK = "{\"data\":{}}";
    private static final String NOT_FOUND = "{\"error\":\"not_found\"}";

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            12      | 3    | {"stockQuantity":12,"stockStatusId":3}
            12.000  | none | {"stockQuantity":12}
            1.2E+3  | none | {"stockQuantity":1200}
            12.5    | none | {"stockQuantity":12.5}
            -4      | 5    | {"stockQuantity":-4,"stockStatusId":5}
            0.00    | 5    | {"stockQuantity":0,"stockStatusId":5}
            """)
    void writesQuantityAndStatusWhereTheRowIs(BigDecimal quantity, @Nullable Long status, String body) {
        shop.stub.answers(OK);

        assertThat(shop.stock.putStock(VARIANT, 2, quantity, status, 9)).isEqualTo(Written.DONE);

        assertThat(shop.stub.calls()).containsExactly("PATCH " + PATH + "/stocks/2 " + body);
        assertThat(shop.stub.asked().getFirst().contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none,9", "3,3"})
    void makesTheRowThatIsNotThereWhichNeedsAStatus(@Nullable Long status, long written) {
        shop.stub.answers(404, NOT_FOUND).answers(201, OK);

        assertThat(shop.stock.putStock(VARIANT, 2, BigDecimal.TEN, status, 9)).isEqualTo(Written.DONE);

        assertThat(shop.stub.calls().getLast())
                .isEqualTo("PUT " + PATH + "/stocks/2 {\"stockQuantity\":10,\"stockStatusId\":" + written + "}");
        assertThat(shop.stub.calls()).hasSize(2);
    }

    @Test
    void saysThatTheVariantIsGoneWhenItIs() {
        shop.stub.answers(404, NOT_FOUND).answers(404, NOT_FOUND).answers(404, NOT_FOUND);

        assertThat(put()).isEqualTo(Written.VARIANT_GONE);

        assertThat(shop.stub.calls().getLast()).isEqualTo("GET " + PATH);
    }

    /** Otherwise each of ten thousand variants would be looked for again, because somebody removed a location. */
    @Test
    void doesNotTakeALocationThatIsGoneForAVariantThatIsGone() {
        shop.stub.answers(404, NOT_FOUND).answers(404, NOT_FOUND).answers("{\"data\":{\"variantId\":34}}");

        ShopOnTheWire.assertContentFails(this::put, Kind.REFUSED, "stock-location-gone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"error":"validation_error"} | REFUSED         | bad-request
            403 | {"error":"forbidden"}        | REFUSED         | forbidden
            404 | <html>not the API</html>     | NOT_LET_IN         | wrong-address
            405 | {"error":"x"}                | REFUSED         | http-405
            409 | {"error":"x"}                | REFUSED         | http-409
            429 | ''                           | BUSY            | limit
            500 | <html>                       | OUTCOME_UNKNOWN | http-500
            200 | <html>                       | OUTCOME_UNKNOWN | unreadable-body
            """)
    void createsNothingAfterAnotherAnswer(int status, String body, Kind kind, String code) {
        shop.stub.answers(status, body).answers(status, body).answers(status, body);

        shop.assertFails(this::put, kind, code);
        shop.assertFails(() -> shop.stock.setVariantStock(VARIANT, "MUGG", 7, null), kind, code);
        shop.assertFails(() -> shop.products.setVisibility(VARIANT, "MUGG", Variant.Visibility.HIDDEN), kind, code);

        assertThat(shop.stub.asked()).extracting(StarwebStub.Asked::method).containsExactly("PATCH", "PATCH", "PATCH");
    }

    @Test
    void sendsTheSameAgainAfterALostAnswer() {
        shop.stub
                .answers(404, NOT_FOUND)
                .plays(StarwebStub::hangUp)
                .answers(404, NOT_FOUND)
                .answers(OK);

        shop.assertFails(this::put, Kind.OUTCOME_UNKNOWN, "connection-lost");
        assertThat(put()).isEqualTo(Written.DONE);

        List<String> calls = shop.stub.calls();
        assertThat(calls.subList(2, 4)).isEqualTo(calls.subList(0, 2));
    }

    private Written put() {
        return shop.stock.putStock(VARIANT, 2, BigDecimal.TEN, null, 9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            7  | none | {"stockQuantity":7}
            -1 | 5    | {"stockQuantity":-1,"stockStatusId":5}
            """)
    void sendsNoNullToAVariant(int quantity, @Nullable Long status, String body) {
        shop.stub.answers(OK);

        assertThat(shop.stock.setVariantStock(VARIANT, "MUGG", quantity, status))
                .isEqualTo(Written.DONE);

        assertThat(shop.stub.calls()).containsExactly("PATCH " + PATH + " " + body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"data":{"variantId":34,"sku":"MUGG"}}   | DONE
            {"data":{"variantId":34,"sku":null}}     | DONE
            {"data":{"variantId":34,"sku":"MUGG-2"}} | OTHER_SKU
            """)
    void saysWhenAVariantHasAnotherSkuByNow(String answer, Written written) {
        shop.stub.answers(answer);

        assertThat(shop.stock.setVariantStock(VARIANT, "MUGG", 7, null)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"HIDDEN, false", "VISIBLE, true"})
    void hidesAndShowsAVariantAndChangesNothingElse(Variant.Visibility visibility, boolean active) {
        shop.stub
                .answers("{\"data\":{\"variantId\":34,\"sku\":\"mugg\"}}")
                .answers("{\"data\":{\"variantId\":34,\"sku\":\"MUGG-2\"}}")
                .answers(404, NOT_FOUND);

        assertThat(shop.products.setVisibility(VARIANT, "MUGG", visibility)).isEqualTo(Written.DONE);
        assertThat(shop.products.setVisibility(VARIANT, "MUGG", visibility)).isEqualTo(Written.OTHER_SKU);
        assertThat(shop.products.setVisibility(VARIANT, "MUGG", visibility)).isEqualTo(Written.VARIANT_GONE);

        assertThat(shop.stub.calls().getFirst()).isEqualTo("PATCH " + PATH + " {\"isActive\":" + active + "}");
    }

    @Test
    void readsOfOneVariantWhetherCustomersSeeIt() {
        shop.stub
                .answers("{\"data\":{\"variantId\":34,\"sku\":\"mugg\",\"isActive\":false}}")
                .answers("{\"data\":{\"variantId\":34,\"sku\":\"mugg\",\"isActive\":null}}")
                .answers("{\"data\":{\"variantId\":34,\"sku\":null}}")
                .answers(404, NOT_FOUND);

        assertThat(shop.products.variant(VARIANT)).hasValueSatisfying(variant -> {
            assertThat(variant.sku()).isEqualTo("MUGG");
            assertThat(variant.visibility()).isEqualTo(Variant.Visibility.HIDDEN);
        });
        assertThat(shop.products.variant(VARIANT))
                .hasValueSatisfying(variant -> assertThat(variant.visibility()).isEqualTo(Variant.Visibility.VISIBLE));
        assertThat(shop.products.variant(VARIANT)).isEmpty();
        assertThat(shop.products.variant(VARIANT)).isEmpty();
        assertThat(shop.stub.calls()).containsOnly("GET " + PATH);
    }

    @Test
    void saysThatAVariantWithoutLocationsIsGone() {
        shop.stub.answers(404, NOT_FOUND);

        assertThat(shop.stock.setVariantStock(VARIANT, "MUGG", 7, null)).isEqualTo(Written.VARIANT_GONE);
    }

    @Test
    void readsTheRowsOfAVariantInEveryShape() {
        shop.stub
                .answers("{\"data\":[{\"stockLocationId\":\"2\",\"stockQuantity\":\"7.5\",\"stockStatusId\":3,"
                        + "\"shelfSpace\":null,\"unheardOf\":[]},{\"stockLocationId\":4,\"stockQuantity\":null}]}")
                .answers("{\"data\":[]}")
                .answers(404, NOT_FOUND);

        assertThat(shop.stock.stocks(VARIANT))
                .contains(List.of(new StockRow(2, new BigDecimal("7.5"), 3L), new StockRow(4, null, null)));
        assertThat(shop.stock.stocks(VARIANT)).contains(List.of());
        assertThat(shop.stock.stocks(VARIANT)).isEmpty();
        assertThat(shop.stub.calls().getFirst()).isEqualTo("GET " + PATH + "/stocks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[{\"stockQuantity\":7}]}", "{\"data\":[[]]}", "{\"data\":[null]}"})
    void doesNotTakeARowOfNoLocationForOne(String answer) {
        shop.stub.answers(answer);

        ShopOnTheWire.assertContentFails(() -> shop.stock.stocks(VARIANT), Kind.OUR_FAULT, "unreadable-answer");
    }

    @Test
    void readsLocationsAndStatuses() {
        shop.stub
                .answers("{\"data\":[{\"stockLocationId\":2,\"externalId\":\"L2\",\"ecommerceStockLocation\":\"1\","
                        + "\"languages\":{\"data\":[{\"langCode\":\"sv\",\"name\":\"Lager\"}]}},"
                        + "{\"stockLocationId\":\"3\",\"externalId\":null,\"languages\":[]}]}")
                .answers("{\"data\":[{\"stockStatusId\":3,\"idCode\":\"inStock\",\"productBuyable\":true,\"inStock\":1,"
                        + "\"stockoutNewStatusId\":\"5\",\"languages\":[{\"langCode\":\"sv\",\"name\":\"I lager\"}]},"
                        + "{\"stockStatusId\":\"5\",\"idCode\":\"\",\"productBuyable\":false,\"inStock\":null}]}");

        assertThat(shop.stock.stockLocations())
                .containsExactly(
                        new StockLocation(2, "L2", true, List.of("Lager")),
                        new StockLocation(3, null, false, List.of()));
        assertThat(shop.stock.stockStatuses())
                .containsExactly(
                        new StockStatus(3, "inStock", true, true, 5L, List.of("I lager")),
                        new StockStatus(5, null, false, false, null, List.of()));
        assertThat(shop.stub.calls()).containsExactly("GET /stock-locations", "GET /product-stock-statuses");
    }
}
