package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.wire.StarwebQuirk;

/** How stock and its status change (reference, section 9). */
final class Stocks {

    private final StockSettings settings;
    private final Quirks quirks;

    Stocks(StockSettings settings, Quirks quirks) {
        this.settings = settings;
        this.quirks = quirks;
    }

    StockSettings settings() {
        return settings;
    }

    /** The row that the variant itself mirrors; nothing on the shelf when there is none. */
    SimStockRow home(SimVariant variant) {
        return Objects.requireNonNullElse(
                variant.stocks.get(settings.home()), new SimStockRow(BigDecimal.ZERO, settings.soldOut(), ""));
    }

    /** Sets a row as it is; no rule runs. */
    SimStockRow set(SimVariant variant, long location, SimStockRow row) {
        variant.stocks.put(location, row);
        return row;
    }

    /**
     * Changes the quantity; the status follows the rules: it moves on when the stock runs out, and never comes back by
     * itself.
     */
    SimStockRow change(SimVariant variant, long location, BigDecimal quantity) {
        SimStockRow before = Optional.ofNullable(variant.stocks.get(location))
                .orElse(new SimStockRow(BigDecimal.ZERO, settings.inStock(), ""));
        boolean out = quantity.signum() < (quirks.is(StarwebQuirk.STOCK_THRESHOLD, "zero") ? 1 : 0);
        @Nullable Long next = settings.status(before.statusId()).whenOut();
        long status = out && next != null ? next : before.statusId();
        return set(variant, location, new SimStockRow(quantity, status, before.shelfSpace()));
    }

    /** Takes from, or with a negative quantity gives back to, what the web shop sells from. */
    void take(SimVariant variant, BigDecimal quantity) {
        change(variant, settings.home(), home(variant).quantity().subtract(quantity));
    }

    boolean sells(SimVariant variant, BigDecimal quantity) {
        SimStockRow row = home(variant);
        return variant.active()
                && settings.status(row.statusId()).buyable()
                && row.quantity().compareTo(quantity) >= 0;
    }
}
