package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A variant's stock at one location. Quantities may have decimals and be negative; null if the shop did not say. */
public record StockRow(
        long stockLocationId,
        @Nullable BigDecimal quantity,
        @Nullable Long stockStatusId) {}
