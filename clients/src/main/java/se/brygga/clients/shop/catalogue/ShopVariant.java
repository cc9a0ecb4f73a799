package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variant as the shop has it.
 *
 * @param sku as the shop spells it; empty when the variant has none
 * @param active whether the variant can be bought
 * @param values what makes the variant different from its siblings; empty for an only variant
 * @param ean null when the variant has none
 * @param weight in kilograms; null when the shop did not say
 * @param costPrice ex VAT in the shop's base currency; null when the shop did not say
 * @param price in the master list, ex VAT; null when there is no row
 * @param stock pieces in the location that the web shop sells from; null when the shop did not say
 */
public record ShopVariant(
        long variantId,
        String sku,
        boolean active,
        List<Value> values,
        @Nullable String ean,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal costPrice,
        @Nullable BigDecimal price,
        @Nullable BigDecimal stock) {

    /**
     * One value of one attribute.
     *
     * @param attributeId 0 when the answer has none
     * @param attribute name in the shop's first language; empty when the answer has none
     * @param value name in the shop's first language; empty when the answer has none
     */
    public record Value(long attributeId, long valueId, String attribute, String value) {}

    public ShopVariant {
        values = List.copyOf(values);
    }
}
