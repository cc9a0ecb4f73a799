package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.clients.shop.ShopProducts.VariantPage;
import se.brygga.clients.shop.ShopProducts.VariantPage.Product;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;

/** How a shop's variants are found (reference sections 3 and 7.2). */
@Timeout(60)
class VariantsTest {

    private static final String NOT_FOUND = "{\"error\":\"not_found\"}";
    private static final String VARIANT =
            "{\"variantId\":34,\"sku\":\"TROJA-M\",\"stockQuantity\":12,\"stockStatusId\":3}";
    private static final Variant READ = new Variant(
            new VariantRef(12, 34), "TROJA-M", new BigDecimal("12"), 3L, Variant.Visibility.VISIBLE, List.of());

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    @Test
    void asksForProductsByIdWithTheirVariantAndItsPrices() {
        shop.stub.answers("{\"data\":[]}");

        shop.products.products(3);

        assertThat(shop.stub.calls())
                .containsExactly("GET /products?sortBy=productId&sortOrder=ASC"
                        + "&include=primaryVariant,primaryVariant.prices&page=3");
    }

    @Test
    void asksForProductsThatHaveChanged() {
        shop.stub.answers(
                "{\"data\":[{\"productId\":12,\"hasSeveralVariants\":false,\"primaryVariant\":" + VARIANT + "}]}");

        VariantPage page = shop.products.productsChangedSince(Instant.parse("2026-11-24T10:00:00.5Z"), 2);

        assertThat(page.products()).containsExactly(new Product(12, false, READ));
        assertThat(shop.stub.calls())
                .containsExactly("GET /products?sortBy=productId&sortOrder=ASC&include=primaryVariant"
                        + "&updatedSince=2026-11-24T10%3A00%3A00%2B00%3A00&page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"primaryVariant\":{\"data\":" + VARIANT + "}",
                "\"primaryVariant\":" + VARIANT,
                "\"primaryVariant\":{\"data\":[" + VARIANT + "]}",
                "\"primaryVariant\":[" + VARIANT + "]",
                "\"variants\":{\"data\":[" + VARIANT + "]}",
                "\"variants\":[" + VARIANT + "]",
                "\"primaryVariant\":[],\"variants\":{\"data\":" + VARIANT + "}",
                "\"primaryVariant\":null,\"unheardOf\":{},\"variants\":[" + VARIANT + "]"
            })
    void readsTheVariantUnderEitherNameAndInEveryShape(String variant) {
        shop.stub.answers("{\"data\":[{\"productId\":\"12\",\"hasSeveralVariants\":false," + variant + "}]}");

        VariantPage page = shop.products.products(1);

        assertThat(page.products()).containsExactly(new Product(12, false, READ));
        assertThat(page.unreadable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"pricelistId\":1,\"priceExVat\":159.2}]",
                "{\"data\":[{\"pricelistId\":\"1\",\"priceExVat\":\"159.2\"}]}"
            })
    void readsThePricesThatComeAlongBareAndWrapped(String prices) {
        shop.stub.answers(
                "{\"data\":[{\"variantId\":34,\"sku\":\"TROJA-M\",\"stockQuantity\":null,\"prices\":" + prices + "}]}");

        assertThat(shop.products.variants(12))
                .containsExactly(new Variant(
                        new VariantRef(12, 34),
                        "TROJA-M",
                        null,
                        null,
                        Variant.Visibility.VISIBLE,
                        List.of(new PriceRow(1, new BigDecimal("159.2"), null))));
    }

    @Test
    void doesNotHideProductsBehindOnesThatCannotBeRead() {
        shop.stub.answers("{\"data\":[" + product(1, "") + "," + product(2, ",\"primaryVariant\":[]")
                + ",null,{\"name\":\"no id\"}," + product(3, ",\"primaryVariant\":{\"variantId\":9,\"sku\":\"\"}") + ","
                + product(12, ",\"primaryVariant\":" + VARIANT) + "]}");

        VariantPage page = shop.products.products(1);

        assertThat(page.products()).containsExactly(new Product(12, false, READ));
        assertThat(page.unreadable()).containsExactly(1L, 2L, 0L, 0L, 3L);
    }

