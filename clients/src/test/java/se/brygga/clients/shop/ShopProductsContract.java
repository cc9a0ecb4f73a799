package se.brygga.clients.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.brygga.clients.shop.ShopProducts.VariantPage;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.Variant.Visibility;
import se.brygga.workflows.Sku;

/** What {@link ShopProducts} promises. */
interface ShopProductsContract extends ContractedShop {

    @Test
    default void aSweepShowsEachVariantOnceAndWhereItLies() {
        List<Variant> all = sweep();

        assertThat(all).extracting(Variant::ref).doesNotHaveDuplicates();
        assertThat(all).extracting(Variant::sku).contains(Sku.key(sku()));
    }

    @Test
    default void aSkuIsFoundInEveryCaseOfLetters() {
        VariantRef ref = ref();

        assertThat(products().findBySku(sku().toLowerCase(Locale.ROOT)).map(Variant::ref))
                .hasValue(ref);
        assertThat(products().variant(ref).map(Variant::sku)).hasValue(Sku.key(sku()));
        assertThat(products().findBySku("NOT-THERE")).isEmpty();
    }

    @Test
    default void aHiddenVariantIsShownToBryggaAndNotToCustomers() {
        VariantRef ref = ref();

        assertThat(products().setVisibility(ref, sku(), Visibility.HIDDEN)).isEqualTo(Written.DONE);
        assertThat(products().setVisibility(ref, sku(), Visibility.HIDDEN)).isEqualTo(Written.DONE);

        assertThat(sweep())
                .filteredOn(variant -> variant.ref().equals(ref))
                .extracting(Variant::visibility)
                .containsExactly(Visibility.HIDDEN);
        assertThat(products().setVisibility(ref, sku(), Visibility.VISIBLE)).isEqualTo(Written.DONE);
        assertThat(products().variant(ref).map(Variant::visibility)).hasValue(Visibility.VISIBLE);
    }

    @Test
    default void aWriteToAVariantOfAnotherSkuSaysSo() {
        assertThat(products().setVisibility(ref(), "ANOTHER", Visibility.VISIBLE))
                .isEqualTo(Written.OTHER_SKU);
    }

    @Test
    default void aVariantThatIsGoneIsNoFailure() {
        VariantRef ref = ref();
        remove(sku());

        assertThat(products().variant(ref)).isEmpty();
        assertThat(products().findBySku(sku())).isEmpty();
        assertThat(sweep()).extracting(Variant::ref).doesNotContain(ref);
        assertThat(products().setVisibility(ref, sku(), Visibility.HIDDEN)).isEqualTo(Written.VARIANT_GONE);
        assertThat(products().variants(ref.productId()))
                .extracting(Variant::ref)
                .doesNotContain(ref);
    }

    @Test
    default void aPagePastTheEndHasNoProducts() {
        assertThat(products().products(99).products()).isEmpty();
    }

    private List<Variant> sweep() {
        List<Variant> all = new ArrayList<>();
        for (int number = 1; ; number++) {
            VariantPage page = products().products(number);
            page.products().stream()
                    .flatMap(product -> product.hasSeveralVariants()
                            ? products().variants(product.productId()).stream()
                            : Stream.ofNullable(product.primary()))
                    .forEach(all::add);
            if (page.last()) {
                return all;
            }
        }
    }

    private VariantRef ref() {
        return products().findBySku(sku()).map(Variant::ref).orElseThrow();
    }

    private ShopProducts products() {
        return client().products();
    }
}
