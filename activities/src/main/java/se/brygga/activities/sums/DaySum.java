package se.brygga.activities.sums;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.ShopRef;

/**
 * The orders that were placed in one shop on one day. Amounts are by currency, as the shop had them when they were last read;
 * an order that nobody has read adds nothing to them.
 *
 * @param day the shop's, from midnight to midnight in {@link DaySums#SHOP_ZONE}
 * @param placed all that are known here: those transferred, on their way, waiting and skipped, each in just one of these
 * @param unread of those placed: known by their number only, and counted on the day on which we heard of them, unless the shop
 *     has said when they were placed
 * @param inShop what the shop itself says; null when it was not asked, or did not answer
 */
public record DaySum(
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
        @Nullable InShop inShop) {

    /**
     * The shop's own list. {@code count} = placed - those only here + those only in the shop.
     *
     * @param count orders in the list, without those from before Brygga's start with the shop that nobody took up
     * @param onlyInShop numbers of orders that are not known here
     * @param onlyHere numbers of orders that the list does not have: deleted in the shop, not paid there, or unread and placed
     *     before the first day
     */
    public record InShop(int count, Map<String, BigDecimal> sum, List<Long> onlyInShop, List<Long> onlyHere) {
        public InShop {
            onlyInShop = List.copyOf(onlyInShop);
            onlyHere = List.copyOf(onlyHere);
        }
    }
}
