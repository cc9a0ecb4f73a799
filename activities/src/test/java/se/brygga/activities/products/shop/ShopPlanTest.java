package se.brygga.activities.products.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.products.shop.ShopPlan.Step;
import se.brygga.activities.products.shop.ShopProductBook.Known;
import se.brygga.activities.products.shop.ShopProductBook.Known.Stage;
import se.brygga.activities.products.shop.WantedProduct.Article;
import se.brygga.clients.specter.feed.ArticleChange.Image;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.attention.Cause;

/** What is done for one product, without a shop. */
class ShopPlanTest {

    private static final Article RED = article("MUG-R", "Färg=Röd", false);
    private static final Article BLUE = article("MUG-B", "Färg=Blå", false);
    private static final Known.Variant KNOWN_RED = new Known.Variant("MUG-R", 1L, true, RED.values());
    private static final Map<ProductField, String> VALUES =
            Map.of(ProductField.NAME, "Mugg", ProductField.CATEGORY, "Kök", ProductField.SHORT_TEXT, "Kort");

    private final ProductSetup standard = setup(Map.of(), false);

    private static Article article(String no, String distinction, boolean deleted) {
        return new Article(
                no, null, Map.of(ProductField.VARIANT_VALUES, distinction, ProductField.BARCODE, "731"), deleted);
    }

    static ProductSetup setup(Map<ProductField, Mode> modes, boolean visible) {
        ProductSetup from = java.util.Objects.requireNonNull(
                SampleSetup.withProductsFromSpecter().shops().getFirst().products());
        Map<ProductField, Mode> all = new java.util.EnumMap<>(from.fields());
        all.putAll(modes);
        return new ProductSetup(all, from.name(), from.removed(), from.removedMark(), visible, from.sweepAt());
    }

    private static WantedProduct mug(Article... articles) {
        Image front = new Image("https://specter.example/1.png", "c1");
        return new WantedProduct("MUG", VALUES, List.of(front), List.of(articles));
    }

    private List<Step> steps(WantedProduct product, Known known) {
        return new ShopPlan(product, known, standard).steps(false);
    }

    @Test
    void createsAProductWithAllItsVariantsAndNothingElseBefore() {
        assertThat(steps(mug(RED, BLUE), Known.NOTHING)).containsExactly(new Step.Create(List.of(RED, BLUE)));
        assertThat(steps(mug(article("MUG-R", "Färg=Röd", true)), Known.NOTHING))
                .isEmpty();
    }

    @Test
    void givesANewProductOnceWhatTheSetUpSaysIsGivenOnce() {
        Known fresh = known(Stage.FILLING, Map.of(ProductField.NAME, "Mugg"));

        assertThat(steps(mug(RED), fresh))
                .containsExactly(
                        new Step.SetTexts(Map.of(ProductField.SHORT_TEXT, "Kort")),
                        new Step.Categorise("Kök"),
                        new Step.AddImage(new Image("https://specter.example/1.png", "c1")));
        assertThat(steps(mug(RED), known(Stage.SETTLED, Map.of(ProductField.NAME, "Mugg"))))
                .isEmpty();
    }

