package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.setup.StockSetup;

/**
 * What a shop should show: the available stock, less what was sold in the tenant's shops and is not booked. A kit is
 * also limited by its parts. Pure.
 */
final class StockLevels {

    private final StockSetup setup;
    private final Map<String, List<StockBook.Site>> available;
    private final Map<String, BigDecimal> unbooked;
    private final Map<String, List<StockBook.Part>> kits;
    private final Set<String> gone;

    StockLevels(StockSetup setup, StockBook.Levels levels) {
        this.setup = setup;
        this.available = levels.available();
        this.kits = levels.kits();
        this.gone = levels.gone();
        this.unbooked = withParts(levels.unbooked(), levels.kits());
    }

    /** Adds the parts of sold kits to what was sold. */
    private static Map<String, BigDecimal> withParts(
            Map<String, BigDecimal> sold, Map<String, List<StockBook.Part>> kits) {
        Map<String, BigDecimal> all = new HashMap<>(sold);
        sold.forEach((sku, quantity) -> kits.getOrDefault(sku, List.of())
                .forEach(part -> all.merge(part.articleNo(), quantity.multiply(part.quantity()), BigDecimal::add)));
        return all;
    }

    /**
     * The quantity for a shop. Null where the shop keeps its quantity: Specter has told no stock, or the article is
     * gone and the set-up says so.
     *
     * @param site one warehouse, for a shop whose locations are written one by one; null for those of the set-up
     */
    @Nullable
    BigDecimal wanted(String sku, @Nullable String site) {
        BigDecimal free = free(sku, site);
        if (free == null) {
            return null;
        }
        if (gone.contains(sku)) {
            return switch (setup.gone()) {
                case KEEP -> null;
                case ZERO, HIDE -> BigDecimal.ZERO;
            };
        }
        StockSetup.Shown shown = setup.shownFor(sku);
        BigDecimal whole = free.subtract(BigDecimal.valueOf(shown.safety())).setScale(0, RoundingMode.FLOOR);
        if (!setup.allowNegative() && whole.signum() < 0) {
            whole = BigDecimal.ZERO;
        }
        Integer maximum = shown.maximum();
        return maximum == null ? whole : whole.min(BigDecimal.valueOf(maximum));
    }

    /** What can still be sold, before safety stock and rounding. */
    private @Nullable BigDecimal free(String sku, @Nullable String site) {
        BigDecimal own = sum(sku, site);
        if (own == null) {
            return null;
        }
        BigDecimal free = own.subtract(unbooked(sku));
        for (StockBook.Part part : kits.getOrDefault(sku, List.of())) {
            BigDecimal ofPart = sum(part.articleNo(), site);
            if (ofPart != null && gone.contains(part.articleNo()) && setup.gone() != StockSetup.Gone.KEEP) {
                return BigDecimal.ZERO;
            }
            if (ofPart != null) {
                free = free.min(
                        ofPart.subtract(unbooked(part.articleNo())).divide(part.quantity(), 0, RoundingMode.FLOOR));
            }
        }
        return free;
    }

    BigDecimal unbooked(String sku) {
        return unbooked.getOrDefault(sku, BigDecimal.ZERO);
    }

    /** What Specter says, in the warehouses that count. */
    @Nullable
    BigDecimal sum(String sku, @Nullable String site) {
        List<StockBook.Site> sites = available.getOrDefault(sku, List.of());
        List<StockBook.Site> counted = site == null
                ? counted(sites)
                : sites.stream().filter(s -> s.site().equals(site)).toList();
        return counted.isEmpty()
                ? null
                : counted.stream().map(StockBook.Site::available).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<StockBook.Site> counted(List<StockBook.Site> sites) {
        return switch (setup.sites().kind()) {
            case SUM -> sites;
            case LISTED ->
                sites.stream()
                        .filter(s -> setup.sites().ids().contains(s.site()))
                        .toList();
        };
    }
}
