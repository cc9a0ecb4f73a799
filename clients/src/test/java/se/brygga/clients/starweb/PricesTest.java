package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.clients.shop.ShopPrices.SpecialPrice;
import se.brygga.clients.shop.ShopPrices.Tier;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Written;

/** Prices, tiers and price lists on the wire (reference section 8). */
@Timeout(60)
class PricesTest {

    private static final VariantRef VARIANT = new VariantRef(12, 34);
    private static final String PATH = "/products/12/variants/34/prices";
    private static final String OK = "{\"data\":{}}";
    private static final String NOT_FOUND = "{\"error\":\"not_found\"}";
    private static final BigDecimal PRICE = new BigDecimal("159.2");
    private static final Tier TIER = new Tier(10, new BigDecimal("99.5"));

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    static Stream<Arguments> offers() {
        return Stream.of(
                Arguments.of("159.2", new SpecialPrice.None(), "159.2000,\"specialPriceExVat\":null"),
                Arguments.of("159.2", new SpecialPrice.Untouched(), "159.2000"),
                Arguments.of("94.33965", special("79.99994"), "94.3397,\"specialPriceExVat\":79.9999"),
                Arguments.of("0", special("0.00005"), "0.0000,\"specialPriceExVat\":0.0001"),
                Arguments.of("1E+3", special("1E-4"), "1000.0000,\"specialPriceExVat\":0.0001"));
    }

    @ParameterizedTest
    @MethodSource("offers")
    void writesNumbersOfFourDecimalsAndOnlyWhatIsMeantOfTheOffer(String price, SpecialPrice special, String rest) {
        shop.stub.answers(OK);

        assertThat(shop.prices.putPrice(VARIANT, 7, new BigDecimal(price), special))
                .isEqualTo(Written.DONE);

        assertThat(shop.stub.calls())
                .containsExactly("PATCH " + PATH + "/7 {\"pricelistId\":7,\"priceExVat\":" + rest + "}");
    }

    private static SpecialPrice special(String price) {
        return new SpecialPrice.At(new BigDecimal(price));
    }

    @Test
    void makesTheRowThatIsNotThere() {
        shop.stub.answers(404, NOT_FOUND).answers(201, OK);

        assertThat(put()).isEqualTo(Written.DONE);

        String body = " {\"pricelistId\":7,\"priceExVat\":159.2000,\"specialPriceExVat\":null}";
        assertThat(shop.stub.calls()).containsExactly("PATCH " + PATH + "/7" + body, "POST " + PATH + body);
    }

    @Test
    void saysThatTheVariantIsGoneWhenItCannotEvenHaveANewRow() {
        shop.stub.answers(404, NOT_FOUND).answers(404, NOT_FOUND);

        assertThat(put()).isEqualTo(Written.VARIANT_GONE);
    }