    @Test
    void aProductThatHasEverythingIsSettledAndThenLeftAlone() {
        assertThat(steps(mug(RED), known(Stage.FILLING, complete("hidden")))).containsExactly(new Step.Settle());
        assertThat(steps(mug(RED), known(Stage.SETTLED, complete("hidden")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false"})
    void showsANewProductLastIfTheSetUpSaysSoAndTheShelfIsFilled(boolean visible, boolean onShelf, boolean shown) {
        Known known = known(Stage.FILLING, complete("hidden"));

        List<Step> steps = new ShopPlan(mug(RED), known, setup(Map.of(), visible)).steps(onShelf);

        assertThat(steps.contains(new Step.Show())).isEqualTo(shown);
    }

    @Test
    void changesOnlyWhatDiffersAndFollows() {
        Known known = new Known(
                12L,
                Stage.SETTLED,
                Map.of(ProductField.NAME, "Krus", ProductField.SHORT_TEXT, "Annan"),
                List.of(new Known.Variant("MUG-R", 1L, true, Map.of(ProductField.BARCODE, "999"))));

        assertThat(steps(mug(RED), known))
                .containsExactly(
                        new Step.ChangeVariant(known.variants().getFirst(), RED, RED.values(), null),
                        new Step.SetTexts(Map.of(ProductField.NAME, "Mugg")));
    }

    @Test
    void addsANewVariantAfterTheChangesOfTheOthers() {
        Known known = new Known(
                12L,
                Stage.SETTLED,
                complete("visible"),
                List.of(new Known.Variant("MUG-R", 1L, true, Map.of(ProductField.BARCODE, "731"))));

        assertThat(steps(mug(BLUE, RED), known))
                .containsExactly(
                        new Step.ChangeVariant(
                                known.variants().getFirst(),
                                RED,
                                Map.of(ProductField.VARIANT_VALUES, "Färg=Röd"),
                                null),
                        new Step.AddVariant(BLUE));
    }

    @Test
    void renumbersAVariantUnlessAnotherArticleHasTheFormerNumber() {
        Article renumbered = new Article("CUP-R", "MUG-R", RED.values(), false);

        assertThat(steps(mug(renumbered), known(Stage.SETTLED, complete("visible"))))
                .containsExactly(new Step.ChangeVariant(KNOWN_RED, renumbered, Map.of(), null));
        assertThat(steps(mug(renumbered, RED), known(Stage.SETTLED, complete("visible"))))
                .containsExactly(new Step.AddVariant(renumbered));
    }

    @Test
    void hidesAProductWhenAllItsArticlesAreGoneAndShowsItWhenOneIsBack() {
        Article gone = article("MUG-R", "Färg=Röd", true);
        Known visible = known(Stage.SETTLED, complete("visible"));

        assertThat(steps(mug(gone), visible))
                .containsExactly(new Step.ChangeVariant(KNOWN_RED, gone, Map.of(), false), new Step.Hide());
        assertThat(steps(mug(gone), known(Stage.SETTLED, complete("hidden")))).doesNotContain(new Step.Hide());
        Known hidden = new Known(
                12L,
                Stage.SETTLED,
                complete(ShopPlan.HIDDEN_AS_GONE),
                List.of(new Known.Variant("MUG-R", 1L, false, RED.values())));
        assertThat(steps(mug(RED), hidden))
                .containsExactly(
                        new Step.ChangeVariant(hidden.variants().getFirst(), RED, Map.of(), true), new Step.Show());
    }

    private static Map<ProductField, String> complete(String visibility) {
        return Map.of(
                ProductField.NAME,
                "Mugg",
                ProductField.SHORT_TEXT,
                "Kort",
                ProductField.CATEGORY,
                "Kök",
                ProductField.IMAGES,
                "c1",
                ProductField.VISIBILITY,
                visibility);
    }

    private static Known known(Stage stage, Map<ProductField, String> sent) {
        return new Known(12L, stage, sent, List.of(KNOWN_RED));
    }

    @ParameterizedTest
    @CsvSource({
        "MUG R, Färg=Röd, SHOP_PRODUCT_NUMBER_NOT_ALLOWED",
        "MÅG, Färg=Röd, SHOP_PRODUCT_NUMBER_NOT_ALLOWED",
        "MUG-2, Färg=Blå, SHOP_PRODUCT_VARIANTS_ALIKE",
        "MUG-2, Storlek=M, SHOP_PRODUCT_VARIANTS_ALIKE",
        "MUG-2, '', SHOP_PRODUCT_VARIANTS_ALIKE"
    })
    void anArticleThatNoShopCanHoldWaitsAndTheOthersGo(String no, String distinction, Cause cause) {
        Fitted fitted = Fitted.of(mug(BLUE, article(no, distinction, false)), standard);

        assertThat(fitted.waiting().values()).extracting(Fitted.Waits::cause).containsExactly(cause);
        assertThat(fitted.product().articles()).extracting(Article::articleNo).containsExactly("MUG-B");
    }

    @Test
    void cutsALongNameRoundsAWeightAndLeavesOutWhatIsOff() {
        Article heavy =
                new Article("MUG-R", null, Map.of(ProductField.WEIGHT, "0.12345", ProductField.BARCODE, "731"), false);
        WantedProduct wanted = new WantedProduct(
                "MUG",
                Map.of(ProductField.NAME, "ö".repeat(200), ProductField.SUPPLIER, "Åkes"),
                List.of(),
                List.of(heavy));

        Fitted fitted = Fitted.of(wanted, setup(Map.of(ProductField.SUPPLIER, Mode.OFF), false));

        assertThat(fitted.waiting()).isEmpty();
        assertThat(fitted.product().values()).isEqualTo(Map.of(ProductField.NAME, "ö".repeat(150)));
        assertThat(fitted.product().articles().getFirst().values())
                .isEqualTo(Map.of(ProductField.WEIGHT, "0.123", ProductField.BARCODE, "731"));
    }

    @ParameterizedTest
    @CsvSource({"SUPPLIER, 31", "UNIT, 31", "CATEGORY, 91", "SHORT_TEXT, 65536"})
    void aValueOfTheProductThatIsTooLongMakesAllItsArticlesWait(ProductField field, int length) {
        Map<ProductField, String> values = Map.of(ProductField.NAME, "Mugg", field, "x".repeat(length));
        WantedProduct wanted = new WantedProduct("MUG", values, List.of(), List.of(RED, BLUE));

        Fitted fitted = Fitted.of(wanted, standard);

        assertThat(fitted.waiting()).containsOnlyKeys("MUG-R", "MUG-B");
        assertThat(fitted.product().articles()).isEmpty();
        assertThat(Fitted.of(wanted, setup(Map.of(field, Mode.OFF), false)).waiting())
                .isEmpty();
    }
}
