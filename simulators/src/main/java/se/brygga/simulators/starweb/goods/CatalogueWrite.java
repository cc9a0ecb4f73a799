package se.brygga.simulators.starweb.goods;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One write through the API that Starweb took: what it was before and after.
 *
 * @param target the stock location (0: the variant itself), the price list, or the price list of a tier
 * @param before the quantity or the price; null when there was none
 * @param after null when it was deleted
 * @param changed whether anything is different now; false is a write that nobody needed
 */
public record CatalogueWrite(
        Kind kind,
        String sku,
        long target,
        @Nullable BigDecimal before,
        @Nullable BigDecimal after,
        boolean changed,
        Instant at) {

    /** What was written. */
    public enum Kind {
        STOCK,
        PRICE,
        TIER
    }
}
