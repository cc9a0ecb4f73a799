package se.brygga.activities.products.specter;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.products.specter.PaperShop.variant;
import static se.brygga.activities.products.specter.ProductScene.SHOP;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.products.specter.PaperSpecter.Call;
import se.brygga.activities.products.specter.ProductRow.State;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterArticle.Assumed;
import se.brygga.clients.specter.order.SpecterArticle.Existing;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductActivities.Synced;

/** A shop's product with variants is a main article and its variants in Specter. */
@Timeout(120)
class StructuresTest {

    private static final String MAIN = "P1-kajak-se";

    private final ProductScene scene = new ProductScene();
    private final PaperShop shop = scene.shop;
    private final PaperSpecter specter = scene.specter;

    StructuresTest() {
        scene.structures = true;
    }

    @Test
    void aProductWithVariantsIsAMainArticleAndItsVariants() {
        shop.put(1, "Tröja", variant(11, "TRO-R-M", "Röd", "M"), variant(12, "TRO-B-L", "Blå", "L"));
        shop.put(2, "Mugg", "MUGG");

        assertThat(scene.look()).isEqualTo(new Synced(4, 4, 0));

        assertThat(specter.articles.keySet()).containsExactly("MUGG", MAIN, "TRO-B-L", "TRO-R-M");
        SpecterArticle main = specter.article(MAIN);
        assertThat(main.name()).isEqualTo("Tröja");
        assertThat(main.vatPercent()).isEqualTo(25);
        assertThat(main.priceExclVat()).as("nobody sells it").isNull();
        assertThat(main.goods()).isEqualTo(new SpecterArticle.Goods(null, null, null, "Gustavsberg", null));
        assertThat(main.assumed()).isEqualTo(Assumed.NOTHING);
        assertThat(specter.article("TRO-R-M").assumed())
                .isEqualTo(new Assumed(MAIN, Map.of("Attribut 0", "Röd", "Attribut 1", "M"), null));
        assertThat(specter.article("TRO-R-M").name()).isEqualTo("Tröja - Röd - M");
        assertThat(specter.article("MUGG").assumed()).isEqualTo(Assumed.NOTHING);
    }

    /** Its value would be a part of the product's name otherwise. */
    @Test
    void anOnlyVariantWithAValueIsAVariantToo() {
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"));

        scene.look();

        assertThat(specter.article("TRO-R").assumed().mainArticleNo()).isEqualTo(MAIN);
    }

    @Test
    void aSecondVariantMakesAStructureOfTheArticleThatWasThere() {
        shop.put(1, "Tröja", variant(11, "TRO-R"));
        scene.look();
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"), variant(12, "TRO-B", "Blå"));
        scene.heardOf(1);

        scene.look();

        assertThat(specter.article("TRO-R").name()).isEqualTo("Tröja - Röd");
        assertThat(specter.article("TRO-R").assumed()).isEqualTo(new Assumed(MAIN, Map.of("Attribut 0", "Röd"), null));
        assertThat(specter.article("TRO-B").assumed()).isEqualTo(new Assumed(MAIN, Map.of("Attribut 0", "Blå"), null));
        assertThat(specter.article(MAIN).name()).isEqualTo("Tröja");
    }

    @Test
    void aRenamedProductKeepsItsMainArticle() {
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"));
        scene.look();
        specter.calls.clear();
        shop.put(1, "Kofta", variant(11, "TRO-R", "Röd"));
        scene.heardOf(1);

        scene.look();

        assertThat(specter.calls).containsExactly(new Call(Existing.OVERWRITE, List.of(MAIN, "TRO-R")));
        assertThat(specter.article(MAIN).name()).isEqualTo("Kofta");
        assertThat(scene.sweep().written()).isZero();
    }

    /** A row without main article would be refused. */
    @Test
    void anotherValueIsWrittenWithTheMainArticle() {
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"));
        scene.look();
        shop.put(1, "Tröja", variant(11, "TRO-R", "Vinröd"));
        scene.heardOf(1);

        scene.look();

        assertThat(specter.article("TRO-R").assumed())
                .isEqualTo(new Assumed(MAIN, Map.of("Attribut 0", "Vinröd"), null));
    }

    @Test
    void aVariantThatIsRemovedStaysInTheStructure() {
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"), variant(12, "TRO-B", "Blå"));
        scene.look();
        specter.calls.clear();
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"));
        scene.heardOf(1);

        scene.look();

        assertThat(specter.calls).isEmpty();
        assertThat(scene.row("TRO-B").seen().traits().gone()).isTrue();
        assertThat(scene.row(MAIN).seen().traits().gone()).isFalse();
    }

