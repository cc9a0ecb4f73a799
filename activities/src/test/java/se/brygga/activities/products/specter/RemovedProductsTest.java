package se.brygga.activities.products.specter;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.products.specter.ProductScene.SHOP;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.products.specter.ProductRow.State;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.ShopRef;

/** Nothing is deleted in Specter, and of two shops one decides. */
@Timeout(120)
class RemovedProductsTest {

    private final ProductScene scene = new ProductScene();
    private final PaperShop shop = scene.shop;
    private final PaperSpecter specter = scene.specter;

    @Test
    void aRemovedProductIsListedAndItsArticleStays() {
        shop.put(1, "Mugg", "MUGG");
        shop.put(2, "Fat", "FAT");
        scene.look();
        specter.calls.clear();
        shop.products.remove(1L);
        scene.heardOf(1);

        scene.look();

        assertThat(specter.calls).isEmpty();
        assertThat(scene.products.list(SHOP, null, true, 10))
                .extracting(ProductRow::sku)
                .containsExactly("MUGG");
    }

    @Test
    void aRemovedProductIsMarkedWhereTheSetUpSaysSoAndUnmarkedWhenItIsBack() {
        scene.setup = removed(ProductSetup.Removed.MARK);
        shop.put(1, "Mugg", "MUGG");
        scene.look();
        ShopProduct mug = shop.products.remove(1L);

        scene.sweep();
        assertThat(specter.article("MUGG").name()).isEqualTo("UTGÅTT Mugg");
        specter.calls.clear();
        scene.sweep();
        assertThat(specter.calls).as("marked once").isEmpty();

        shop.products.put(1L, mug);
        scene.sweep();
        assertThat(specter.article("MUGG").name()).isEqualTo("Mugg");
        assertThat(scene.products.list(SHOP, null, true, 10)).isEmpty();
    }

    @Test
    void aProductThatCouldNotBeReadIsNotGone() {
        scene.setup = removed(ProductSetup.Removed.MARK);
        shop.put(1, "Mugg", "MUGG");
        scene.look();
        shop.unreadable.add(1L);

        scene.sweep();

        assertThat(scene.products.list(SHOP, null, true, 10)).isEmpty();
        assertThat(specter.article("MUGG").name()).isEqualTo("Mugg");
    }

    @Test
    void aVariantWithANewSkuIsANewArticleAndTheOldOneIsGone() {
        shop.put(1, "Mugg", "MUGG");
        scene.look();
        shop.put(1, "Mugg", "MUGG-2");
        scene.heardOf(1);

        scene.look();

        assertThat(specter.articles).containsOnlyKeys("MUGG", "MUGG-2");
        assertThat(scene.row("MUGG").seen().traits().gone()).isTrue();
    }

    @Test
    void ofTwoShopsTheFirstOneInTheSetUpDecides() {
        ShopRef second = new ShopRef(SHOP.tenant(), "kajak-no");
        PaperShop norway = new PaperShop();
        norway.put(5, "Kopp", "mugg");
        norway.put(6, "Åre", "ARE");
        shop.put(1, "Mugg", "MUGG");
        scene.look(second, norway);
        scene.look();
        specter.calls.clear();
        scene.time.advance(Duration.ofDays(1));

        scene.look(second, norway);
        scene.look();

        assertThat(specter.calls).as("nobody fights").isEmpty();
        assertThat(scene.products.find(second, "MUGG").orElseThrow().standing().state())
                .isEqualTo(State.LEFT);
        assertThat(specter.article("ARE").name()).isEqualTo("Åre");
    }

    @Test
    void theSecondShopDecidesWhenTheFirstHasNoSuchProductAnyMore() {
        scene.setup = removed(ProductSetup.Removed.MARK);
        ShopRef second = new ShopRef(SHOP.tenant(), "kajak-no");
        PaperShop norway = new PaperShop();
        norway.put(5, "Kopp", "MUGG");
        shop.put(1, "Mugg", "MUGG");
        scene.look();
        scene.look(second, norway);
        shop.products.clear();
        scene.sweep();

        scene.look(second, norway);

        assertThat(specter.article("MUGG").name()).isEqualTo("Kopp");
    }

    private ProductSetup removed(ProductSetup.Removed removed) {
        return new ProductSetup(
                scene.setup.fields(),
                scene.setup.name(),
                removed,
                scene.setup.removedMark(),
                false,
                scene.setup.sweepAt());
    }
}
