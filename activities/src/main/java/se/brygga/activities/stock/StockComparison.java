package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ComparisonBook.Found;
import se.brygga.activities.goods.ComparisonBook.Run;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.goods.SkuMap;
import se.brygga.activities.sql.Database;
import se.brygga.activities.stock.books.ShopStockBook;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.activities.stock.books.StockBooks;
import se.brygga.clients.shop.ShopStock;
import se.brygga.clients.shop.ShopStock.StockRow;
import se.brygga.clients.shop.Variant;
import se.brygga.clients.shop.Variant.VariantRef;
import se.brygga.clients.shop.WebShop;
import se.brygga.setup.StockSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/**
 * Reads a whole shop and reports the differences from what it should show, with the likely cause. What the shop shows
 * then counts as what was last written, so that the next push mends it. That push also tries again what the shop has
 * refused.
 */
final class StockComparison {

    /** The push after the comparison takes up to ten of the fifteen minutes that the engine gives both. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private record Place(String sku, long locationId) {}

    /** What the shop has of a SKU at one place. */
    private record Shelf(
            String sku,
            StockPlaces.Target target,
            BigDecimal shows,
            @Nullable Long statusId) {

        Place place() {
            return new Place(sku, target.locationId());
        }
    }

    /**
     * What the shop has.
     *
     * @param unread number of places whose quantity the shop did not tell
     */
    private record Shelves(List<Shelf> read, int unread) {}

    private final StockBooks books;
    private final HiddenBook hidden;
    private final DriftBook reports;
    private final SkuMap skus;
    private final NoticeBook notices;
    private final ShopRounds readers;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    StockComparison(
            StockBooks books,
            HiddenBook hidden,
            DriftBook reports,
            SkuMap skus,
            NoticeBook notices,
            Database database) {
        this.books = books;
        this.hidden = hidden;
        this.reports = reports;
        this.skus = skus;
        this.notices = notices;
        this.readers = new ShopRounds(database.time());
        this.transactions = database.transactions();
        this.time = database.time();
    }

    /**
     * Compares. A SKU that differs at several locations is reported for the first of them. A SKU that the shop never
     * had is counted, and is no difference.
     *
     * @param run is told the progress and the findings
     */
    Found compare(ShopRef shop, StockSetup setup, WebShop webShop, Run run) {
        StockPlaces to = StockPlaces.of(setup, webShop.stock());
        // Read before the shop: a change during the reading may then show as a difference, but never hide one.
        Map<Place, ShopStockBook.Sent> sent = new HashMap<>();
        books.inShops().sent(shop).forEach(row -> sent.put(new Place(row.sku(), row.locationId()), row));
        StockBook.Levels levels = books.specter().levels(shop.tenant());
        SkuMap.Sweep sweep =
                skus.sweep(shop, webShop.products(), levels.available().keySet(), run::read);
        StockLevels stock = new StockLevels(setup, levels);
        Shelves shelves = shelves(webShop.stock(), to, sweep.variants(), stock, run);
        List<Shelf> differing = shelves.read().stream()
                .filter(shelf -> differs(shelf, to, stock))
                .toList();
        Instant now = time.instant();
        Map<String, DriftBook.Drift> drifts = new LinkedHashMap<>();
        differing.forEach(shelf -> drifts.putIfAbsent(
                shelf.sku(), drift(shelf.sku(), stock, shelf.target(), sent.get(shelf.place()), shelf.shows(), now)));
        StockPlaces.Target first = to.targets().getFirst();
        List<String> absent = absent(levels, sweep.variants());
        for (String sku : absent) {
            ShopStockBook.Sent before = sent.get(new Place(sku, first.locationId()));
            if (before != null && before.sent() != null) {
                drifts.put(sku, drift(sku, stock, first, before, null, now));
            }
        }
        Found found =
                new Found(shelves.read().size(), drifts.size(), shelves.unread() + sweep.unreadable(), absent.size());
        transactions.executeWithoutResult(tx -> {
            differing.forEach(shelf -> seen(shop, shelf, to, stock, sent.get(shelf.place())));
            books.inShops().free(shop);
            hidden.forgetRefusals(shop);
            notices.closeAll(shop.tenant(), shop.shop(), Cause.STOCK_REFUSED);
            reports.report(shop, List.copyOf(drifts.values()));
            run.done(found);
        });
        return found;
    }

    private static boolean differs(Shelf shelf, StockPlaces to, StockLevels stock) {
        BigDecimal wanted = stock.wanted(shelf.sku(), shelf.target().site());
        return wanted != null && (shelf.shows().compareTo(wanted) != 0 || to.isStatusWrong(wanted, shelf.statusId()));
    }

