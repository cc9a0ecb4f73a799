package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.workflows.Sku;

/**
 * A variant: what has a SKU, stock and prices.
 *
 * @param sku the key of what the shop writes ({@link Sku#key}): whether a shop tells upper from lower case is unknown (O-23)
 * @param stockQuantity the quantity of the location that web orders are sold from, or null if the shop did not say
 * @param visibility what the shop says; visible where it does not say
 * @param prices the rows that came along; that a list is missing here does not prove that it has no row: ask
 *     {@link ShopPrices#prices}
 */
public record Variant(
        VariantRef ref,
        String sku,
        @Nullable BigDecimal stockQuantity,
        @Nullable Long stockStatusId,
        Visibility visibility,
        List<PriceRow> prices) {

    /** Whether customers see a variant; of one that is visible, its product decides. */
    public enum Visibility {
        VISIBLE,
        HIDDEN
    }

    /** What a shop's SKU and Specter's article number can have (Starweb reference section 7.1). */
    private static final int LONGEST_SKU = 40;

    public Variant {
        sku = Sku.key(sku);
        prices = List.copyOf(prices);
    }

    /** Whether Specter could have an article of this number: it is not too long, and holds nothing that nobody can see. */
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

    /** Where a variant lies in its shop. Both numbers are needed for every call, and neither means anything in another shop. */
    public record VariantRef(long productId, long variantId) {

        @Override
        public String toString() {
            return productId + "/" + variantId;
        }
    }
}
