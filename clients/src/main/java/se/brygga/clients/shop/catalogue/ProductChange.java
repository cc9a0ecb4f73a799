package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What shall change of a product itself. Null leaves a value as it is. */
public record ProductChange(
        @Nullable BigDecimal vatRate,
        @Nullable Long unitId,
        @Nullable Long manufacturerId,
        ShopProduct.@Nullable Shown shown) {}
