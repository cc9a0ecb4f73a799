package se.brygga.simulators.starweb.stock;

import java.math.BigDecimal;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.StarwebQuirk;

/** How stock and its status change (reference, section 9). A variant has its rows by location. */
public final class Stocks {

    /** What lies of a variant at one place. */
    public record Row(BigDecimal quantity, long statusId, String shelfSpace) {}

    /** Takes what a call has written. */
    public interface Written {

        /** @param after null when the row was deleted */
        void written(long location, @Nullable Row before, @Nullable Row after);
    }

    private final StockSettings settings;
    private final Quirks quirks;

    public Stocks(StockSettings settings, Quirks quirks) {
        this.settings = settings;
        this.quirks = quirks;
    }

    public StockSettings settings() {
        return settings;
    }

    /** {@code …/variants/{v}/stocks}. */
    public SimResponse handle(ApiCall call, NavigableMap<Long, Row> rows, Written written) {
        return new StocksApi(this, rows, written).handle(call);
    }

    /** The row that the variant itself mirrors; nothing on the shelf when there is none. */
    public Row home(NavigableMap<Long, Row> rows) {
        return Objects.requireNonNullElse(rows.get(settings.home()), new Row(BigDecimal.ZERO, settings.soldOut(), ""));
    }

    /** Sets a row as it is; no rule runs. */
    public Row set(NavigableMap<Long, Row> rows, long location, Row row) {
        rows.put(location, row);
        return row;
    }

    /**
     * Changes the quantity; the status follows the rules: it moves on when the stock runs out, and never comes back by
     * itself.
     */
    public Row change(NavigableMap<Long, Row> rows, long location, BigDecimal quantity) {
        Row before = Optional.ofNullable(rows.get(location)).orElse(new Row(BigDecimal.ZERO, settings.inStock(), ""));
        boolean out = quantity.signum() < (quirks.is(StarwebQuirk.STOCK_THRESHOLD, "zero") ? 1 : 0);
        @Nullable Long next = settings.status(before.statusId()).whenOut();
        long status = out && next != null ? next : before.statusId();
        return set(rows, location, new Row(quantity, status, before.shelfSpace()));
    }

    /** Takes from, or with a negative quantity gives back to, what the web shop sells from. */
    public void take(NavigableMap<Long, Row> rows, BigDecimal quantity) {
        change(rows, settings.home(), home(rows).quantity().subtract(quantity));
    }

    public boolean sells(NavigableMap<Long, Row> rows, BigDecimal quantity) {
        Row row = home(rows);
        return settings.status(row.statusId()).buyable() && row.quantity().compareTo(quantity) >= 0;
    }
}
