package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shall change of a variant. Null leaves a value as it is.
 *
 * @param sku another SKU
 * @param active whether the variant can be bought
 * @param values ids of attribute values, one for each attribute
 */
public record VariantChange(
        @Nullable String sku,
        @Nullable Boolean active,
        @Nullable String ean,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal costPrice,
        @Nullable List<Long> values) {

    public VariantChange {
        values = values == null ? null : List.copyOf(values);
    }

    /** A change of nothing but whether the variant can be bought. */
    public static VariantChange active(boolean active) {
        return new VariantChange(null, active, null, null, null, null);
    }
}
