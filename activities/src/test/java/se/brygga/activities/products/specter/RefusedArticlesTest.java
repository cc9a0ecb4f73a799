package se.brygga.activities.products.specter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.products.specter.PaperShop.variant;
import static se.brygga.activities.products.specter.ProductScene.SHOP;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.workflows.products.ProductActivities.Synced;

/** What Specter refuses or cannot hold waits alone, and the other articles go on. */
@Timeout(120)
class RefusedArticlesTest {

    private final ProductScene scene = new ProductScene();
    private final PaperShop shop = scene.shop;
    private final PaperSpecter specter = scene.specter;

    @ParameterizedTest
    @CsvSource({"ALL_OR_NOTHING", "FIRST_BAD_STOPS", "SKIP_BAD"})
    void oneBadArticleWaitsAloneAndTheOthersGoOn(PaperSpecter.Partial partial) {
        specter.partial = partial;
        for (int i = 1; i <= 100; i++) {
            shop.put(i, "Produkt " + i, "SKU-" + i);
        }
        specter.bad.add("SKU-37");

        Synced synced = scene.look();

        assertThat(synced).isEqualTo(new Synced(100, 99, 1));
        assertThat(scene.waiting()).containsExactly("SKU-37 PRODUCT_REFUSED");
        assertThat(specter.articles).hasSize(99).doesNotContainKey("SKU-37");
        assertThat(specter.calls).as("halves of a hundred").hasSizeLessThan(18);
    }

    @Test
    void whatSpecterRefusedIsTriedAgainAtNightAndWhenItChanges() {
        shop.put(1, "Mugg", "MUGG");
        specter.bad.add("MUGG");
        scene.look();
        scene.heardOf(1);
        specter.calls.clear();
        scene.look();
        assertThat(specter.calls).as("the same once more").isEmpty();

        specter.bad.clear();
        scene.sweep();

        assertThat(scene.waiting()).isEmpty();
        assertThat(specter.articles).containsKey("MUGG");
    }

    @Test
    void whatAPersonHasMendedIsTriedAgainAtOnceAndNothingElse() {
        shop.put(1, "Mugg", "MUGG");
        shop.put(2, "Fat", "FAT");
        specter.bad.addAll(List.of("MUGG", "FAT"));
        scene.look();
        specter.bad.clear();

        assertThat(scene.products.retry(ProductScene.SHOP, List.of("MUGG", "KRUS")))
                .containsExactly(1L);
        scene.look();

        assertThat(specter.articles).containsOnlyKeys("MUGG");
        assertThat(scene.products.retry(ProductScene.SHOP, null)).containsExactly(2L);
        scene.look();
        assertThat(specter.articles).containsOnlyKeys("MUGG", "FAT");
        assertThat(scene.products.retry(ProductScene.SHOP, null)).isEmpty();
    }

    /** A user without the right to write articles is nothing that each product should wait for. */
    @Test
    void aSpecterThatRefusesEverythingIsNotAskedForEachArticle() {
        for (int i = 1; i <= 400; i++) {
            shop.put(i, "Produkt " + i, "SKU-" + i);
            specter.bad.add("SKU-" + i);
        }

        assertThatThrownBy(scene::look)
                .isInstanceOfSatisfying(
                        RemoteFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.REFUSED));
        assertThat(specter.calls).hasSizeLessThan(80);
    }

    @Test
    void aLostAnswerIsRepeatedAndMakesNothingTwice() {
        shop.put(1, "Mugg", "MUGG");
        shop.put(2, "Fat", "FAT");
        for (int lost = 0; lost < 3; lost++) {
            specter.lostAnswers = 1;
            assertThatThrownBy(scene::look).isInstanceOf(RemoteFailure.class);
            assertThat(scene.products.pending(SHOP, 10)).hasSize(2);
        }

        scene.look();

        assertThat(scene.products.pending(SHOP, 10)).isEmpty();
        assertThat(specter.articles).hasSize(2);
        assertThat(specter.article("MUGG").goods().openingStock()).isEqualByComparingTo("12");
    }

    @Test
    void whatSpecterCannotHoldWaitsBeforeAnyCall() {
        shop.put(1, "Mugg", "MUGG å");
        shop.put(2, "Mugg 🎁", "GIFT");
        shop.put(3, "", "NAMELESS");
        shop.put(4, "Utan nummer", "");
        shop.put(5, "Bok", ShopProduct.Kind.BASIC, new BigDecimal("12.5"), variant(5, "BOK"));
        shop.put(6, "Paket", ShopProduct.Kind.BUNDLE, null, variant(6, "SET"));
        shop.put(7, "Två", variant(7, "two"));
        shop.put(8, "Två till", variant(8, "TWO"));

        scene.look();

        assertThat(specter.calls).isEmpty();
        assertThat(scene.waiting())
                .containsExactly(
                        " PRODUCT_WITHOUT_SKU",
                        "BOK PRODUCT_VAT_NOT_WHOLE",
                        "GIFT PRODUCT_VALUE_NOT_ALLOWED",
                        "MUGG å PRODUCT_NUMBER_NOT_ALLOWED",
                        "NAMELESS PRODUCT_WITHOUT_NAME",
                        "SET PRODUCT_IS_BUNDLE",
                        "two PRODUCT_SKU_TWICE");
    }

    @Test
    void aWaitEndsWhenItsReasonHasGone() {
        shop.put(7, "Två", variant(7, "two"));
        shop.put(8, "Två till", variant(8, "TWO"));
        scene.look();

        shop.products.remove(8L);
        scene.sweep();

        assertThat(scene.waiting()).isEmpty();
        assertThat(specter.articles).containsOnlyKeys("two");
    }
}
