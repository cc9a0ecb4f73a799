package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A variant's price in one list, excluding VAT, in the list's currency.
 *
 * @param specialPriceExVat null when there is no offer
 */
public record PriceRow(
        long priceListId, BigDecimal priceExVat, @Nullable BigDecimal specialPriceExVat) {}
