package se.brygga.starter.desk.sums;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.sums.DaySums.DaySum;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.workflows.ShopRef;

/**
 * The orders of some days, counted here and in the shops.
 *
 * @param sums newest day first; a day of which neither we nor the shop know an order has none
 * @param notAsked shops that did not tell their list
 * @param notServed tenants and shops that were suspended or removed
 */
public record OrderSums(List<Day> sums, List<NotAsked> notAsked, List<Trouble.NotServed> notServed) {

    /**
     * The orders that were placed in one shop on one day. Amounts are by currency.
     *
     * @param day the shop's, from midnight to midnight
     * @param placed those transferred, on their way, waiting and skipped; each order is in just one of these
     * @param unread of those placed: known by their number only
     * @param inShop null when the shop was not asked, or did not answer
     */
    public record Day(
            ShopRef shop,
            LocalDate day,
            int placed,
            int transferred,
            int onTheirWay,
            int waiting,
            int skipped,
            int unread,
            Map<String, BigDecimal> placedSum,
            Map<String, BigDecimal> transferredSum,
            @Nullable InShop inShop) {}

    /**
     * The shop's own list of the day.
     *
     * @param onlyInShop numbers of orders that are not known here
     * @param onlyHere numbers of orders that the list does not have
     */
    public record InShop(int count, Map<String, BigDecimal> sum, List<Long> onlyInShop, List<Long> onlyHere) {}

    /** @param why what the shop answered */
    public record NotAsked(ShopRef shop, String why) {}

    /** These, and those of one more shop. */
    OrderSums and(DaySums.Report more, List<Trouble.NotServed> ofShop) {
        return new OrderSums(
                Stream.concat(sums.stream(), more.sums().stream().map(OrderSums::day))
                        .sorted(Comparator.comparing(Day::day)
                                .reversed()
                                .thenComparing(day -> day.shop().toString()))
                        .toList(),
                Stream.concat(
                                notAsked.stream(),
                                more.notAsked().stream().map(one -> new NotAsked(one.shop(), one.why())))
                        .toList(),
                Stream.concat(notServed.stream(), ofShop.stream()).distinct().toList());
    }

    private static Day day(DaySum sum) {
        DaySum.InShop inShop = sum.inShop();
        return new Day(
                sum.shop(),
                sum.day(),
                sum.placed(),
                sum.transferred(),
                sum.onTheirWay(),
                sum.waiting(),
                sum.skipped(),
                sum.unread(),
                sum.placedSum(),
                sum.transferredSum(),
                inShop == null
                        ? null
                        : new InShop(inShop.count(), inShop.sum(), inShop.onlyInShop(), inShop.onlyHere()));
    }
}
