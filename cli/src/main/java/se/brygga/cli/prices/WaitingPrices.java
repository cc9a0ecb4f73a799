package se.brygga.cli.prices;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.view.Trouble;
import se.brygga.cli.view.Word;

/** Price changes that wait for a person. */
record WaitingPrices(List<WaitingPrice> prices, int total, List<Trouble.NotWritten> notWritten) {

    /** One price change that waits. */
    record WaitingPrice(
            String shop,
            long listId,
            @Nullable String list,
            String sku,
            int fromQty,
            @Nullable Price before,
            @Nullable Price after,
            @Nullable BigDecimal changePercent,
            Ground reason,
            Instant since) {}

    /** Why the price change waits. */
    enum Ground implements Word {
        ABOVE_LIMIT,
        TO_ZERO;

        String in(Lines lines) {
            return lines.say(
                    switch (this) {
                        case ABOVE_LIMIT -> Line.WAITS_ABOVE_LIMIT;
                        case TO_ZERO -> Line.WAITS_TO_ZERO;
                    });
        }
    }

    /** The price changes as a table. */
    static Table table(List<WaitingPrice> prices, Lines lines) {
        Table table = lines.table(Line.WAITING_PRICES_HEADINGS);
        prices.forEach(one -> table.row(
                one.shop(),
                Price.list(one.listId(), one.list()),
                one.sku(),
                one.fromQty(),
                Price.text(one.before(), lines),
                Price.text(one.after(), lines),
                percent(one.changePercent()),
                one.reason().in(lines),
                Output.time(one.since())));
        return table;
    }

    private static @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null ? null : (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
    }
}
