package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What shall change of a variant. Null leaves a value as it is.
 *
 * @param sku another SKU
 * @param active whether the variant can be bought
 */
public record VariantChange(
        @Nullable String sku,
        @Nullable Boolean active,
        @Nullable String ean,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal costPrice) {}
