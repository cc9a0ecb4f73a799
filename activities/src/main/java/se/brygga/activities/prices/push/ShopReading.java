package se.brygga.activities.prices.push;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.prices.PriceBooks;
import se.brygga.activities.prices.PriceListBook;
import se.brygga.activities.prices.PriceValue;
import se.brygga.activities.prices.ShopPriceBook;
import se.brygga.activities.prices.ShopPriceBook.PriceKey;
import se.brygga.activities.prices.ShopPriceBook.Shown;
import se.brygga.activities.prices.Wanted;
import se.brygga.activities.sql.Database;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopPrices.PriceRow;
import se.brygga.clients.shop.ShopPrices.Tier;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.workflows.ShopRef;

/**
 * Stores what a shop was read to show. Rows that are missing in the answer, and all tiers, are unknown then. The push
 * asks for them one by one, in parallel.
 */
final class ShopReading {

    /** The least number of decimals that a shop keeps: öre and cents. */
    private static final int DECIMALS_AT_LEAST = 2;

    /** Says that the shop has no variant with these ids. */
    static final class VariantGone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final ShopPriceBook book;
    private final PriceListBook read;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    ShopReading(PriceBooks books, Database database) {
        this.book = books.inShop();
        this.read = books.lists();
        this.transactions = database.transactions();
        this.time = database.time();
    }

    /**
     * Stores what all variants of the shop show in these lists, and that the lists were read.
     *
     * @param skus only these; others are not ours
     * @param began when the reading began
     */
    void take(ShopRef shop, List<PriceList> lists, List<Variant> variants, Collection<String> skus, Instant began) {
        Set<Long> ids = lists.stream().map(PriceList::priceListId).collect(Collectors.toSet());
        Set<String> ours = new HashSet<>(skus);
        transactions.executeWithoutResult(tx -> {
            Map<PriceKey, Shown> known = book.all(shop);
            Set<PriceKey> seen = new HashSet<>();
            for (Variant variant : variants) {
                if (ours.contains(variant.sku())) {
                    take(shop, ids, variant.sku(), variant.prices(), known, seen, began);
                }
            }
            known.forEach((key, shown) -> {
                if (ids.contains(key.listId()) && !seen.contains(key) && shown.shows() != null) {
                    book.shows(shop, key, null, began);
                }
            });
            lists.forEach(list -> read.list(shop, list));
        });
    }

    private void take(
            ShopRef shop,
            Set<Long> ids,
            String sku,
            List<PriceRow> rows,
            Map<PriceKey, Shown> known,
            Set<PriceKey> seen,
            Instant began) {
        for (PriceRow row : rows) {
            PriceKey key = new PriceKey(row.priceListId(), sku, 1);
            if (!ids.contains(row.priceListId()) || !seen.add(key)) {
                continue;
            }
            Shown before = known.get(key);
            PriceValue shows = as(new PriceValue(row.priceExVat(), row.specialPriceExVat()), before);
            if (before == null || !shows.equals(before.shows())) {
                book.shows(shop, key, shows, began);
            }
        }
    }

    /**
     * The price, if the shop keeps fewer decimals than it was sent. Otherwise the price would be written again every
     * night.
     */
    static PriceValue as(PriceValue shows, @Nullable Shown before) {
        PriceValue sent = before == null ? null : before.sent();
        return sent != null && shows.isShortOf(sent, DECIMALS_AT_LEAST) ? sent : shows;
    }

    /** Whether the shop must be asked. A price to remove is asked for only if it existed once. */
    static boolean isUnknown(Wanted wanted, @Nullable Shown shown) {
        boolean known = shown != null && shown.shows() != null;
        return !known && (wanted instanceof Wanted.At || shown != null);
    }

    /**
     * Asks the shop for the unknown prices of one variant in one list.
     *
     * @return what is known of the SKU then
     * @throws VariantGone the shop has no such variant
     */
    Map<PriceKey, Shown> ask(ShopRef shop, ShopPrices prices, VariantRef ref, Map<PriceKey, Wanted> wanted) {
        String sku = wanted.keySet().iterator().next().sku();
        Map<PriceKey, Shown> shown = book.of(shop, sku);
        List<PriceKey> unknown = wanted.entrySet().stream()
                .filter(entry -> isUnknown(entry.getValue(), shown.get(entry.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (unknown.isEmpty()) {
            return shown;
        }
        Instant began = time.instant();
        Map<PriceKey, PriceValue> found = found(prices, ref, unknown);
        for (PriceKey key : unknown) {
            PriceValue value = found.get(key);
            if (value != null) {
                book.shows(shop, key, as(value, shown.get(key)), began);
            } else if (wanted.get(key) instanceof Wanted.Gone) {
                book.gone(shop, key);
            }
        }
        return book.of(shop, sku);
    }

    private static Map<PriceKey, PriceValue> found(ShopPrices prices, VariantRef ref, List<PriceKey> unknown) {
        long list = unknown.getFirst().listId();
        String sku = unknown.getFirst().sku();
        Map<PriceKey, PriceValue> found = new HashMap<>();
        if (unknown.stream().anyMatch(key -> key.fromQty() == 1)) {
            for (PriceRow row : prices.prices(ref).orElseThrow(VariantGone::new)) {
                found.put(
                        new PriceKey(row.priceListId(), sku, 1),
                        new PriceValue(row.priceExVat(), row.specialPriceExVat()));
            }
        }
        if (unknown.stream().anyMatch(key -> key.fromQty() > 1)) {
            for (Tier tier : prices.tiers(ref, list)) {
                found.put(new PriceKey(list, sku, tier.quantity()), PriceValue.of(tier.priceExVat()));
            }
        }
        return found;
    }
}
