package se.brygga.clients.shop.catalogue;

import java.math.BigDecimal;

/**
 * A lower price for larger purchases.
 *
 * @param quantity from how many it holds, at least 2
 * @param priceExVat per unit, excluding VAT, in the list's currency
 */
public record Tier(int quantity, BigDecimal priceExVat) {}
