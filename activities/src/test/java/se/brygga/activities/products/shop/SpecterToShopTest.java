package se.brygga.activities.products.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.products.shop.ShopLineBook.State;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopProduct.Shown;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.ArticleChange.Assumed;
import se.brygga.clients.specter.feed.ArticleChange.Master;
import se.brygga.clients.specter.feed.ArticleChange.Texts;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.products.ProductField;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;

/** Specter's articles become products of a shop, and follow what Specter says of them. */
class SpecterToShopTest extends ToShopScene {

    @Test
    void articlesOfOneMainArticleBecomeAHiddenProductWithAllThatSpecterSays() {
        told(main(), mug("MUG-R", "Röd"), mug("MUG-B", "Blå"));

        look();

        ShopProduct product = only();
        assertThat(product.shown()).isEqualTo(Shown.HIDDEN);
        assertThat(product.texts()).containsExactly(new ProductText("sv", "Mugg", "Kort", "<p>Lång</p>"));
        assertThat(product.vatRate()).isEqualByComparingTo("25");
        assertThat(product.images()).hasSize(2);
        assertThat(product.categoryIds()).hasSize(1);
        assertThat(product.variants())
                .extracting(
                        ShopVariant::sku, variant -> variant.values().getFirst().value())
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("MUG-R", "Röd"),
                        org.assertj.core.api.Assertions.tuple("MUG-B", "Blå"));
        assertThat(variant("MUG-R").weight()).isEqualByComparingTo("0.35");
        assertThat(variant("MUG-R").costPrice()).isEqualByComparingTo("31.5");
        assertThat(books.variants.all(SHOP)).containsKeys("MUG-R", "MUG-B");
        assertThat(line("MUG-R").state()).isEqualTo(State.SETTLED);
        assertThat(toShop.hasMore(SHOP)).isFalse();
    }

    @Test
    void theBooksTellWhatWasWrittenOfOneArticleAndItsProduct() {
        told(main(), mug("MUG-R", "Röd"));
        look();

        ShopLineBook.Told told = toShop.lines().find(SHOP, " mug-r").orElseThrow();

        assertThat(told.line().name()).isEqualTo("Mugg Röd");
        assertThat(told.line().variantId()).isEqualTo(variant("MUG-R").variantId());
        assertThat(told.sent())
                .containsEntry(ProductField.NAME, "Mugg")
                .containsEntry(ProductField.WEIGHT, "0.35")
                .containsEntry(ProductField.VARIANT_VALUES, "Färg=Röd");
        assertThat(toShop.lines().find(SHOP, "KRUS")).isEmpty();
    }

    @Test
    void aSecondLookWritesNothingAndAsksTheShopNothing() {
        told(main(), mug("MUG-R", "Röd"));
        look();
        shop.script.asked.clear();

        assertThat(look()).isZero();
        told(main(), mug("MUG-R", "Röd"));
        books.transactions.executeWithoutResult(tx -> masters.news().markAll(SHOP));
        assertThat(look()).isZero();

        assertThat(shop.script.asked).isEmpty();
    }

    @Test
    void isShownLastAndNotBeforeStockAndPriceAreInTheShop() {
        visible(true);
        onShelf = false;
        told(main(), mug("MUG-R", "Röd"));
        look();
        assertThat(only().shown()).isEqualTo(Shown.HIDDEN);
        assertThat(line("MUG-R").state()).isEqualTo(State.PENDING);
        assertThat(toShop.hasMore(SHOP)).isFalse();

        onShelf = true;
        look();

        assertThat(shop.script.asked.getLast()).startsWith("change ");
        assertThat(only().shown()).isEqualTo(Shown.VISIBLE);
        assertThat(line("MUG-R").state()).isEqualTo(State.SETTLED);
    }

    @Test
    void aChangedFieldIsWrittenAloneAndWhatIsGivenOnceStaysTheShops() {
        told(main(), mug("MUG-R", "Röd"));
        look();
        shop.client().catalogue().setText(only().productId(), new ProductText("sv", null, "Butikens egen", null));
        shop.script.asked.clear();

        ArticleChange renamed = article("MUG", "Stor mugg", null, Map.of());
        told(renamed.with(new Master(
                renamed.master().goods(),
                new Texts("Ny kort", "Ny", "Kök"),
                renamed.master().assumed())));
        assertThat(look()).isEqualTo(1);

        assertThat(only().texts()).containsExactly(new ProductText("sv", "Stor mugg", "Butikens egen", "<p>Lång</p>"));
    }

    @Test
    void aNewVariantARenumberedOneAndADeletedOneFollow() {
        visible(true);
        told(main(), mug("MUG-R", "Röd"), mug("MUG-B", "Blå"));
        look();
        long red = variant("MUG-R").variantId();

        ArticleChange renumbered = mug("MUG-RED", "Röd");
        told(
                mug("MUG-G", "Grön"),
                renumbered.with(new Master(
                        renumbered.master().goods(),
                        renumbered.master().texts(),
                        new Assumed("id-MUG-R", "MUG-R", "MUG", Map.of("Färg", "Röd"), List.of()))),
                deleted("MUG-B"));
        look();

        assertThat(variant("MUG-RED").variantId()).isEqualTo(red);
        assertThat(variant("MUG-G").active()).isTrue();
        assertThat(variant("MUG-B").active()).isFalse();
        assertThat(only().variants()).hasSize(3);
        assertThat(only().shown()).isEqualTo(Shown.VISIBLE);

        told(deleted("MUG-G"), deleted("MUG-RED"), deleted("MUG"));
        look();
        assertThat(only().shown()).isEqualTo(Shown.HIDDEN);
        assertThat(only().variants()).noneMatch(ShopVariant::active);

        told(main(), mug("MUG-G", "Grön"));
        look();
        assertThat(only().shown()).isEqualTo(Shown.VISIBLE);
        assertThat(variant("MUG-G").active()).isTrue();
        assertThat(variant("MUG-B").active()).isFalse();
    }

    private static ArticleChange deleted(String no) {
        return new ArticleChange(no, null, null, null, false, null, null, true, List.of());
    }

    @Test
    void aProductThatTheShopHasIsTakenOverAndOnlyWhatDiffersIsWritten() {
        long status = shop.client().stock().stockStatuses().getFirst().stockStatusId();
        long known = shop.client()
                .catalogue()
                .create(new NewProduct(
                        "egen",
                        new BigDecimal("25"),
                        null,
                        null,
                        new ProductText("sv", "Kåsa", "Egen text", null),
                        List.of(new NewVariant("KASA", List.of(), status, null, null, null))));
        books.transactions.executeWithoutResult(tx -> books.variants.put(
                SHOP,
                "KASA",
                new VariantRef(
                        known,
                        shop.client()
                                .catalogue()
                                .product(known)
                                .orElseThrow()
                                .variants()
                                .getFirst()
                                .variantId())));
        told(article("KASA", "Kåsa", null, Map.of()));

        look();

        ShopProduct product = only();
        assertThat(product.productId()).isEqualTo(known);
        assertThat(product.texts()).containsExactly(new ProductText("sv", "Kåsa", "Egen text", null));
        assertThat(product.variants().getFirst().ean()).isEqualTo("7314");
        assertThat(product.images()).isEmpty();
        assertThat(fetched).isEmpty();
    }

    @Test
    void aProposedGroupIsNotCreatedBeforeAPersonConfirmsIt() {
        told(plain("TROJA-S", "Tröja - Small"), plain("TROJA-M", "Tröja - Medium"), plain("TROJA-L", "Tröja - Large"));
        look();
        assertThat(products()).isEmpty();

        books.transactions.executeWithoutResult(
                tx -> groups.accept(SHOP, groups.of(SHOP).getFirst(), List.of("Storlek"), "Kim"));
        look();

        assertThat(only().texts().getFirst().name()).isEqualTo("Tröja");
        assertThat(only().variants()).hasSize(3);
    }

    private static ArticleChange plain(String no, String name) {
        return new ArticleChange(no, name, null, null, false, new BigDecimal("25"), "GW", false, List.of());
    }

    @Test
    void whatTheShopRefusesWaitsWithACauseAndTheRestGoesOn() {
        shop.script.fails(
                "create A",
                new RemoteFailure(
                        se.brygga.clients.remote.RemoteSystem.STARWEB,
                        RemoteFailure.Kind.REFUSED,
                        RemoteFailure.Why.BAD_REQUEST,
                        "POST /products: status 400"));
        told(plain("A", "Fat"), plain("B/1", "Skål"), plain("C", "Kopp"));

        look();

        assertThat(line("A").cause()).isEqualTo(Cause.SHOP_PRODUCT_REFUSED);
        assertThat(line("B/1").cause()).isEqualTo(Cause.SHOP_PRODUCT_NUMBER_NOT_ALLOWED);
        assertThat(line("C").state()).isEqualTo(State.SETTLED);
        assertThat(products()).hasSize(1);

        shop.script.mends("create A");
        books.transactions.executeWithoutResult(tx -> masters.news().markAll(SHOP));
        look();
        assertThat(line("A").state()).isEqualTo(State.SETTLED);
        assertThat(line("A").cause()).isNull();
    }

    @Test
    void aProductThatTheShopsStaffHasDeletedIsNotMadeAgain() {
        told(main(), mug("MUG-R", "Röd"));
        look();
        shop.goods.delete("MUG-R");

        told(article("MUG", "Stor mugg", null, Map.of()));
        look();

        assertThat(products()).isEmpty();
        assertThat(line("MUG-R").cause()).isEqualTo(Cause.SHOP_PRODUCT_GONE);
    }

    @Test
    void aNewProductGetsItsStockAndPricesAlthoughSpecterToldOfThemBefore() {
        ShopSetup of = setup.shop(SHOP.shop());
        setup = setup.with(List.of(new ShopSetup(
                of.shop(),
                of.webshopId(),
                of.orderNoPrefix(),
                of.starweb(),
                of.orders(),
                of.status(),
                SampleSetup.stock(),
                null,
                of.products())));
        DirtyBook dirty = new DirtyBook(books.database);
        assertThat(dirty.dirty(Feed.STOCK, SHOP.tenant(), List.of(SHOP), false)).isEmpty();
        told(main(), mug("MUG-R", "Röd"));

        look();

        assertThat(dirty.dirty(Feed.STOCK, SHOP.tenant(), List.of(SHOP), false)).containsExactly(SHOP);
        assertThat(dirty.dirty(Feed.PRICES, SHOP.tenant(), List.of(SHOP), false))
                .isEmpty();
    }

    @RepeatedTest(20)
    void aProductIsMadeOnceAlthoughItsMainArticleAndItsVariantsAllHaveNews() {
        told(main(), mug("MUG-R", "Röd"), mug("MUG-B", "Blå"));

        look();

        assertThat(products()).hasSize(1);
        assertThat(only().variants()).hasSize(2);
    }
}
