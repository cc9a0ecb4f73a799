package se.brygga.simulators.starweb.goods;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SKU as tests and people look at it.
 *
 * @param quantity what the web shop sells from
 * @param status name of its stock status
 * @param shown whether customers see the variant
 * @param price in the master list, ex VAT; 0 when there is none
 * @param special the offer in the master list; null when there is none
 */
public record Goods(
        String sku,
        String product,
        String name,
        BigDecimal vatRate,
        BigDecimal quantity,
        String status,
        boolean buyable,
        boolean shown,
        BigDecimal price,
        @Nullable BigDecimal special,
        List<ListPrice> prices) {

    /** What a shopper pays, ex VAT. */
    public BigDecimal asked() {
        return special == null ? price : special;
    }
}