    private static String product(long id, String rest) {
        return "{\"productId\":" + id + ",\"hasSeveralVariants\":false" + rest + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "\"1\"", "null", "{}"})
    void looksForMoreVariantsUnlessTheShopSaysThatThereAreNone(String several) {
        shop.stub.answers("{\"data\":[{\"productId\":12,\"hasSeveralVariants\":" + several + "}]}");

        assertThat(shop.products.products(1).products()).containsExactly(new Product(12, true, null));
    }

    @Test
    void goesByTheMetaDataWhenThereIsAny() {
        String rest = "{\"data\":[],\"meta\":{\"pagination\":{\"total_pages\":3}}}";
        shop.stub.answers(rest).answers(rest).answers("{}");

        assertThat(shop.products.products(2).last()).isFalse();
        assertThat(shop.products.products(3).last()).isTrue();
        ShopOnTheWire.assertContentFails(() -> shop.products.products(4), Kind.OUTCOME_UNKNOWN, "unreadable-body");
    }

    @Test
    void readsVariantsToTheFirstShortPage() {
        shop.stub.answers(variants(1, 100)).answers(variants(101, 200)).answers(variants(201, 203));

        assertThat(shop.products.variants(12))
                .hasSize(203)
                .extracting(Variant::sku)
                .startsWith("S1")
                .endsWith("S203");
        assertThat(shop.stub.calls().getLast()).isEqualTo("GET /products/12/variants?include=prices&page=3");
    }

    @Test
    void readsVariantsByTheMetaDataWhenThereIsAny() {
        String meta = ",\"meta\":{\"pagination\":{\"total_pages\":2}}}";
        shop.stub
                .answers(variants(1, 5).replaceFirst("}$", meta))
                .answers(variants(6, 7).replaceFirst("}$", meta));

        assertThat(shop.products.variants(12)).hasSize(7);
    }

    @Test
    void endsWhenTheShopTakesNoNoticeOfThePage() {
        shop.stub.answers(variants(1, 100)).answers(variants(1, 100));

        assertThat(shop.products.variants(12)).hasSize(100);
        assertThat(shop.stub.asked()).hasSize(2);
    }

    @Test
    void leavesOutVariantsThatNothingCanBeLinkedTo() {
        shop.stub.answers("{\"data\":[{\"variantId\":1,\"sku\":null},{\"sku\":\"A\"}," + VARIANT + "]}");

        assertThat(shop.products.variants(12)).containsExactly(READ);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A\\u0000", "A\\u0007B", "A\\uD83D", "\\u200BA", "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"})
    void aSkuThatCanBeNoArticlesHidesNeitherItselfNorOthers(String sku) {
        shop.stub.answers(
                "{\"data\":[{\"variantId\":1,\"sku\":\"" + sku + "\",\"stockQuantity\":{}}," + VARIANT + "]}");

        assertThat(shop.products.variants(12))
                .extracting(variant -> variant.ref().variantId(), Variant::canBeAnArticle)
                .containsExactly(tuple(1L, false), tuple(34L, true));
    }

    @Test
    void aProductThatIsGoneHasNoVariants() {
        shop.stub.answers(404, NOT_FOUND);

        assertThat(shop.products.variants(12)).isEmpty();
    }

    private static String variants(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> "{\"variantId\":" + i + ",\"sku\":\"S" + i + "\"}")
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }

    @Test
    void findsTheSkuInWhateverCaseTheShopWritesItAndNoOther() {
        String answer = "{\"data\":[" + product(12, ",\"primaryVariant\":" + VARIANT) + ","
                + product(13, ",\"primaryVariant\":{\"variantId\":2,\"sku\":\"TROJA-M-2\"}") + "]}";
        shop.stub.answers(answer).answers(answer);

        assertThat(shop.products.findBySku("TROJA-M")).contains(READ);
        assertThat(shop.products.findBySku("Troja-M")).contains(READ);
        assertThat(shop.stub.calls().getFirst())
                .isEqualTo("GET /products?filterSku=TROJA-M&include=primaryVariant,primaryVariant.prices");
    }

    @Test
    void guessesNothingWhereTwoVariantsDifferInCaseOnly() {
        shop.stub.answers("{\"data\":[" + product(11, ",\"primaryVariant\":{\"variantId\":1,\"sku\":\"troja-m\"}") + ","
                + product(12, ",\"primaryVariant\":" + VARIANT) + "]}");

        assertThatThrownBy(() -> shop.products.findBySku("TROJA-M"))
                .isInstanceOfSatisfying(
                        RemoteFailure.class,
                        failure -> assertThat(failure.why()).isEqualTo(RemoteFailure.Why.SKU_NOT_UNIQUE));
    }

    @Test
    void looksAmongAllVariantsOfAProductThatWasFoundByAnotherThanItsPrimaryOne() {
        shop.stub
                .answers("{\"data\":[{\"productId\":12,\"hasSeveralVariants\":true,"
                        + "\"primaryVariant\":{\"variantId\":33,\"sku\":\"TROJA-S\"}}]}")
                .answers("{\"data\":[{\"variantId\":33,\"sku\":\"TROJA-S\"}," + VARIANT + "]}");

        assertThat(shop.products.findBySku("TROJA-M")).contains(READ);
    }

    @Test
    void doesNotChooseBetweenTwoVariantsOfOneSku() {
        shop.stub.answers("{\"data\":[" + product(11, ",\"primaryVariant\":" + VARIANT) + ","
                + product(12, ",\"primaryVariant\":" + VARIANT) + "]}");

        ShopOnTheWire.assertContentFails(() -> shop.products.findBySku("TROJA-M"), Kind.REFUSED, "sku-not-unique");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRÖJA", "A B", "A/B", "A+B", "12345678901234567890123456789012345678901"})
    void doesNotAskForASkuThatNoShopCanHold(String sku) {
        assertThat(shop.products.findBySku(sku)).isEmpty();

        assertThat(shop.stub.asked()).isEmpty();
    }
}
