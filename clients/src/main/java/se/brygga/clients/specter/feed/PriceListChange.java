package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;

/**
 * A price list and its changed rows, as the assumed adapter tells them (reference section 11).
 *
 * @param currency ISO 4217; null when not told
 * @param prices changed rows only
 */
public record PriceListChange(
        String priceListId, @Nullable String name, @Nullable String currency, boolean deleted, List<Price> prices) {

    public PriceListChange {
        prices = List.copyOf(prices);
    }

    /** What the change tells of: the list, and each of its prices as {@link PullAnswer.Unreadable#id} names it. */
    public Stream<String> told() {
        return Stream.concat(
                Stream.of(priceListId), prices.stream().map(price -> priceOf(priceListId, price.articleNo())));
    }

    /** What a price that could not be read is known by until the list tells of the price again. */
    static String priceOf(@Nullable String priceListId, String articleNo) {
        return priceListId + ": price of " + articleNo;
    }

    /**
     * A price or a discount, or neither when it is deleted.
     *
     * @param fromQty the smallest quantity it holds for; 1 when not told
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
