package se.brygga.clients.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopCatalogue.ProductPage;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.catalogue.NewProduct;
import se.brygga.clients.shop.catalogue.NewVariant;
import se.brygga.clients.shop.catalogue.ProductChange;
import se.brygga.clients.shop.catalogue.ProductText;
import se.brygga.clients.shop.catalogue.ShopProduct;
import se.brygga.clients.shop.catalogue.ShopProduct.Shown;
import se.brygga.clients.shop.catalogue.ShopVariant;
import se.brygga.clients.shop.catalogue.VariantChange;

/** What {@link ShopCatalogue} promises. */
interface ShopCatalogueContract extends ContractedShop {

    long NOTHING = 999_999;

    @Test
    default void aSweepShowsEachProductWithAllItsVariants() {
        long created = create("C-1", "C-2");

        List<ShopProduct> all = sweep();

        assertThat(all).extracting(ShopProduct::productId).doesNotHaveDuplicates();
        assertThat(all)
                .filteredOn(product -> product.productId() == created)
                .flatExtracting(ShopProduct::variants)
                .extracting(ShopVariant::sku)
                .containsExactlyInAnyOrder("C-1", "C-2");
        assertThat(catalogue().products(999).products()).isEmpty();
    }

    @Test
    default void aNewProductIsHiddenAndAsItWasGiven() {
        ShopProduct product = product(create("C-1", "C-2"));

        assertThat(product.shown()).isEqualTo(Shown.HIDDEN);
        assertThat(product.kind()).isEqualTo(ShopProduct.Kind.BASIC);
        assertThat(product.externalId()).extracting(ShopProduct.ExternalId::id).isEqualTo("C");
        assertThat(product.vatRate()).isEqualByComparingTo("12");
        assertThat(product.texts()).contains(new ProductText(language(), "Tröja", "Kort", "<p>Lång</p>"));
        ShopVariant second = product.variants().stream()
                .filter(variant -> variant.sku().equals("C-2"))
                .findFirst()
                .orElseThrow();
        assertThat(second.active()).isTrue();
        assertThat(second.values())
                .extracting(ShopVariant.Value::attribute, ShopVariant.Value::value)
                .containsExactly(org.assertj.core.api.Assertions.tuple("Storlek", "C-2"));
        assertThat(second.ean()).isEqualTo("7310000000017");
        assertThat(second.weight()).isEqualByComparingTo("0.25");
        assertThat(second.costPrice()).isEqualByComparingTo("40");
        assertThat(second.stock()).isEqualByComparingTo("0");
    }

    @Test
    default void aSkuThatTheShopHasIsRefused() {
        create("C-1");
        int before = sweep().size();

        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> create("C-1"));

        assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.REFUSED);
        assertThat(sweep()).hasSize(before);
    }

    @Test
    default void aChangeLeavesWhatItDoesNotName() {
        long productId = create("C-1");

        assertThat(catalogue().change(productId, new ProductChange(null, null, null, Shown.VISIBLE)))
                .isEqualTo(Written.DONE);
        assertThat(catalogue().change(productId, new ProductChange(new BigDecimal("25"), null, null, null)))
                .isEqualTo(Written.DONE);

        assertThat(product(productId).shown()).isEqualTo(Shown.VISIBLE);
        assertThat(product(productId).vatRate()).isEqualByComparingTo("25");
        assertThat(product(productId).texts()).extracting(ProductText::name).contains("Tröja");
    }

    @Test
    default void aTextOfOneLanguageLeavesTheOthers() {
        long productId = create("C-1");
        String other = client().lists().languages().get(1);
        ProductText translated = new ProductText(other, "Sweater", "Short", null);

        assertThat(catalogue().setText(productId, translated)).isEqualTo(Written.DONE);
        assertThat(catalogue().setText(productId, translated)).isEqualTo(Written.DONE);
        assertThat(catalogue().setText(productId, new ProductText(other, null, null, "Long")))
                .isEqualTo(Written.DONE);

        assertThat(product(productId).texts())
                .containsExactlyInAnyOrder(
                        new ProductText(language(), "Tröja", "Kort", "<p>Lång</p>"),
                        new ProductText(other, "Sweater", "Short", "Long"));
    }

    @Test
    default void aVariantIsAddedOnce() {
        long productId = create("C-1", "C-2");
        NewVariant third = variant("C-3");

        VariantRef ref = catalogue().addVariant(productId, third).orElseThrow();
        RemoteFailure again =
                catchThrowableOfType(RemoteFailure.class, () -> catalogue().addVariant(productId, third));

        assertThat(again.kind()).isEqualTo(RemoteFailure.Kind.REFUSED);
        assertThat(product(productId).variants())
                .extracting(ShopVariant::variantId)
                .hasSize(3)
                .contains(ref.variantId());
        assertThat(catalogue().addVariant(NOTHING, variant("C-4"))).isEmpty();
    }

    @Test
    default void aVariantIsRenumberedUnlessItHasAnotherSku() {
        VariantRef ref = ref(create("C-1"));

        assertThat(catalogue().changeVariant(ref, "OTHER", new VariantChange("C-9", null, null, null, null, null)))
                .isEqualTo(Written.OTHER_SKU);
        assertThat(only(ref).sku()).isEqualTo("C-1");
        VariantChange change = new VariantChange("C-9", null, null, null, null, null);
        assertThat(catalogue().changeVariant(ref, "C-1", change)).isEqualTo(Written.DONE);
        assertThat(catalogue().changeVariant(ref, "C-1", change)).isEqualTo(Written.DONE);
        assertThat(only(ref).sku()).isEqualTo("C-9");
        assertThat(only(ref).ean()).isEqualTo("7310000000017");
    }

    @Test
    default void aChangedVariantKeepsWhatTheChangeDoesNotName() {
        VariantRef ref = ref(create("C-1"));

        assertThat(catalogue()
                        .changeVariant(
                                ref, "C-1", new VariantChange(null, false, null, new BigDecimal("1.5"), null, null)))
                .isEqualTo(Written.DONE);

        assertThat(only(ref).active()).isFalse();
        assertThat(only(ref).weight()).isEqualByComparingTo("1.5");
        assertThat(only(ref).costPrice()).isEqualByComparingTo("40");
        assertThat(only(ref).sku()).isEqualTo("C-1");
    }

    @Test
    default void categoriesAndPicturesComeToThoseThatAreThere() {
        long productId = create("C-1");
        long first = client().lists().createCategory("Tröjor", null);
        long second = client().lists().createCategory("Rea", null);
        long front = catalogue().upload("fram.png", picture(1));
        long back = catalogue().upload("bak.png", picture(2));

        for (int twice = 0; twice < 2; twice++) {
            assertThat(catalogue().putInCategory(productId, first)).isEqualTo(Written.DONE);
            assertThat(catalogue().putInCategory(productId, second)).isEqualTo(Written.DONE);
            assertThat(catalogue().addImage(productId, front)).isEqualTo(Written.DONE);
            assertThat(catalogue().addImage(productId, back)).isEqualTo(Written.DONE);
        }

        assertThat(product(productId).categoryIds()).containsExactlyInAnyOrder(first, second);
        assertThat(product(productId).images()).containsExactly(front, back);
        assertThat(catalogue().file("bak.png")).hasValue(back);
        assertThat(catalogue().file("okand.png")).isEmpty();
    }

    @Test
    default void aProductThatIsGoneIsNoFailure() {
        VariantRef ref = new VariantRef(NOTHING, NOTHING);
        long category = client().lists().createCategory("Tröjor", null);
        long picture = catalogue().upload("fram.png", picture(1));

        assertThat(catalogue().product(NOTHING)).isEmpty();
        assertThat(List.of(
                        catalogue().change(NOTHING, new ProductChange(null, null, null, Shown.HIDDEN)),
                        catalogue().setText(NOTHING, new ProductText(language(), "Tröja", null, null)),
                        catalogue().changeVariant(ref, "C-1", new VariantChange(null, true, null, null, null, null)),
                        catalogue().changeVariant(ref, "C-1", new VariantChange("C-2", null, null, null, null, null)),
                        catalogue().putInCategory(NOTHING, category),
                        catalogue().addImage(NOTHING, picture)))
                .containsOnly(Written.VARIANT_GONE);
    }

    private static byte[] picture(int number) {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) number};
    }

    private long create(String... skus) {
        List<NewVariant> variants = new ArrayList<>();
        for (String sku : skus) {
            variants.add(variant(sku));
        }
        ProductText text = new ProductText(language(), "Tröja", "Kort", "<p>Lång</p>");
        return catalogue().create(new NewProduct("C", new BigDecimal("12"), null, null, text, variants));
    }

    private NewVariant variant(String sku) {
        long attribute = client().lists().attributes().stream()
                .filter(known -> known.names().containsValue("Storlek"))
                .findFirst()
                .map(known -> known.id())
                .orElseGet(() -> client().lists().createAttribute("Storlek"));
        long value = client().lists().createAttributeValue(attribute, sku);
        long status = client().stock().stockStatuses().getFirst().stockStatusId();
        return new NewVariant(
                sku, List.of(value), status, "7310000000017", new BigDecimal("0.25"), new BigDecimal("40"));
    }

    private List<ShopProduct> sweep() {
        List<ShopProduct> all = new ArrayList<>();
        for (int number = 1; ; number++) {
            ProductPage page = catalogue().products(number);
            all.addAll(page.products());
            if (page.last()) {
                return all;
            }
        }
    }

    private ShopProduct product(long productId) {
        return catalogue().product(productId).orElseThrow();
    }

    private VariantRef ref(long productId) {
        return new VariantRef(
                productId, product(productId).variants().getFirst().variantId());
    }

    private ShopVariant only(VariantRef ref) {
        return product(ref.productId()).variants().getFirst();
    }

    private String language() {
        return client().lists().languages().getFirst();
    }

    private ShopCatalogue catalogue() {
        return client().catalogue();
    }
}
