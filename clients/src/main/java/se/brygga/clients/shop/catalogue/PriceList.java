package se.brygga.clients.shop.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A price list: the master, a country's (no parent, own currency) or a customer group's (with a parent; what it lacks is
 * taken from there).
 *
 * @param master exactly one list is it, whatever its number
 * @param active activation sets all prices of a list to 0 (Starweb reference section 8)
 */
public record PriceList(
        long priceListId,
        boolean master,
        boolean active,
        @Nullable String currencyCode,
        @Nullable Long parentPriceListId,
        @Nullable String name,
        @Nullable String externalId) {}
