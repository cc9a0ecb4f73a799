package se.brygga.starter.desk.prices;

import java.util.List;
import se.brygga.starter.desk.trouble.Trouble;

/**
 * Price changes that wait for a person.
 *
 * @param total how many there are, listed or not
 * @param notWritten shops to which no prices are written at present
 */
public record WaitingPrices(List<WaitingPrice> prices, int total, List<Trouble.NotWritten> notWritten) {

    /** The price changes of several tenants together. */
    public static WaitingPrices together(List<WaitingPrices> parts) {
        return new WaitingPrices(
                parts.stream().flatMap(part -> part.prices().stream()).toList(),
                parts.stream().mapToInt(WaitingPrices::total).sum(),
                parts.stream().flatMap(part -> part.notWritten().stream()).toList());
    }

    /** These price changes, at most this many. */
    public WaitingPrices first(int limit) {
        return new WaitingPrices(prices.stream().limit(limit).toList(), total, notWritten);
    }
}
