package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The quantity of an article that is available in one warehouse now (reference section 6). It may be negative or a
 * fraction (O29).
 *
 * @param site the warehouse. {@code #1}, {@code #2} by place when the answer only separates warehouses (O28); null when
 *     it does not even do that
 * @param available shelf stock less open orders
 * @param literal whether the answer had the word {@code noItemsAvailable} in the number's place, which is read as 0
 *     (O29)
 */
public record StockChange(String articleNo, @Nullable String site, BigDecimal available, boolean literal) {

    /** A change whose answer had a number in the number's place. */
    public StockChange(String articleNo, @Nullable String site, BigDecimal available) {
        this(articleNo, site, available, false);
    }

    /** The warehouse in the books: empty when the answer does not separate warehouses. */
    public String siteOrNone() {
        return site == null ? "" : site;
    }
}
