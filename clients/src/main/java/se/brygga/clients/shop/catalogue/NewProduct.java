package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product to be created, hidden.
 *
 * @param externalId at most 40 characters; marks the product as made by Brygga
 * @param vatRate in percent; null for the shop's usual rate
 * @param text in the shop's first language; its name is needed
 * @param variants at least one; several need values of the same attributes
 */
public record NewProduct(
        String externalId,
        @Nullable BigDecimal vatRate,
        @Nullable Long unitId,
        @Nullable Long manufacturerId,
        ProductText text,
        List<NewVariant> variants) {

    public NewProduct {
        variants = List.copyOf(variants);
    }
}
