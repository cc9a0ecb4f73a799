package se.brygga.starter.desk.sums;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.OrderLists.Counted;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.WebShops;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * Shows that no order is lost. Counts each shop's orders of each day in the books, and compares them with the shop's
 * own list.
 */
@Component
final class DaySums {

    /**
     * The time zone of a shop's day. Starweb writes all times in this zone (reference section 2, assumed), whatever the
     * merchant's own zone is. So the day equals the day in the shop's admin.
     */
    static final ZoneId SHOP_ZONE = ZoneId.of("Europe/Stockholm");

    /**
     * What to count.
     *
     * @param from first day
     * @param to last day, the whole of it; a day that is not over is counted up to now
     * @param tenant null for all, as is {@code shop}
     */
    record Range(
            LocalDate from,
            LocalDate to,
            @Nullable String tenant,
            @Nullable String shop) {

        public Range {
            if (to.isBefore(from)) {
                throw Reason.DAYS_REVERSED.refused(from, to);
            }
        }

        boolean covers(ShopRef ref) {
            return (tenant == null || ref.tenant().equals(tenant))
                    && (shop == null || ref.shop().equals(shop));
        }
    }

    /** Whether the shops are asked for their own lists. */
    enum Shops {
        ASKED,
        NOT_ASKED
    }

    /**
     * A shop that was not asked, or did not answer.
     *
     * @param why what the shop answered
     */
    record NotAsked(ShopRef shop, Detail why) {}

    /**
     * What was counted.
     *
     * @param sums newest day first, without days of which neither the books nor the shop know an order
     * @param notAsked shops that did not answer with their list
     */
    record Report(List<DaySum> sums, List<NotAsked> notAsked) {}

    private final OrderLists lists;
    private final SetupStore setups;
    private final IntakeBook marks;
    private final WebShops shops;
    private final InstantSource time;

    DaySums(OrderLists lists, SetupStore setups, IntakeBook marks, WebShops shops, InstantSource time) {
        this.lists = lists;
        this.setups = setups;
        this.marks = marks;
        this.shops = shops;
        this.time = time;
    }

