package se.brygga.starter.desk.sums;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.orders.OrderLists.Counted;
import se.brygga.activities.orders.OrderRecord.State;
import se.brygga.starter.desk.sums.DaySums.DaySum;
import se.brygga.workflows.ShopRef;

/** A {@link DaySum} while it is being counted. */
final class DayTally {

    private final Map<State, Integer> states = new EnumMap<>(State.class);
    private final SortedMap<String, BigDecimal> placed = new TreeMap<>();
    private final SortedMap<String, BigDecimal> transferred = new TreeMap<>();
    private final SortedMap<String, BigDecimal> inShop = new TreeMap<>();
    private final List<Long> onlyInShop = new ArrayList<>();
    private final List<Long> onlyHere = new ArrayList<>();
    private int unread;
    private int listed;

    /** Counts an order of the books. */
    void addKnown(Counted order) {
        states.merge(order.state(), 1, Integer::sum);
        if (!order.read()) {
            unread++;
        }
        add(placed, order.total(), order.currency());
        if (order.state() == State.TRANSFERRED) {
            add(transferred, order.total(), order.currency());
        }
    }

    /** Counts an order of the shop's own list. */
    void addListed(ShopList.Entry order, boolean known) {
        listed++;
        add(inShop, order.total(), order.currency());
        if (!known) {
            onlyInShop.add(order.orderId());
        }
    }

    /** Counts an order of the books that the shop's list does not have. */
    void addOnlyHere(long orderId) {
        onlyHere.add(orderId);
    }

    private static void add(Map<String, BigDecimal> sums, @Nullable BigDecimal amount, @Nullable String currency) {
        if (amount != null && currency != null) {
            sums.merge(currency, amount, BigDecimal::add);
        }
    }

    private int in(State state) {
        return states.getOrDefault(state, 0);
    }

    /** @param asked whether the shop answered with its list */
    DaySum sum(ShopRef shop, LocalDate day, boolean asked) {
        return new DaySum(
                shop,
                day,
                states.values().stream().mapToInt(Integer::intValue).sum(),
                in(State.TRANSFERRED),
                in(State.ON_ITS_WAY),
                in(State.WAITING),
                in(State.SKIPPED),
                unread,
                placed,
                transferred,
                asked ? new DaySum.InShop(listed, inShop, onlyInShop, onlyHere) : null);
    }
}
