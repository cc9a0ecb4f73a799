package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A variant to be created. Its stock begins at 0 and its price at none: the feeds write both.
 *
 * @param values ids of attribute values, one for each attribute; empty for an only variant
 * @param stockStatusId of the shop's list of stock statuses
 * @param weight in kilograms
 * @param costPrice ex VAT in the shop's base currency
 */
public record NewVariant(
        String sku,
        List<Long> values,
        long stockStatusId,
        @Nullable String ean,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal costPrice) {

    public NewVariant {
        values = List.copyOf(values);
    }
}
