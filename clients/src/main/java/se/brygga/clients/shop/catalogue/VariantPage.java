package se.brygga.clients.shop.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a shop's products.
 *
 * @param last whether no page comes after it
 * @param unreadable ids of products whose one variant could not be read, 0 for a product that lacks even an id: they must
 *     neither hide the others nor count as gone
 */
public record VariantPage(List<Product> products, boolean last, List<Long> unreadable) {

    public VariantPage {
        products = List.copyOf(products);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * @param hasSeveralVariants whether {@link se.brygga.clients.shop.ShopProducts#variants} has more than {@code primary}; true also when the
     *     shop did not say
     * @param primary never null when it is the only one
     */
    public record Product(
            long productId,
            boolean hasSeveralVariants,
            @Nullable Variant primary) {}
}