    @Test
    void theMainArticleOfARemovedProductIsMarkedAsItsVariantsAre() {
        scene.setup = new ProductSetup(
                scene.setup.fields(),
                scene.setup.name(),
                ProductSetup.Removed.MARK,
                "UTGÅTT",
                false,
                scene.setup.sweepAt());
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"));
        scene.look();
        shop.products.clear();

        scene.sweep();

        assertThat(specter.article(MAIN).name()).isEqualTo("UTGÅTT Tröja");
        assertThat(specter.article("TRO-R").name()).isEqualTo("UTGÅTT Tröja - Röd");
    }

    @Test
    void aVariantThatMovesToAnotherProductGetsItsMainArticle() {
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"), variant(12, "TRO-B", "Blå"));
        scene.look();
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"));
        shop.put(2, "Kofta", variant(21, "TRO-B", "Blå"));

        scene.sweep();

        assertThat(specter.article("TRO-B").assumed().mainArticleNo()).isEqualTo("P2-kajak-se");
    }

    /** Specter takes no such value, and half a place would be a wrong one. */
    @Test
    void aValueThatCannotBeWrittenMakesItsArticleWait() {
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd;Blå"), variant(12, "TRO-B", "Blå"));

        scene.look();

        assertThat(scene.waiting()).containsExactly("TRO-R PRODUCT_VALUE_NOT_ALLOWED");
        assertThat(specter.articles.keySet()).containsExactly(MAIN, "TRO-B");
    }

    @Test
    void aSkuThatIsAMainArticlesNumberWaits() {
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"));
        scene.look();
        shop.put(2, "Mugg", "p1-KAJAK-se");
        scene.heardOf(2);

        scene.look();

        assertThat(scene.waiting()).containsExactly("p1-KAJAK-se PRODUCT_SKU_TWICE");
        assertThat(specter.article(MAIN).name()).isEqualTo("Tröja");
    }

    /** One assortment in two shops is one set of articles. */
    @Test
    void anotherShopMakesNoMainArticleForArticlesAboutWhichItDoesNotDecide() {
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"), variant(12, "TRO-B", "Blå"));
        scene.look();
        PaperShop norwegian = new PaperShop();
        norwegian.put(7, "Genser", variant(71, "TRO-R", "Rød"), variant(72, "TRO-B", "Blå"));
        ShopRef other = new ShopRef(SHOP.tenant(), "kajak-no");

        assertThat(scene.look(other, norwegian)).isEqualTo(new Synced(3, 0, 0));

        assertThat(specter.articles).doesNotContainKey("P7-kajak-no");
        assertThat(scene.products
                        .find(other, "P7-kajak-no")
                        .orElseThrow()
                        .standing()
                        .state())
                .isEqualTo(State.LEFT);
    }

    @Test
    void aBundleHasNoMainArticle() {
        shop.put(1, "Paket", ShopProduct.Kind.BUNDLE, new BigDecimal(25), variant(11, "PAKET", "Röd"));

        scene.look();

        assertThat(specter.articles).isEmpty();
        assertThat(scene.waiting()).containsExactly("PAKET PRODUCT_IS_BUNDLE");
    }

    @Test
    void valuesThatAreOffAreNotCarriedAndTheStructureIs() {
        Map<ProductField, Mode> fields = new EnumMap<>(scene.setup.fields());
        fields.put(ProductField.VARIANT_VALUES, Mode.OFF);
        scene.setup = new ProductSetup(
                fields, scene.setup.name(), scene.setup.removed(), "UTGÅTT", false, scene.setup.sweepAt());
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"));

        scene.look();

        assertThat(specter.article("TRO-R").assumed()).isEqualTo(new Assumed(MAIN, Map.of(), null));
    }

    /** Nobody knows a call of Specter's for it. */
    @Test
    void withoutTheAssumedAdapterThereIsNoStructure() {
        scene.structures = false;
        shop.put(1, "Tröja", variant(11, "TRO-R", "Röd"), variant(12, "TRO-B", "Blå"));

        scene.look();

        assertThat(specter.articles.keySet()).containsExactly("TRO-B", "TRO-R");
        assertThat(specter.article("TRO-R").assumed()).isEqualTo(Assumed.NOTHING);
    }
}
