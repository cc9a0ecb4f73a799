package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as the shop has it.
 *
 * @param externalId null when the product has none
 * @param vatRate in percent; null for the shop's usual rate
 * @param unitId null when the product has none
 * @param manufacturerId null when the product has none
 * @param texts in the languages that the answer has; a page has one, without its long part
 * @param images ids of the pictures' files in their order; empty in a page
 * @param variants all of them
 */
public record ShopProduct(
        long productId,
        @Nullable ExternalId externalId,
        Kind kind,
        Shown shown,
        @Nullable BigDecimal vatRate,
        @Nullable Long unitId,
        @Nullable Long manufacturerId,
        List<ProductText> texts,
        List<Long> categoryIds,
        List<Long> images,
        List<ShopVariant> variants) {

    /** What a product consists of. */
    public enum Kind {
        BASIC,
        /** The product is sold as one and made of others. */
        BUNDLE
    }

    /** Who sees a product. */
    public enum Shown {
        HIDDEN,
        VISIBLE,
        /** Only customers of some price lists. */
        PRICE_LISTS
    }

    /** The mark of another system on an object of the shop (reference section 12). */
    public record ExternalId(String id, String type) {}

    public ShopProduct {
        texts = List.copyOf(texts);
        categoryIds = List.copyOf(categoryIds);
        images = List.copyOf(images);
        variants = List.copyOf(variants);
    }
}