    /** Today, in the shops' time zone. */
    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), SHOP_ZONE);
    }

    /** All shops to count. Shops that are not served any more are counted too, because their orders stay. */
    List<ShopRef> shops(Range range) {
        return setups.everyShop().stream()
                .filter(range::covers)
                .sorted(Comparator.comparing(ShopRef::toString))
                .toList();
    }

    /**
     * Counts. If shops are asked, this costs a call for every hundred of a shop's orders. Changes nothing.
     *
     * @param wanted is asked after each page of a shop's list; once it says no, the count is not complete
     * @throws RequestRefused there is no such tenant or shop
     */
    Report count(Range range, Shops asking, BooleanSupplier wanted) {
        setups.requireKnown(range.tenant(), range.shop());
        Instant from = range.from().atStartOfDay(SHOP_ZONE).toInstant();
        Instant end = range.to().plusDays(1).atStartOfDay(SHOP_ZONE).toInstant();
        // An order that is placed while we count would be on one side only.
        Instant until = end.isBefore(time.instant()) ? end : time.instant();
        List<NotAsked> notAsked = new ArrayList<>();
        Map<ShopRef, ShopList> inShops =
                asking == Shops.ASKED && from.isBefore(until) ? ask(range, from, until, notAsked, wanted) : Map.of();
        // Read after the shops: every order that they have told by now must be in the books.
        Map<ShopRef, List<Counted>> known = lists.countedBetween(from, until, range.tenant(), range.shop()).stream()
                .collect(Collectors.groupingBy(
                        counted -> counted.order().shop(), LinkedHashMap::new, Collectors.toList()));
        inShops.keySet().forEach(shop -> known.putIfAbsent(shop, List.of()));
        List<DaySum> sums = new ArrayList<>();
        known.forEach((shop, orders) -> sums.addAll(sums(shop, orders, inShops.get(shop), range)));
        sums.sort(Comparator.comparing(DaySum::day)
                .reversed()
                .thenComparing(sum -> sum.shop().toString()));
        return new Report(List.copyOf(sums), List.copyOf(notAsked));
    }

    private Map<ShopRef, ShopList> ask(
            Range range, Instant from, Instant until, List<NotAsked> notAsked, BooleanSupplier wanted) {
        Map<ShopRef, ShopList> told = new LinkedHashMap<>();
        List<String> unreadable = setups.unreadable();
        setups.everyShop().stream()
                .filter(shop -> unreadable.contains(shop.tenant()) && range.covers(shop))
                .forEach(shop -> notAsked.add(new NotAsked(shop, Phrase.SETUP_NOT_READABLE.with())));
        for (ShopRef shop : setups.shops().stream().filter(range::covers).toList()) {
            try {
                told.put(shop, list(shop, from, until, wanted));
            } catch (RemoteFailure failure) {
                notAsked.add(new NotAsked(shop, failure.told()));
            }
        }
        return told;
    }

    private ShopList list(ShopRef shop, Instant from, Instant until, BooleanSupplier wanted) {
        var setup = setups.require(shop).shop(shop.shop());
        return ShopList.read(shops.shop(shop, setup).orders(), from, until, wanted);
    }

    private Collection<DaySum> sums(ShopRef shop, List<Counted> books, @Nullable ShopList list, Range range) {
        Map<Long, Counted> known = new TreeMap<>();
        books.forEach(order -> known.put(order.order().orderId(), order));
        Map<LocalDate, DayTally> days = new TreeMap<>();
        if (list != null) {
            addListed(shop, list, known, days, range);
        }
        known.forEach((id, order) -> {
            DayTally day = tally(days, order.at());
            day.addKnown(order);
            if (list != null && list.find(id) == null) {
                day.addOnlyHere(id);
            }
        });
        return days.entrySet().stream()
                .map(entry -> entry.getValue().sum(shop, entry.getKey(), list != null))
                .toList();
    }

    /** Counts what the shop lists. The shop also knows better than the books when an order was placed. */
    private void addListed(
            ShopRef shop, ShopList list, Map<Long, Counted> known, Map<LocalDate, DayTally> days, Range range) {
        Optional<IntakeBook.Mark> begun = marks.find(shop);
        for (ShopList.Entry entry : list.orders().values()) {
            Optional<Counted> ours = Optional.ofNullable(known.get(entry.orderId()))
                    .or(() -> lists.counted(new OrderRef(shop, entry.orderId())));
            Instant placed = entry.at();
            if (ours.isEmpty()
                    && placed != null
                    && begun.filter(mark -> mark.isBefore(entry.orderId(), placed))
                            .isPresent()) {
                continue;
            }
            // An order of which the shop tells only the number has the day of the books, or else the last day.
            Instant at = placed != null
                    ? placed
                    : ours.map(Counted::at)
                            .orElse(range.to().atStartOfDay(SHOP_ZONE).toInstant());
            ours.ifPresent(order -> known.put(entry.orderId(), order.placedAt(at)));
            tally(days, at).addListed(entry, ours.isPresent());
        }
    }

    private static DayTally tally(Map<LocalDate, DayTally> days, Instant at) {
        return days.computeIfAbsent(LocalDate.ofInstant(at, SHOP_ZONE), _ -> new DayTally());
    }

    /**
     * The orders that were placed in one shop on one day. Amounts are by currency, as the shop had them when the order
     * was last read. An order that nobody has read adds nothing to the amounts.
     *
     * @param day the shop's, from midnight to midnight in {@link DaySums#SHOP_ZONE}
     * @param placed all orders in the books: transferred, on their way, waiting or skipped, each in exactly one of
     *     these
     * @param unread orders of {@code placed} that are known by number only. They count on the day on which we heard of
     *     them, unless the shop says when they were placed
     * @param inShop the shop's own list; null when the shop was not asked, or did not answer
     */
    record DaySum(
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
         * @param onlyInShop numbers of orders that the books do not have
         * @param onlyHere numbers of orders that the list does not have: deleted in the shop, not paid there, or unread
         *     and placed before the first day
         */
        public record InShop(int count, Map<String, BigDecimal> sum, List<Long> onlyInShop, List<Long> onlyHere) {
            public InShop {
                onlyInShop = List.copyOf(onlyInShop);
                onlyHere = List.copyOf(onlyHere);
            }
        }
    }
}
