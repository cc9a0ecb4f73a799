package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is available of an article in one warehouse now (reference section 6). It may be negative or a fraction (O29).
 *
 * @param site the warehouse; {@code #1}, {@code #2} by place when the answer only tells warehouses apart (O28); null when
 *     it does not even do that
 * @param available shelf stock less open orders
 * @param literal whether the answer had the word {@code noItemsAvailable} in the number's place, which is read as 0 (O29)
 */
public record StockChange(String articleNo, @Nullable String site, BigDecimal available, boolean literal) {

    /** With a number in the number's place. */
    public StockChange(String articleNo, @Nullable String site, BigDecimal available) {
        this(articleNo, site, available, false);
    }

    /** The warehouse as it stands in the books: empty when the answer does not even tell them apart. */
    public String siteOrNone() {
        return site == null ? "" : site;
    }
}
