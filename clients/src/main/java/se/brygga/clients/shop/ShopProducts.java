package se.brygga.clients.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.Variant.VariantRef;

/** A shop's products and their variants: which variant has which SKU, and whether customers see it. */
public interface ShopProducts {

    /**
     * One page of all products in ascending order of their ids, hidden products too, each with its primary variant.
     *
     * @param page from 1; a page past the end is empty
     */
    VariantPage products(int page);

    /**
     * One page of the products that the shop says have changed. Nobody knows whether a variant's new SKU, or its stock,
     * counts as a change of its product. So only a scan of all products misses nothing.
     */
    VariantPage productsChangedSince(Instant since, int page);

    /**
     * All variants of a product. Empty when the shop has no such product. Variants without an id or a SKU are left out,
     * because nothing links them to an article.
     */
    List<Variant> variants(long productId);

    /** One variant. Empty when the variant does not exist, or has no SKU. */
    Optional<Variant> variant(VariantRef variant);

    /**
     * The variant with this SKU. Upper and lower case make no difference, as far as the shop finds such a variant.
     *
     * <p>Nobody knows whether the shop searches variants that are not primary. So an empty result means "not found".
     * Only a scan of {@link #products} and {@link #variants} can show that the shop has no such SKU.
     *
     * @throws se.brygga.clients.remote.RemoteFailure REFUSED with SKU_NOT_UNIQUE when several variants have the SKU
     */
    Optional<Variant> findBySku(String sku);

    /**
     * Hides a variant from customers, or shows it to them, and changes nothing else. Idempotent. The other variants of
     * the product stay as they are.
     *
     * @param sku the SKU that the variant should have; the answer names the SKU that it has
     */
    Written setVisibility(VariantRef variant, String sku, Variant.Visibility visibility);

    /**
     * One page of a shop's products.
     *
     * @param last whether this is the last page
     * @param unreadable ids of products whose only variant could not be read; 0 for a product without an id. They must
     *     neither hide the others nor count as deleted
     */
    record VariantPage(List<Product> products, boolean last, List<Long> unreadable) {

        public VariantPage {
            products = List.copyOf(products);
            unreadable = List.copyOf(unreadable);
        }

        /**
         * One product.
         *
         * @param hasSeveralVariants whether {@link ShopProducts#variants} has more than {@code primary}; true also when
         *     the shop does not say
         * @param primary never null when it is the only variant
         */
        public record Product(
                long productId,
                boolean hasSeveralVariants,
                @Nullable Variant primary) {}
    }
}
