package se.brygga.activities.products.specter;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.products.specter.PaperShop.variant;
import static se.brygga.activities.products.specter.ProductScene.SHOP;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.articles.ArticleBook.Withheld;
import se.brygga.activities.products.specter.PaperSpecter.Call;
import se.brygga.activities.products.specter.ProductRow.State;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterArticle.Existing;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.NameTemplate;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.products.ProductActivities.Synced;

/** Products of a shop on their way to Specter, with the real books. */
@Timeout(120)
class ShopToSpecterTest {

    private final ProductScene scene = new ProductScene();
    private final PaperShop shop = scene.shop;
    private final PaperSpecter specter = scene.specter;

    @Test
    void eachVariantIsAnArticleWithPriceAndOpeningStock() {
        shop.put(1, "Tröja", variant(11, "TRO-R-M", "Röd", "M"), variant(12, "TRO-B-L", "Blå", "L"));
        shop.put(2, "Mugg", "MUGG");

        assertThat(scene.look()).isEqualTo(new Synced(3, 3, 0));

        assertThat(specter.articles.keySet()).containsExactly("MUGG", "TRO-B-L", "TRO-R-M");
        SpecterArticle red = specter.article("TRO-R-M");
        assertThat(red.name()).isEqualTo("Tröja - Röd - M");
        assertThat(specter.article("MUGG").name()).isEqualTo("Mugg");
        assertThat(red.vatPercent()).isEqualTo(25);
        assertThat(red.priceExclVat()).isEqualByComparingTo("79.20");
        assertThat(red.goods())
                .isEqualTo(new SpecterArticle.Goods(
                        "73500000000111",
                        new BigDecimal("0.35"),
                        new BigDecimal("31.5"),
                        "Gustavsberg",
                        new BigDecimal(12)));
    }

    @Test
    void aRenamedProductChangesTheNameAndNothingElse() {
        shop.put(1, "Mugg", "MUGG");
        scene.look();
        specter.calls.clear();
        shop.put(1, "Mugg stor", "MUGG");
        scene.heardOf(1);

        scene.look();

        assertThat(specter.calls).containsExactly(new Call(Existing.OVERWRITE, List.of("MUGG")));
        assertThat(specter.article("MUGG").name()).isEqualTo("Mugg stor");
        assertThat(scene.row("MUGG").standing().state()).isEqualTo(State.SETTLED);
    }

    @Test
    void aProductThatCannotBeReadHoldsUpNoOther() {
        shop.put(1, "Mugg", "MUGG");
        shop.put(2, "Fat", "FAT");
        scene.look();
        shop.unreadable.add(1L);
        shop.put(2, "Fat stort", "FAT");
        scene.heardOf(1);
        scene.heardOf(2);

        scene.look();

        assertThat(specter.article("FAT").name()).isEqualTo("Fat stort");
        assertThat(scene.row("MUGG").seen().traits().gone()).isFalse();
    }

    @Test
    void aSecondSweepWritesNothing() {
        for (int i = 1; i <= 250; i++) {
            shop.put(i, "Produkt " + i, "SKU-" + i);
        }
        scene.look();
        assertThat(specter.calls).as("two for each hundred").hasSize(6);
        specter.calls.clear();
        shop.asked.clear();

        Synced synced = scene.sweep();

        assertThat(synced).isEqualTo(new Synced(250, 0, 0));
        assertThat(specter.calls).isEmpty();
        assertThat(shop.asked).contains("products 1", "products 84");
    }

    @Test
    void betweenTwoNightsOnlyChangesAreRead() {
        scene.look();
        shop.asked.clear();
        scene.time.advance(Duration.ofHours(2));

        scene.look();

        assertThat(shop.asked).containsExactly("changes 1");
    }

    @Test
    void anotherSetUpReadsEverythingOnceMore() {
        shop.put(1, "Mugg", variant(1, "MUGG", "Röd"));
        scene.look();
        scene.setup = new ProductSetup(
                scene.setup.fields(),
                new NameTemplate("{product}, {values}"),
                scene.setup.removed(),
                scene.setup.removedMark(),
                false,
                scene.setup.sweepAt());

        scene.look();

        assertThat(specter.article("MUGG").name()).isEqualTo("Mugg, Röd");
    }

    /** The owner decides by field who has the last word about an article that is there already. */
    @Test
    void anArticleThatSpecterHasGetsWhatFollowsTheShopAndNothingElse() {
        specter.articles.put("MUGG", new SpecterArticle("MUGG", "Kaffemugg", new BigDecimal("99"), 12));
        shop.put(1, "Mugg", "MUGG");
        scene.setup = with(Map.of(ProductField.VAT_RATE, Mode.CREATE, ProductField.BARCODE, Mode.OFF));

        scene.look();

        SpecterArticle mug = specter.article("MUGG");
        assertThat(mug.name()).isEqualTo("Mugg");
        assertThat(mug.priceExclVat()).isEqualByComparingTo("99");
        assertThat(mug.vatPercent()).isEqualTo(12);
        assertThat(mug.goods().barCode()).isNull();
        assertThat(mug.goods().openingStock()).isNull();
    }

