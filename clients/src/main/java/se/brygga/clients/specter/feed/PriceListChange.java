package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;

/**
 * A price list and its changed rows, in the shape of the assumed adapter (reference section 11).
 *
 * @param currency ISO 4217; null when not told
 * @param prices changed rows only
 */
public record PriceListChange(
        String priceListId, @Nullable String name, @Nullable String currency, boolean deleted, List<Price> prices) {

    public PriceListChange {
        prices = List.copyOf(prices);
    }

    /** What the change tells of, as {@link PullAnswer.Unreadable#id} names it: the list, and each of its prices. */
    public Stream<String> told() {
        return Stream.concat(
                Stream.of(priceListId), prices.stream().map(price -> priceOf(priceListId, price.articleNo())));
    }

    /** The id under which an unreadable price is noted until the list tells of the price again. */
    static String priceOf(@Nullable String priceListId, String articleNo) {
        return priceListId + ": price of " + articleNo;
    }

    /**
     * A price or a discount of an article. Neither is there when the row is deleted.
     *
     * @param fromQty the smallest quantity with this price; 1 when not told
     * @param priceExclVat in the list's currency
     * @param discountPercent off the base price
     */
    public record Price(
            String articleNo,
            BigDecimal fromQty,
            boolean deleted,
            @Nullable BigDecimal priceExclVat,
            @Nullable BigDecimal discountPercent) {}
}
