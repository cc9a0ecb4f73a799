package se.brygga.simulators.starweb.goods;

import java.math.BigDecimal;

/**
 * What lies of a SKU at one place, as tests and people look at it.
 *
 * @param locationId 0 when the shop has no locations and the stock is the variant's own
 * @param ecommerce whether the web shop sells from here
 */
public record Shelf(
        long locationId, String place, boolean ecommerce, BigDecimal quantity, long statusId, String status) {}
