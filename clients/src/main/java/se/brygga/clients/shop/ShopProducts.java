package se.brygga.clients.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.Variant.VariantRef;

/** A shop's products and their variants: where each SKU lies, and whether customers see it. */
public interface ShopProducts {

    /**
     * One page of all products by product id, hidden ones too, each with its primary variant.
     *
     * @param page from 1; a page past the end is empty
     */
    VariantPage products(int page);

    /**
     * The same of those products that the shop says have changed. Whether a variant's new SKU counts as a change of its product
     * is unknown, and so is whether its stock does: only a sweep over all of them misses nothing.
     */
    VariantPage productsChangedSince(Instant since, int page);

    /**
     * All variants of a product; none when the shop has no such product (any more). Those without an id or a SKU are left
     * out: nothing links them to an article.
     */
    List<Variant> variants(long productId);

    /** One variant; empty when it is gone, or has no SKU (any more). */
    Optional<Variant> variant(VariantRef variant);

    /**
     * The variant with this SKU; one that differs in upper and lower case is the same one, as far as the shop finds it.
     *
     * <p>Whether the shop looks at other than primary variants is unknown: empty means "not found", and only a sweep over
     * {@link #products} and {@link #variants} means "not there".
     *
     * @throws se.brygga.clients.remote.RemoteFailure REFUSED with SKU_NOT_UNIQUE when several variants have it
     */
    Optional<Variant> findBySku(String sku);

    /**
     * Hides a variant from customers or shows it to them, and leaves everything else as it is. May be repeated. Of a product
     * with several variants, the others stay as they are.
     *
     * @param sku what the variant is thought to be: the answer names it
     */
    Written setVisibility(VariantRef variant, String sku, Variant.Visibility visibility);

    /**
     * One page of a shop's products.
     *
     * @param last whether no page comes after it
     * @param unreadable ids of products whose one variant could not be read, 0 for a product that lacks even an id: they must
     *     neither hide the others nor count as gone
     */
    record VariantPage(List<Product> products, boolean last, List<Long> unreadable) {

        public VariantPage {
            products = List.copyOf(products);
            unreadable = List.copyOf(unreadable);
        }

        /**
         * @param hasSeveralVariants whether {@link ShopProducts#variants} has more than {@code primary}; true also when the
         *     shop did not say
         * @param primary never null when it is the only one
         */
        public record Product(
                long productId,
                boolean hasSeveralVariants,
                @Nullable Variant primary) {}
    }
}
