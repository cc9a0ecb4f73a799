package se.brygga.testbed.starweb.catalogue;

import java.math.BigDecimal;
import java.util.List;

/**
 * One SKU as tests and people look at it.
 *
 * @param quantity what the web shop sells from
 * @param status name of its stock status
 * @param price in the master list, ex VAT; 0 when there is none
 */
public record Goods(
        String sku,
        String product,
        String name,
        int vatRate,
        BigDecimal quantity,
        String status,
        boolean buyable,
        BigDecimal price,
        List<ListPrice> prices) {}
