package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.ShopCatalogue.ProductPage;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopProduct.ExternalId;
import se.brygga.clients.shop.catalogue.ShopProduct.Shown;
import se.brygga.clients.shop.catalogue.ShopVariant;

/** How whole products are read (reference sections 2, 3 and 7). */
@Timeout(60)
class WholeProductsTest {

    private static final String NOT_FOUND = "{\"error\":\"not_found\"}";
    private static final String VARIANT = """
            {"variantId":34,"sku":"TROJA-M","isActive":true,"ean":"7310","weightInKg":"0.25","costPrice":40,
             "stockQuantity":12,"prices":[{"pricelistId":2,"priceExVat":99},{"pricelistId":1,"priceExVat":"159.2"}]}""";
    private static final ShopVariant READ = new ShopVariant(
            34,
            "TROJA-M",
            true,
            List.of(),
            "7310",
            new BigDecimal("0.25"),
            new BigDecimal("40"),
            new BigDecimal("159.2"),
            new BigDecimal("12"));

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    @BeforeEach
    void theShopSaysWhatEachProductIsReadBy() {
        shop.stub
                .answers("{\"data\":{\"defaultLangCode\":\"sv\",\"activeLangCodes\":[\"sv\",\"en\"],"
                        + "\"shopCountryCode\":\"SE\"}}")
                .answers("{\"data\":[{\"pricelistId\":2},{\"pricelistId\":1,\"isMaster\":true}]}");
    }

    private static String products(String... products) {
        return "{\"data\":[" + String.join(",", products) + "]}";
    }

    private static String product(long id, String rest) {
        return "{\"productId\":" + id + ",\"hasSeveralVariants\":false" + rest + "}";
    }

    private ShopProduct only() {
        ProductPage page = shop.catalogue.products(1);
        assertThat(page.unreadable()).isEmpty();
        assertThat(page.products()).hasSize(1);
        return page.products().getFirst();
    }

    @Test
    void asksForAPageWithAllThatComesAlong() {
        shop.stub.answers(products());

        assertThat(shop.catalogue.products(3).last()).isTrue();

        assertThat(shop.stub.calls().getLast())
                .isEqualTo("GET /products?sortBy=productId&sortOrder=ASC&include=primaryVariant,primaryVariant.prices,"
                        + "primaryVariant.attributeValues,categories,vatRates,languages&page=3");
        assertThat(shop.budget.urgencies.getLast()).isEqualTo(Urgency.LATER);
    }

    @Test
    void asksForWhatHasChangedAndForTheShopItselfOnceAnHour() {
        shop.stub.answers(products()).answers(products());

        shop.catalogue.productsChangedSince(Instant.parse("2026-11-24T10:00:00.5Z"), 2);
        shop.catalogue.products(1);

        assertThat(shop.stub.calls()).hasSize(4);
        assertThat(shop.stub.calls().get(2)).endsWith("&updatedSince=2026-11-24T10%3A00%3A00%2B00%3A00&page=2");
        shop.time.advance(Duration.ofMinutes(61));
        theShopSaysWhatEachProductIsReadBy();
        shop.stub.answers(products());
        shop.catalogue.products(1);
        assertThat(shop.stub.calls()).hasSize(7).contains("GET /shop", "GET /pricelists");
    }

