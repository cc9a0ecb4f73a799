package se.brygga.simulators.specter.goods;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A price list as it is now. */
public record SimPriceList(long id, String name, String currency, List<Row> rows) {

    /**
     * One tier of an article. It has either a price without VAT or a discount in percent.
     *
     * @param fromQty from this quantity on
     */
    public record Row(
            String articleNo,
            int fromQty,
            @Nullable BigDecimal price,
            @Nullable BigDecimal discountPercent) {}
}
