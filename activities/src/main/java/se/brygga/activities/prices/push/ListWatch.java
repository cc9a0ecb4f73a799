package se.brygga.activities.prices.push;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.activities.prices.PriceListBook;
import se.brygga.activities.prices.PriceValue;
import se.brygga.activities.prices.ShopPriceBook;
import se.brygga.activities.prices.ShopPriceBook.PriceKey;
import se.brygga.activities.prices.ShopPriceBook.Shown;
import se.brygga.activities.sql.Database;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.setup.PriceSetup;
import se.brygga.workflows.ShopRef;

/**
 * Finds the price lists of a shop that must be read whole. An activation sets all prices of a list to zero. A list that
 * was off and on again between two looks does not show that, so some of its prices are read too.
 */
final class ListWatch {

    /** Most variants that one look reads, each with its rows in all lists. Up to four lists need no more. */
    private static final int READS = 8;

    private final PriceListBook book;
    private final ShopPriceBook inShop;
    private final Database database;

    ListWatch(PriceBooks books, Database database) {
        this.book = books.lists();
        this.inShop = books.inShop();
        this.database = database;
    }

    /**
     * The shop's lists to which Specter's lists go.
     *
     * @throws se.brygga.activities.goods.ShopPush.UnknownName the set-up names something that the shop does not have
     */
    ShopLists lists(
            ShopRef shop, PriceSetup setup, ShopPrices prices, Map<String, @Nullable String> currenciesOfSpecter) {
        List<PriceList> inShop = prices.priceLists();
        ShopLists lists = ShopLists.of(setup, inShop, currenciesOfSpecter);
        noteRemade(shop, inShop, lists);
        noteClosed(shop, lists);
        return lists;
    }

    /**
     * Finds lists that were deleted and made again, with another id. What was written to the old list still decides
     * what needs approval.
     */
    private void noteRemade(ShopRef shop, List<PriceList> inShop, ShopLists lists) {
        Map<Long, PriceListBook.ListState> gone = new HashMap<>(book.lists(shop));
        Set<Long> known = Set.copyOf(gone.keySet());
        inShop.forEach(list -> gone.remove(list.priceListId()));
        for (PriceList list : lists.read()) {
            if (!known.contains(list.priceListId()) && list.name() != null) {
                gone.entrySet().stream()
                        .filter(before -> Objects.equals(before.getValue().name(), list.name()))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .ifPresent(before -> database.transactions()
                                .executeWithoutResult(tx -> book.remade(shop, before, list.priceListId())));
            }
        }
    }

    /** Notes lists that went out of use. When they come back, their prices must be read. */
    private void noteClosed(ShopRef shop, ShopLists lists) {
        Map<Long, PriceListBook.ListState> known = book.lists(shop);
        lists.read().stream()
                .filter(list -> !list.active() && isReadActive(known.get(list.priceListId())))
                .forEach(list -> book.list(shop, list));
    }

    private static boolean isReadActive(PriceListBook.@Nullable ListState state) {
        return state != null && state.active();
    }

    /** Lists whose prices must be read: never read, or active now and not when they were read. */
    List<PriceList> unread(ShopRef shop, ShopLists lists) {
        Map<Long, PriceListBook.ListState> known = book.lists(shop);
        return lists.read().stream()
                .filter(list -> !known.containsKey(list.priceListId())
                        || (list.active() && !isReadActive(known.get(list.priceListId()))))
                .toList();
    }

    /**
     * Reads a few prices of each list: those that were written longest ago, and some at random. The list counts as
     * unread if one of them reads zero, or is missing, and the books say otherwise.
     *
     * @return whether a push must look: a price was lost, or its variant is not where the books say
     */
    boolean hasLost(ShopRef shop, ShopLists lists, ShopPrices prices) {
        Set<Long> active = lists.read().stream()
                .filter(PriceList::active)
                .map(PriceList::priceListId)
                .collect(Collectors.toSet());
        Set<Long> lost = new HashSet<>();
        Set<String> gone = new HashSet<>();
        for (PriceListBook.Sample sample :
                book.samples(shop, active, database.time().instant().toString(), READS)) {
            String sku = sample.sku();
            ShopRounds.readable(() -> prices.prices(sample.ref())
                    .ifPresentOrElse(
                            rows -> lost.addAll(lost(inShop.of(shop, sku), sku, rows, active)), () -> gone.add(sku)));
        }
        gone.forEach(sku -> inShop.forget(shop, sku));
        lost.forEach(list -> book.unread(shop, list));
        return !gone.isEmpty() || !lost.isEmpty();
    }

    /** The lists in which this variant shows that prices were lost. */
    private static Set<Long> lost(Map<PriceKey, Shown> known, String sku, List<PriceRow> rows, Set<Long> active) {
        Map<Long, PriceValue> now = new HashMap<>();
        rows.forEach(
                row -> now.putIfAbsent(row.priceListId(), new PriceValue(row.priceExVat(), row.specialPriceExVat())));
        return active.stream()
                .filter(list -> isLost(known.get(new PriceKey(list, sku, 1)), now.get(list)))
                .collect(Collectors.toSet());
    }

    /**
     * Whether a price was lost. A zero that the books do not know came after the list was read, because an activation
     * may fill what was missing.
     */
    private static boolean isLost(@Nullable Shown known, @Nullable PriceValue now) {
        if (known == null) {
            return now != null && now.isZero();
        }
        PriceValue shows = known.shows();
        return shows != null
                && !shows.isZero()
                && (now == null || ShopReading.as(now, known).isZero());
    }
}