    @Test
    void anEmptyValueTakesNothingAway() {
        shop.put(1, "Mugg", "MUGG");
        scene.look();
        specter.calls.clear();
        shop.products.computeIfPresent(1L, (id, product) -> {
            shop.put(1, "Mugg", bare("MUGG"));
            return shop.products.get(1L);
        });

        scene.sweep();

        assertThat(specter.calls).isEmpty();
        assertThat(specter.article("MUGG").goods().barCode()).isEqualTo("7350000000011");
    }

    private static ShopVariant bare(String sku) {
        return new ShopVariant(1, sku, true, List.of(), null, BigDecimal.ZERO, null, null, null);
    }

    @Test
    void aLongNameKeepsWhatMakesTheVariantDifferent() {
        shop.put(1, "N".repeat(150), variant(11, "A-M", "Röd", "M"), variant(12, "A-L", "Röd", "L"));

        scene.look();

        assertThat(specter.article("A-M").name())
                .hasSize(140)
                .startsWith("NNNN")
                .endsWith("N - Röd - M");
        assertThat(specter.article("A-L").name()).hasSize(140).endsWith(" - Röd - L");
        assertThat(scene.row("A-M").seen().traits().nameCut()).isTrue();
    }

    /** A shop may show a change late (S-21), and a variant's change may raise nothing (O-28). */
    @Test
    void whatAWebHookToldOfIsReadOnceMoreAfterAWhile() {
        shop.put(1, "Mugg", "MUGG");
        scene.look();
        scene.heardOf(1);
        scene.look();
        shop.put(1, "Mugg stor", "MUGG");
        scene.time.advance(Duration.ofMinutes(1));

        scene.look();

        assertThat(specter.article("MUGG").name()).isEqualTo("Mugg stor");
        assertThat(scene.looks.waiting(SHOP)).isZero();
    }

    /** The shop has taken them from its stock, and Specter takes them when it books the order. */
    @Test
    void goodsOfOrdersThatSpecterDoesNotHaveYetAreInTheOpeningStock() {
        scene.books
                .database
                .transactions()
                .executeWithoutResult(
                        tx -> scene.books.sold.sold(new OrderRef(SHOP, 10025), Map.of("MUGG", new BigDecimal(3))));
        shop.put(1, "Mugg", "MUGG");

        scene.look();

        assertThat(specter.article("MUGG").goods().openingStock()).isEqualByComparingTo("15");
    }

    /** Issue 11 A 2: what an order had made goes to no shop until Specter's staff have touched it, not until we have. */
    @Test
    void anArticleThatAnOrderHadMadeStaysWithheldAfterOurOwnChange() {
        scene.books.articles.making(SHOP.tenant(), List.of("MUGG"));
        specter.articles.put("MUGG", new SpecterArticle("MUGG", "mugg från order", null, null));
        scene.books.articles.made(SHOP.tenant(), List.of("MUGG"));
        told("mugg från order");
        shop.put(1, "Mugg", "MUGG");

        scene.look();
        scene.time.advance(Duration.ofSeconds(10));
        told("Mugg");

        assertThat(withheld("MUGG")).isEqualTo(Withheld.MADE_BY_ORDER);
        told("Mugg, handmålad");
        assertThat(withheld("MUGG")).as("touched by the staff").isNull();
    }

    /** A shop in Norway shows 79 kroner of its own, which are not 79 kronor. */
    @Test
    void noAmountInAnotherCurrencyIsCarried() {
        scene.sameCurrency = false;
        shop.put(1, "Mugg", "MUGG");

        scene.look();

        assertThat(specter.article("MUGG").priceExclVat()).isNull();
        assertThat(specter.article("MUGG").goods().buyPrice()).isNull();
        assertThat(specter.article("MUGG").vatPercent()).isEqualTo(25);
    }

    @Test
    void anOrderNeedNotHaveAnArticleMadeThatTheSyncHasMade() {
        shop.put(1, "Mugg", "MUGG");

        scene.look();

        assertThat(scene.books.articles.missing(SHOP.tenant(), List.of("mugg"))).isEmpty();
    }

    private void told(String name) {
        scene.books
                .database
                .transactions()
                .executeWithoutResult(tx ->
                        scene.books.articleFlow.articles(SHOP.tenant(), List.of(named(name)), scene.time.instant()));
    }

    private static ArticleChange named(String name) {
        return new ArticleChange("MUGG", name, BigDecimal.ZERO, null, false, null, null, false, List.of());
    }

    private ProductSetup with(Map<ProductField, Mode> others) {
        Map<ProductField, Mode> fields = new HashMap<>(scene.setup.fields());
        fields.putAll(others);
        return new ProductSetup(
                fields,
                scene.setup.name(),
                scene.setup.removed(),
                scene.setup.removedMark(),
                false,
                scene.setup.sweepAt());
    }

    private @Nullable Withheld withheld(String sku) {
        return Objects.requireNonNull(
                        scene.books.articles.find(SHOP.tenant(), List.of(sku)).get(sku))
                .withheld();
    }
}
