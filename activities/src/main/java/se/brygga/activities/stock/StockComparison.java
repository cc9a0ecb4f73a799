package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.catalogue.SkuMap;
import se.brygga.activities.setup.StockSetup;
import se.brygga.activities.starweb.catalogue.StarwebCatalogue;
import se.brygga.activities.starweb.catalogue.Variant;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.activities.store.feed.StockBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/**
 * Reads a whole shop and reports where it differs from what it should show, with the likely cause. What the shop shows is then
 * taken for what it was told, so that the next push mends it. What the shop has refused is tried again then too.
 */
final class StockComparison {

    private final StockBook book;
    private final SkuMap skus;
    private final NoticeBook notices;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    StockComparison(
            StockBook book,
            SkuMap skus,
            NoticeBook notices,
            TransactionTemplate transactions,
            InstantSource time) {
        this.book = book;
        this.skus = skus;
        this.notices = notices;
        this.transactions = transactions;
        this.time = time;
    }

    /** How many SKUs differ. */
    int compare(ShopRef shop, StockSetup setup, StarwebCatalogue catalogue) {
        ShopStock to = ShopStock.of(setup, catalogue);
        ShopStock.Target target = to.targets().getFirst();
        // Before the shop is read: what changes while it is read may show as a difference, never hide one.
        Map<String, StockBook.Sent> sent = new HashMap<>();
        book.sent(shop).stream()
                .filter(s -> s.locationId() == target.locationId())
                .forEach(s -> sent.put(s.sku(), s));
        StockBook.Levels levels = book.levels(shop.tenant());
        List<Variant> variants = skus.sweep(shop, catalogue, levels.available().keySet());
        StockLevels stock = new StockLevels(setup, levels);
        Instant now = time.instant();
        List<StockBook.Drift> drifts = new ArrayList<>();
        Set<String> inShop = new HashSet<>();
        transactions.executeWithoutResult(tx -> {
            for (Variant variant : variants) {
                inShop.add(variant.sku());
                BigDecimal wanted = stock.wanted(variant.sku(), target.site());
                BigDecimal shows = variant.stockQuantity();
                if (wanted == null || shows == null || shows.compareTo(wanted) == 0) {
                    continue;
                }
                drifts.add(drift(variant.sku(), stock, target, sent.get(variant.sku()), shows, now));
                StockBook.Sent before = sent.get(variant.sku());
                book.seen(
                        shop,
                        variant.sku(),
                        target.locationId(),
                        shows,
                        variant.stockStatusId(),
                        before == null ? BigDecimal.ZERO : before.moved());
            }
            levels.available().keySet().stream()
                    .filter(sku -> !inShop.contains(sku))
                    .forEach(sku -> drifts.add(drift(sku, stock, target, sent.get(sku), null, now)));
            book.free(shop);
            notices.closeAll(shop.tenant(), shop.shop(), Cause.STOCK_REFUSED);
            book.report(shop, drifts);
        });
        return drifts.size();
    }

    private static StockBook.Drift drift(
            String sku,
            StockLevels stock,
            ShopStock.Target target,
            StockBook.@Nullable Sent sent,
            @Nullable BigDecimal shows,
            Instant now) {
        BigDecimal wanted = stock.wanted(sku, target.site());
        return new StockBook.Drift(
                sku,
                now,
                stock.sum(sku, target.site()),
                stock.unbooked(sku),
                sent == null ? null : sent.sent(),
                wanted,
                shows,
                likely(sent, wanted, shows, stock.unbooked(sku)));
    }

    /** What most often makes such a difference; a person takes it from there. */
    private static String likely(
            StockBook.@Nullable Sent sent,
            @Nullable BigDecimal wanted,
            @Nullable BigDecimal shows,
            BigDecimal unbooked) {
        if (shows == null) {
            return "not-in-shop";
        }
        if (sent == null || sent.sent() == null) {
            return "never-sent";
        }
        if (sent.held() != null) {
            return "refused-by-shop";
        }
        if (wanted != null && sent.sent().compareTo(wanted) != 0) {
            return "push-pending";
        }
        BigDecimal missing = sent.sent().subtract(shows);
        return missing.signum() > 0 && (unbooked.signum() == 0 || missing.compareTo(unbooked) <= 0)
                ? "sold-in-shop"
                : "changed-in-shop";
    }
}