    /** SKUs with stock in Specter that the shop does not have. */
    private static List<String> absent(StockBook.Levels levels, List<Variant> variants) {
        Set<String> inShop = variants.stream().map(Variant::sku).collect(Collectors.toSet());
        return levels.available().keySet().stream()
                .filter(sku -> !inShop.contains(sku))
                .toList();
    }

    private void seen(
            ShopRef shop, Shelf shelf, StockPlaces to, StockLevels stock, ShopStockBook.@Nullable Sent before) {
        BigDecimal changedByShop = before == null ? BigDecimal.ZERO : before.changedByShop();
        long location = shelf.target().locationId();
        books.inShops().seen(shop, shelf.sku(), location, shelf.shows(), shelf.statusId(), changedByShop);
        BigDecimal wanted = stock.wanted(shelf.sku(), shelf.target().site());
        if (wanted != null && to.isStatusWrong(wanted, shelf.statusId())) {
            // A push sends a status only with a quantity that it does not know.
            books.inShops().unknown(shop, shelf.sku(), location);
        }
    }

    /** What the shop has of our SKUs at each place that we write to. Unreadable places are left for the next night. */
    private Shelves shelves(ShopStock shop, StockPlaces to, List<Variant> variants, StockLevels stock, Run run) {
        List<Variant> ours = variants.stream()
                .filter(variant ->
                        to.targets().stream().anyMatch(target -> stock.wanted(variant.sku(), target.site()) != null))
                .toList();
        Map<VariantRef, List<StockRow>> rows = new ConcurrentHashMap<>();
        if (!to.targets().stream().allMatch(StockPlaces.Target::onVariant)) {
            readers.write(
                    ours,
                    time.instant().plus(LONGEST),
                    run::isWanted,
                    variant -> ShopRounds.readable(
                            () -> shop.stocks(variant.ref()).ifPresent(found -> rows.put(variant.ref(), found))));
        }
        run.read(variants.size());
        List<Shelf> shelves = new ArrayList<>();
        for (Variant variant : ours) {
            for (StockPlaces.Target target : to.targets()) {
                shelf(variant, target, rows.get(variant.ref())).ifPresent(shelves::add);
            }
        }
        return new Shelves(shelves, ours.size() * to.targets().size() - shelves.size());
    }

    private static Optional<Shelf> shelf(Variant variant, StockPlaces.Target target, @Nullable List<StockRow> rows) {
        BigDecimal onVariant = variant.stockQuantity();
        if (target.onVariant()) {
            return Optional.ofNullable(onVariant)
                    .map(quantity -> new Shelf(variant.sku(), target, quantity, variant.stockStatusId()));
        }
        if (rows == null) {
            return Optional.empty();
        }
        Optional<StockRow> row = rows.stream()
                .filter(candidate -> candidate.stockLocationId() == target.locationId())
                .findFirst();
        BigDecimal quantity = row.map(StockRow::quantity).orElse(BigDecimal.ZERO);
        return Optional.of(new Shelf(
                variant.sku(),
                target,
                quantity,
                row.map(StockRow::stockStatusId).orElse(null)));
    }

    private static DriftBook.Drift drift(
            String sku,
            StockLevels stock,
            StockPlaces.Target target,
            ShopStockBook.@Nullable Sent sent,
            @Nullable BigDecimal shows,
            Instant now) {
        BigDecimal wanted = stock.wanted(sku, target.site());
        return new DriftBook.Drift(
                sku,
                now,
                stock.sum(sku, target.site()),
                stock.unbooked(sku),
                sent == null ? null : sent.sent(),
                wanted,
                shows,
                likely(sent, wanted, shows));
    }

    /** The most frequent reason for such a difference. A person takes it from there. */
    private static String likely(
            ShopStockBook.@Nullable Sent sent, @Nullable BigDecimal wanted, @Nullable BigDecimal shows) {
        if (shows == null) {
            return "not-in-shop";
        }
        if (sent == null || sent.sent() == null) {
            return "never-sent";
        }
        if (sent.refused() != null) {
            return "refused-by-shop";
        }
        BigDecimal known = sent.known();
        if (known == null || (wanted != null && known.compareTo(wanted) != 0)) {
            return "push-pending";
        }
        if (wanted != null && wanted.compareTo(shows) == 0) {
            return "status-in-shop";
        }
        BigDecimal missing = known.subtract(shows);
        return missing.signum() > 0 && missing.compareTo(sent.changedByShopSince()) <= 0
                ? "sold-in-shop"
                : "changed-in-shop";
    }
}
