package se.brygga.starter.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.setup.StatusSetup;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.AttentionBook;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.CallbackBook;
import se.brygga.activities.store.feed.OrderEvent;
import se.brygga.activities.store.feed.SpecterOrderBook;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.status.StatusCallbackWorkflow;

/** {@code brygga callbacks …}. */
@Command(
        name = "callbacks",
        description = "What has happened to orders in Specter, and what the shop was told of it.",
        subcommands = {HelpCommand.class, CallbackCommands.Listing.class, CallbackCommands.Silent.class})
final class CallbackCommands {

    /** {@code brygga callbacks list}. */
    @Component
    @Command(name = "list", description = "Lists callbacks, newest first. One that waits: orders show, retry, skip.")
    static final class Listing implements Callable<Integer> {

        private final CallbackBook book;
        private final AttentionBook attention;
        private final SetupStore setups;

        @Parameters(paramLabel = "TENANT", arity = "0..1", description = "only of this tenant")
        private @Nullable String tenant;

        @Option(names = "--state", description = "only those pending, waiting, reported, noted, overtaken or skipped")
        private @Nullable String state;

        @Option(
                names = "--event",
                description = "only delivered, part-delivered, parcels, undone, invoiced, paid or cancelled")
        private @Nullable String event;

        @Option(names = "--limit", description = "at most so many; default: ${DEFAULT-VALUE}")
        private int limit = 100;

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Option(names = "--json", description = "for programs")
        private boolean json;

        /** @param cause what it waits for; null when it does not wait */
        private record Line(
                CallbackBook.Callback callback, @Nullable Cause cause) {}

        Listing(CallbackBook book, AttentionBook attention, SetupStore setups) {
            this.book = book;
            this.attention = attention;
            this.setups = setups;
        }

        @Override
        public Integer call() {
            if (tenant != null) {
                // Refuses one that is not there.
                setups.requireKnown(tenant);
            }
            List<Line> lines = lines();
            if (json) {
                System.out.println(Output.json(lines));
                return 0;
            }
            Table table = new Table("ORDER", "IN SPECTER", "STATE", "SEEN", "SETTLED", "PARCELS", "NOTE");
            lines.forEach(line -> table.row(
                    line.callback().order(),
                    line.callback().event().code(),
                    line.callback().state().code(),
                    Output.time(line.callback().seenAt()),
                    Output.time(line.callback().settledAt()),
                    Output.list(line.callback().tracking()),
                    note(line)));
            System.out.print(table.isEmpty() ? "No such callback.\n" : table);
            return 0;
        }

        private @Nullable String note(Line line) {
            String note = line.callback().note();
            return line.cause() != null
                    ? line.cause().code()
                    : note == null ? null : language.texts().detail(note);
        }

        private List<Line> lines() {
            CallbackBook.State onlyState = state == null ? null : CallbackBook.State.ofCode(state);
            OrderEvent onlyEvent = event == null ? null : OrderEvent.ofCode(event);
            Map<String, Cause> causes = new HashMap<>();
            attention.open(tenant, null).forEach(entry -> causes.put(entry.workflowId(), entry.cause()));
            return book.list(tenant, onlyState, onlyEvent, limit).stream()
                    .map(callback -> new Line(
                            callback,
                            callback.state() == CallbackBook.State.WAITING
                                    ? causes.get(StatusCallbackWorkflow.idOf(callback.order()))
                                    : null))
                    .toList();
        }
    }

    /** {@code brygga callbacks silent}. */
    @Component
    @Command(
            name = "silent",
            description = "Lists orders in Specter, neither delivered nor cancelled, of which it has long said nothing:"
                    + " each shop's status.silentDays.")
    static final class Silent implements Callable<Integer> {

        private final SpecterOrderBook book;
        private final SetupStore setups;
        private final InstantSource time;

        @Parameters(paramLabel = "TENANT", description = "key of the tenant")
        private String tenant = "";

        @Option(names = "--shop", description = "only of this shop")
        private @Nullable String shop;

        @Option(names = "--json", description = "for programs")
        private boolean json;

        Silent(SpecterOrderBook book, SetupStore setups, InstantSource time) {
            this.book = book;
            this.setups = setups;
            this.time = time;
        }

        @Override
        public Integer call() {
            TenantSetup setup = setups.named(tenant);
            List<ShopSetup> shops = shop == null ? setup.shops() : List.of(setup.shop(shop));
            List<SpecterOrderBook.Silent> silent =
                    shops.stream().flatMap(one -> silent(one).stream()).toList();
            if (json) {
                System.out.println(Output.json(silent));
                return 0;
            }
            Table table = new Table("ORDER", "SPECTER", "SILENT SINCE");
            silent.forEach(order -> table.row(order.order(), order.specterNumber(), Output.time(order.since())));
            System.out.print(table.isEmpty() ? "No order has been silent that long.\n" : table);
            return 0;
        }

        /** A shop that is told nothing has no reason to wait for anything. */
        private List<SpecterOrderBook.Silent> silent(ShopSetup one) {
            StatusSetup status = one.status();
            return status == null
                    ? List.of()
                    : book.silent(tenant, one.shop(), time.instant().minus(Duration.ofDays(status.silentDays())));
        }
    }

    private CallbackCommands() {}
}