    @Test
    void readsAllThatAProductHas() {
        shop.stub.answers(products(product(12, """
                ,"externalId":"10023","externalIdType":"Specter","type":"bundle","visibility":"pricelists",
                "defaultVatRate":"25","unitId":1,"manufacturerId":"7","primaryVariant":%s,
                "languages":{"data":[{"langCode":"sv","name":"Tröja","shortDescription":"Kort","permalink":"troja"}]},
                "categories":{"data":[{"categoryId":5},{"categoryId":6}]}""".formatted(VARIANT))));

        assertThat(only())
                .isEqualTo(new ShopProduct(
                        12,
                        new ExternalId("10023", "Specter"),
                        ShopProduct.Kind.BUNDLE,
                        Shown.PRICE_LISTS,
                        new BigDecimal("25"),
                        1L,
                        7L,
                        List.of(new ProductText("sv", "Tröja", "Kort", null)),
                        List.of(5L, 6L),
                        List.of(),
                        List.of(READ)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"primaryVariant\":{\"data\":%s}",
                "\"primaryVariant\":%s",
                "\"primaryVariant\":[%s]",
                "\"variants\":{\"data\":[%s]}",
                "\"variants\":[%s],\"languages\":[],\"categories\":{},\"vatRates\":null,\"externalId\":null"
            })
    void readsTheOnlyVariantUnderEitherNameAndInEveryShape(String variant) {
        shop.stub.answers(products(product(12, "," + variant.formatted(VARIANT))));

        ShopProduct product = only();

        assertThat(product.variants()).containsExactly(READ);
        assertThat(product.externalId()).isNull();
        assertThat(product.shown()).isEqualTo(Shown.HIDDEN);
        assertThat(product.vatRate()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "defaultVatRate":25.0                                                                      | 25
            "defaultVatRate":"25","vatRates":{"data":[{"countryCode":"NO","vatRate":15}]}               | 25
            "defaultVatRate":"25","vatRates":[{"countryCode":"no","vatRate":15},{"countryCode":"se","vatRate":"12"}] | 12
            """)
    void takesTheVatRateOfTheShopsOwnCountry(String rates, BigDecimal rate) {
        shop.stub.answers(products(product(12, ",\"primaryVariant\":" + VARIANT + "," + rates)));

        assertThat(only().vatRate()).isEqualByComparingTo(rate);
    }

    @Test
    void asksForTheVariantsOfAProductThatHasSeveral() {
        shop.stub
                .answers(products("{\"productId\":12,\"hasSeveralVariants\":true,\"primaryVariant\":" + VARIANT + "}"))
                .answers("""
                        {"data":[{"variantId":34,"sku":"A","attributeValues":[{"attributeValueId":8,
                          "languages":{"data":[{"langCode":"en","name":"Red"},{"langCode":"sv","name":"Röd"}]},
                          "attribute":{"data":{"attributeId":3,"languages":[{"langCode":"sv","name":"Färg"}]}}}]},
                         {"variantId":35,"sku":null,"isActive":false,"attributeValueLinks":[9]}]}""");

        assertThat(only().variants())
                .containsExactly(
                        variant(34, "A", true, new ShopVariant.Value(3, 8, "Färg", "Röd")),
                        variant(35, "", false, new ShopVariant.Value(0, 9, "", "")));
        assertThat(shop.stub.calls().getLast())
                .isEqualTo("GET /products/12/variants?include=prices,attributeValues,attributeValues.attribute&page=1");
    }

    private static ShopVariant variant(long id, String sku, boolean active, ShopVariant.Value value) {
        return new ShopVariant(id, sku, active, List.of(value), null, null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"productId\":12}",
                "{\"productId\":12,\"hasSeveralVariants\":false,\"primaryVariant\":[]}",
                "{\"productId\":12,\"hasSeveralVariants\":false,"
                        + "\"primaryVariant\":{\"variantId\":34,\"attributeValues\":[{\"attributeValueId\":8}]}}"
            })
    void asksForTheVariantsWhereThePageDoesNotSayAllOfThem(String product) {
        shop.stub.answers(products(product)).answers("{\"data\":[" + VARIANT + "]}");

        assertThat(only().variants()).containsExactly(READ);
    }

    @Test
    void readsVariantsToTheFirstShortPage() {
        shop.stub
                .answers(products("{\"productId\":12,\"hasSeveralVariants\":true}"))
                .answers(variants(1, 100))
                .answers(variants(101, 102));

        assertThat(only().variants()).hasSize(102);
    }

    private static String variants(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "{\"variantId\":" + i + ",\"sku\":\"S" + i + "\"}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }

    @Test
    void doesNotHideProductsBehindOnesThatCannotBeRead() {
        shop.stub.answers(products(
                product(1, ",\"primaryVariant\":{\"sku\":\"A\"}"),
                "null",
                "{\"name\":\"no id\",\"primaryVariant\":" + VARIANT + ",\"hasSeveralVariants\":false}",
                product(4, ",\"externalId\":\"a\\u0000\",\"primaryVariant\":" + VARIANT),
                product(5, ",\"primaryVariant\":{\"variantId\":1,\"costPrice\":\"1e99\"}"),
                product(12, ",\"primaryVariant\":" + VARIANT)));

        ProductPage page = shop.catalogue.products(1);

        assertThat(page.products()).extracting(ShopProduct::productId).containsExactly(12L);
        assertThat(page.unreadable()).containsExactly(1L, 0L, 0L, 4L, 5L);
        assertThat(shop.stub.calls()).hasSize(3);
    }

    @Test
    void aCharacterThatNoDatabaseHoldsIsMarkedInItsPlace() {
        shop.stub.answers(products(product(12, """
                ,"languages":[{"langCode":"sv","name":"A\\u0000B","longDescription":"C\\ud83d"}],
                "primaryVariant":{"variantId":1,"sku":"MUGG\\u00002","ean":"7\\u0000"}""")));

        ShopProduct product = only();

        assertThat(product.texts()).containsExactly(new ProductText("sv", "A\uFFFDB", null, "C\uFFFD"));
        assertThat(product.variants())
                .extracting(ShopVariant::sku, ShopVariant::ean)
                .containsExactly(tuple("MUGG\uFFFD2", "7\uFFFD"));
    }

    @Test
    void aFailureOfTheShopIsNoUnreadableProduct() {
        shop.stub
                .answers(products("{\"productId\":12,\"hasSeveralVariants\":true}"))
                .answers(503, "");

        ShopOnTheWire.assertContentFails(() -> shop.catalogue.products(1), Kind.OUTCOME_UNKNOWN, "http-503");
    }

    @Test
    void aProductThatIsDeletedMeanwhileIsLeftOut() {
        shop.stub
                .answers(products(
                        "{\"productId\":11,\"hasSeveralVariants\":true}",
                        product(12, ",\"primaryVariant\":" + VARIANT)))
                .answers(404, NOT_FOUND);

        assertThat(only().productId()).isEqualTo(12);
    }

    @Test
    void readsOneProductWithAllItsLanguagesAndPictures() {
        shop.stub
                .answers("{\"data\":" + product(12, """
                        ,"primaryVariant":%s,"mediaFiles":{"data":[{"mediaFileId":81},{"mediaFileId":80}]},
                        "languages":[{"langCode":"sv","name":"Tröja"}]""".formatted(VARIANT)) + "}")
                .answers("""
                        {"data":[{"langCode":"sv","name":"Tröja","longDescription":"<p>Lång</p>"},
                         {"langCode":"en","name":"Sweater"}]}""");

        ShopProduct product = shop.catalogue.product(12).orElseThrow();

        assertThat(product.images()).containsExactly(81L, 80L);
        assertThat(product.texts())
                .containsExactly(
                        new ProductText("sv", "Tröja", null, "<p>Lång</p>"),
                        new ProductText("en", "Sweater", null, null));
        assertThat(product.variants()).containsExactly(READ);
        assertThat(shop.stub.calls().subList(2, 4))
                .containsExactly(
                        "GET /products/12?include=primaryVariant,primaryVariant.prices,mediaFiles,vatRates,categories",
                        "GET /products/12/languages");
    }

    @Test
    void aProductThatIsNotThereIsNoFailure() {
        shop.stub.answers(404, NOT_FOUND);

        assertThat(shop.catalogue.product(12)).isEmpty();
    }
}
