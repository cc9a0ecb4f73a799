package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.workflows.Sku;

/**
 * A variant of a product. A variant has a SKU, stock and prices.
 *
 * @param sku the key of the SKU in the shop ({@link Sku#key}); nobody knows whether a shop distinguishes upper and
 *     lower case (O-23)
 * @param stockQuantity quantity at the location that web orders are sold from; null if the shop did not say
 * @param visibility as the shop says; visible where it does not say
 * @param prices the rows in the answer. A list that is missing here may still have a row: ask {@link ShopPrices#prices}
 */
public record Variant(
        VariantRef ref,
        String sku,
        @Nullable BigDecimal stockQuantity,
        @Nullable Long stockStatusId,
        Visibility visibility,
        List<PriceRow> prices) {

    /** Whether customers see a variant. A visible variant is seen only if its product is. */
    public enum Visibility {
        VISIBLE,
        HIDDEN
    }

    /** The longest SKU of a shop and article number of Specter (Starweb reference section 7.1). */
    private static final int LONGEST_SKU = 40;

    public Variant {
        sku = Sku.key(sku);
        prices = List.copyOf(prices);
    }

    /** Whether Specter could have an article with this number: not too long, and without invisible characters. */
    public boolean canBeAnArticle() {
        return sku.length() <= LONGEST_SKU
                && sku.codePoints().noneMatch(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                });
    }

    /** The ids of a variant in its shop. Every call needs both, and neither means anything in another shop. */
    public record VariantRef(long productId, long variantId) {

        @Override
        public String toString() {
            return productId + "/" + variantId;
        }
    }
}