    @Test
    void doesNotTakeAPriceListThatIsGoneForAVariantThatIsGone() {
        shop.stub.answers(404, NOT_FOUND).answers(400, "{\"error\":\"validation_error\"}");

        shop.assertFails(this::put, Kind.REFUSED, "bad-request");
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
            200 | {"data":                     | OUTCOME_UNKNOWN | unreadable-body
            """)
    void createsNothingAfterAnotherAnswer(int status, String body, Kind kind, String code) {
        shop.stub.answers(status, body).answers(status, body);

        shop.assertFails(this::put, kind, code);
        shop.assertFails(() -> shop.prices.putTier(VARIANT, 7, TIER), kind, code);

        assertThat(shop.stub.asked()).extracting(StarwebStub.Asked::method).containsExactly("PATCH", "PATCH");
    }

    @Test
    void findsTheRowThatALostAnswerWasAbout() {
        shop.stub.answers(404, NOT_FOUND).plays(StarwebStub::hangUp).answers(OK);

        shop.assertFails(this::put, Kind.OUTCOME_UNKNOWN, "connection-lost");
        assertThat(put()).isEqualTo(Written.DONE);

        assertThat(shop.stub.asked()).extracting(StarwebStub.Asked::method).containsExactly("PATCH", "POST", "PATCH");
    }

    private Written put() {
        return shop.prices.putPrice(VARIANT, 7, PRICE, new SpecialPrice.None());
    }

    @Test
    void writesATierThatIsThere() {
        shop.stub.answers(OK);

        assertThat(shop.prices.putTier(VARIANT, 7, TIER)).isEqualTo(Written.DONE);

        assertThat(shop.stub.calls())
                .containsExactly("PATCH " + PATH + "/7/volume/10 {\"quantity\":10,\"priceExVat\":99.5000}");
    }

    @Test
    void makesATierThatIsNotThere() {
        shop.stub.answers(404, NOT_FOUND).answers(201, OK);

        assertThat(shop.prices.putTier(VARIANT, 7, TIER)).isEqualTo(Written.DONE);

        assertThat(shop.stub.calls().getLast())
                .isEqualTo("POST " + PATH + "/7/volume {\"quantity\":10,\"priceExVat\":99.5000}");
    }

    @Test
    void tellsAVariantThatIsGoneFromAPriceRowThatIsGone() {
        shop.stub
                .answers(404, NOT_FOUND)
                .answers(404, NOT_FOUND)
                .answers(404, NOT_FOUND)
                .answers(404, NOT_FOUND)
                .answers(404, NOT_FOUND)
                .answers("{\"data\":{\"variantId\":34}}");

        assertThat(shop.prices.putTier(VARIANT, 7, TIER)).isEqualTo(Written.VARIANT_GONE);
        ShopOnTheWire.assertContentFails(() -> shop.prices.putTier(VARIANT, 7, TIER), Kind.REFUSED, "price-row-gone");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 404})
    void whatIsGoneIsDeletedWhateverTheAnswerLooksLike(int status) {
        String body = status == 404 ? NOT_FOUND : "";
        shop.stub.answers(status, body).answers(status, body);

        shop.prices.deletePrice(VARIANT, 7);
        shop.prices.deleteTier(VARIANT, 7, 10);

        assertThat(shop.stub.calls()).containsExactly("DELETE " + PATH + "/7", "DELETE " + PATH + "/7/volume/10");
    }

    @Test
    void whatMayNotBeDeletedIsRefused() {
        shop.stub.answers(403, "{\"error\":\"forbidden\"}").answers(500, "");

        shop.assertFails(() -> shop.prices.deletePrice(VARIANT, 1), Kind.REFUSED, "forbidden");
        shop.assertFails(() -> shop.prices.deleteTier(VARIANT, 1, 10), Kind.OUTCOME_UNKNOWN, "http-500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"pricelistId\":1,\"priceExVat\":159.2,\"specialPriceExVat\":null},"
                        + "{\"pricelistId\":\"7\",\"priceExVat\":\"94.3396\",\"specialPriceExVat\":\"80\",\"volumePrices\":[]}]}",
                "{\"data\":{\"data\":[{\"pricelistId\":1,\"priceExVat\":\"159.2\",\"links\":[{\"rel\":\"self\"}]},"
                        + "{\"pricelistId\":7,\"priceExVat\":94.3396,\"specialPriceExVat\":80}]}}"
            })
    void readsRowsBareAndWrapped(String answer) {
        shop.stub.answers(answer);

        assertThat(shop.prices.prices(VARIANT).orElseThrow())
                .containsExactly(
                        new PriceRow(1, new BigDecimal("159.2"), null),
                        new PriceRow(7, new BigDecimal("94.3396"), new BigDecimal("80")));
        assertThat(shop.stub.calls()).containsExactly("GET " + PATH);
    }

    @Test
    void readsNoRowAsNoneAndNoVariantAsEmpty() {
        shop.stub.answers("{\"data\":[]}").answers(404, NOT_FOUND).answers(404, NOT_FOUND);

        assertThat(shop.prices.prices(VARIANT)).contains(List.of());
        assertThat(shop.prices.prices(VARIANT)).isEmpty();
        assertThat(shop.prices.tiers(VARIANT, 7)).isEmpty();
    }

    @Test
    void readsTiers() {
        shop.stub.answers("{\"data\":[{\"pricelistId\":7,\"quantity\":\"10\",\"priceExVat\":\"99.5\"},"
                + "{\"quantity\":100,\"priceExVat\":90}]}");

        assertThat(shop.prices.tiers(VARIANT, 7)).containsExactly(TIER, new Tier(100, new BigDecimal("90")));
        assertThat(shop.stub.calls()).containsExactly("GET " + PATH + "/7/volume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":[{\"priceExVat\":7}]}", "{\"data\":[{\"pricelistId\":\"x\"}]}"})
    void doesNotTakeARowOfNoListForOne(String answer) {
        shop.stub.answers(answer);

        ShopOnTheWire.assertContentFails(() -> shop.prices.prices(VARIANT), Kind.OUR_FAULT, "unreadable-answer");
    }

    @Test
    void readsPriceLists() {
        shop.stub.answers("""
                {"data":[{"pricelistId":4,"externalId":"P1","name":"Standard","isMaster":true,"isActive":true,
                "currencyCode":"SEK","parentPricelistId":null,"countryCodes":[]},
                {"pricelistId":"7","externalId":"","name":null,"isMaster":"0","isActive":0,"currencyCode":null,
                "parentPricelistId":"4","region":"moon"}]}""");

        assertThat(shop.prices.priceLists())
                .containsExactly(
                        new PriceList(4, true, true, "SEK", null, "Standard", "P1"),
                        new PriceList(7, false, false, null, 4L, null, null));
        assertThat(shop.stub.calls()).containsExactly("GET /pricelists");
    }
}
