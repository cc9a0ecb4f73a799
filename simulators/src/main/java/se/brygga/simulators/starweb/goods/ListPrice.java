package se.brygga.simulators.starweb.goods;

import java.math.BigDecimal;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A SKU's prices in one list, ex VAT, as tests and people look at them.
 *
 * @param special null: no offer
 * @param tiers price by the quantity from which it holds
 */
public record ListPrice(
        long priceListId, BigDecimal price, @Nullable BigDecimal special, SortedMap<Long, BigDecimal> tiers) {}
