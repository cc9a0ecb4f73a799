package se.brygga.starter.desk.prices;

import java.util.List;
import se.brygga.starter.desk.trouble.Trouble;

/**
 * Price changes that wait for a person.
 *
 * @param total how many there are, listed or not
 * @param notWritten shops that are sent no prices at present
 */
public record WaitingPrices(List<WaitingPrice> prices, int total, List<Trouble.NotWritten> notWritten) {

    /** Those of some tenants together. */
    public static WaitingPrices together(List<WaitingPrices> parts) {
        return new WaitingPrices(
                parts.stream().flatMap(part -> part.prices().stream()).toList(),
                parts.stream().mapToInt(WaitingPrices::total).sum(),
                parts.stream().flatMap(part -> part.notWritten().stream()).toList());
    }

    /** The same with so many at most. */
    public WaitingPrices first(int limit) {
        return new WaitingPrices(prices.stream().limit(limit).toList(), total, notWritten);
    }
}
