package se.brygga.starter.cli.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.TenantArgument;
import se.brygga.starter.desk.callbacks.Callback;
import se.brygga.starter.desk.callbacks.CallbackDesk;
import se.brygga.starter.desk.callbacks.SilentOrder;

/** {@code brygga callbacks …}. */
@Command(
        name = "callbacks",
        description = "What has happened to orders in Specter, and what the shop was told of it.",
        subcommands = {HelpCommand.class, CallbacksCommand.Listing.class, CallbacksCommand.Silent.class})
public final class CallbacksCommand {

    /** {@code brygga callbacks list}. */
    @Command(name = "list", description = "Lists callbacks, newest first. One that waits: orders show, retry, skip.")
    static final class Listing extends DeskCommand {

        @Mixin
        private OnlyTenantArgument only = new OnlyTenantArgument();

        @Option(names = "--state", description = "only those pending, waiting, reported, noted, overtaken or skipped")
        private Callback.@Nullable State state;

        @Option(
                names = "--event",
                description = "only delivered, part-delivered, parcels, undone, invoiced, paid or cancelled")
        private Callback.@Nullable Event event;

        @Mixin
        private LimitOption limit = new LimitOption();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            List<Callback> callbacks =
                    desk(CallbackDesk.class).list(new CallbackDesk.Filter(only.tenant(), state, event, limit.limit()));
            if (json.print(callbacks)) {
                return 0;
            }
            Table table = language.lines().table(Line.ALL_CALLBACKS_HEADINGS);
            callbacks.forEach(callback -> table.row(
                    callback.order(),
                    callback.event().word(),
                    callback.state().word(),
                    Output.time(callback.seenAt()),
                    Output.time(callback.settledAt()),
                    Output.list(callback.parcels()),
                    note(callback)));
            System.out.print(table.isEmpty() ? language.lines().say(Line.NO_CALLBACK) + "\n" : table);
            return 0;
        }

        private @Nullable String note(Callback callback) {
            String note = callback.note();
            return callback.cause() != null
                    ? callback.cause().code()
                    : note == null ? null : language.texts().detail(note);
        }
    }

    /** {@code brygga callbacks silent}. */
    @Command(
            name = "silent",
            description = "Lists orders in Specter, neither delivered nor cancelled, of which it has long said nothing:"
                    + " each shop's status.silentDays.")
    static final class Silent extends DeskCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Option(names = "--shop", description = "only of this shop")
        private @Nullable String shop;

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            List<SilentOrder> silent = desk(CallbackDesk.class).silent(of.tenant(), shop);
            if (json.print(silent)) {
                return 0;
            }
            Table table = new Table("ORDER", "SPECTER", "SILENT SINCE");
            silent.forEach(order -> table.row(order.order(), order.specterNumber(), Output.time(order.since())));
            System.out.print(table.isEmpty() ? "No order has been silent that long.\n" : table);
            return 0;
        }
    }
}
