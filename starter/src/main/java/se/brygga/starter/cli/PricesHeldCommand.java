package se.brygga.starter.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.store.feed.HeldPriceBook.Held;
import se.brygga.activities.store.feed.PriceValue;
import se.brygga.starter.prices.PriceDesk;
import se.brygga.workflows.feed.Feed;

/** {@code brygga prices held}. */
@Component
@Command(
        name = "held",
        description = "Lists price changes that wait for approval, excl. VAT, with what the shop shows now.")
final class PricesHeldCommand implements Callable<Integer> {

    /** One change as programs read it. Null: no price, no offer. */
    record Line(
            String shop,
            long listId,
            @Nullable String list,
            String sku,
            int fromQty,
            @Nullable BigDecimal before,
            @Nullable BigDecimal beforeSpecial,
            @Nullable BigDecimal after,
            @Nullable BigDecimal afterSpecial,
            @Nullable BigDecimal changePercent,
            String reason,
            String since) {

        static Line of(Held held) {
            PriceValue before = held.before();
            PriceValue after = held.after();
            return new Line(
                    held.shop().toString(),
                    held.key().listId(),
                    held.listName(),
                    held.key().sku(),
                    held.key().fromQty(),
                    before == null ? null : before.price(),
                    before == null ? null : before.special(),
                    after == null ? null : after.price(),
                    after == null ? null : after.special(),
                    held.changePercent(),
                    held.reason().code(),
                    held.since().toString());
        }
    }

    private final PriceDesk desk;
    private final Sleepers sleepers;

    @Parameters(paramLabel = "TENANT", arity = "0..1", description = "only of this tenant")
    private @Nullable String tenant;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    PricesHeldCommand(PriceDesk desk, Sleepers sleepers) {
        this.desk = desk;
        this.sleepers = sleepers;
    }

    @Override
    public Integer call() {
        List<Held> waiting = desk.waiting(tenant);
        if (json) {
            System.out.println(Output.json(waiting.stream().map(Line::of).toList()));
            return 0;
        }
        sleepers.of(tenant).stream()
                .filter(sleep -> sleep.feed() == Feed.PRICES)
                .forEach(sleep -> System.out.println(Sleepers.line(sleep)));
        Table table = new Table("SHOP", "LIST", "SKU", "FROM", "BEFORE", "AFTER", "CHANGE", "WHY", "SINCE");
        waiting.forEach(held -> table.row(
                held.shop(),
                list(held),
                held.key().sku(),
                held.key().fromQty(),
                Output.price(held.before()),
                Output.price(held.after()),
                percent(held.changePercent()),
                held.reason().code(),
                Output.time(held.since())));
        System.out.print(table.isEmpty() ? "No price waits.\n" : table);
        return 0;
    }

    static String list(Held held) {
        return Output.priceList(held.key().listId(), held.listName());
    }

    private static @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null ? null : (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
    }
}
