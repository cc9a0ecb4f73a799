package se.brygga.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.options.Words;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.view.Word;
import se.brygga.workflows.attention.Cause;
import tools.jackson.databind.JsonNode;

/** {@code brygga callbacks …}. */
@Command(
        name = "callbacks",
        description = "${bundle:help.callbacks}",
        subcommands = {HelpCommand.class, CallbacksCommand.Listing.class, CallbacksCommand.Silent.class},
        footer = {"", "${bundle:help.callbacks.examples}"})
final class CallbacksCommand {

    /** One event of an order in Specter, and whether the shop was told. */
    record Callback(
            String order,
            String event,
            String state,
            @Nullable Cause cause,
            List<String> parcels,
            @Nullable String note,
            Instant seenAt,
            @Nullable Instant settledAt) {}

    /** An order of which Specter has said nothing for long. */
    record SilentOrder(String order, long specterNumber, Instant since) {}

    /** What happened in Specter. */
    enum Event implements Word {
        DELIVERED,
        PART_DELIVERED,
        PARCELS,
        UNDONE,
        INVOICED,
        PAID,
        CANCELLED
    }

    /** Whether the shop was told of the event. */
    enum State implements Word {
        PENDING,
        WAITING,
        REPORTED,
        NOTED,
        OVERTAKEN,
        SKIPPED
    }

    private static final class Events extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        private Events() {
            super(Arrays.stream(Event.values()).map(Word::word).toList());
        }
    }

    private static final class States extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        private States() {
            super(Arrays.stream(State.values()).map(Word::word).toList());
        }
    }

    /** {@code brygga callbacks list}. */
    @Command(
            name = "list",
            description = "${bundle:help.callbacks.listing}",
            footer = {"", "${bundle:help.callbacks.listing.examples}"})
    static final class Listing extends ListCommand {

        @Mixin
        private OnlyTenantArgument only = new OnlyTenantArgument();

        @Option(
                names = "--state",
                completionCandidates = States.class,
                description = "${bundle:help.callbacks.listing.state} ${COMPLETION-CANDIDATES}")
        private @Nullable String state;

        @Option(
                names = "--event",
                completionCandidates = Events.class,
                description = "${bundle:help.callbacks.listing.event} ${COMPLETION-CANDIDATES}")
        private @Nullable String event;

        @Mixin
        private LimitOption limit = new LimitOption();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        private <E extends Enum<E> & Word> @Nullable String word(Class<E> type, String what, @Nullable String text) {
            return text == null ? null : typed(() -> Words.of(type, what, text)).word();
        }

        @Override
        protected int list() {
            Map<String, @Nullable Object> query = only.query();
            query.put("state", word(State.class, "state", state));
            query.put("event", word(Event.class, "event", event));
            JsonNode answer = server().pages("/callbacks", query, "items", limit.limit());
            if (json.print(answer)) {
                return 0;
            }
            Table table = language.lines().table(Line.ALL_CALLBACKS_HEADINGS);
            answer.path("items").forEach(one -> {
                Callback callback = Server.read(one, Callback.class);
                table.row(
                        callback.order(),
                        callback.event(),
                        callback.state(),
                        Output.time(callback.seenAt()),
                        Output.time(callback.settledAt()),
                        Output.list(callback.parcels()),
                        note(callback));
            });
            language.lines().print(table, Line.NO_CALLBACK, answer);
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
            description = "${bundle:help.callbacks.silent}",
            footer = {"", "${bundle:help.callbacks.silent.examples}"})
    static final class Silent extends ListCommand {

        @Parameters(paramLabel = "TENANT", description = "${bundle:help.callbacks.silent.TENANT}")
        private String tenant = "";

        @Option(names = "--shop", description = "${bundle:help.callbacks.silent.shop}")
        private @Nullable String shop;

        @Mixin
        private LimitOption limit = new LimitOption();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        protected int list() {
            Map<String, @Nullable Object> query = new HashMap<>();
            query.put("tenant", tenant);
            query.put("shop", shop);
            JsonNode answer = server().pages("/callbacks/silent", query, "items", limit.limit());
            if (json.print(answer)) {
                return 0;
            }
            Table table = language.lines().table(Line.SILENT_HEADINGS);
            for (SilentOrder order : Server.read(answer.path("items"), SilentOrder[].class)) {
                table.row(order.order(), order.specterNumber(), Output.time(order.since()));
            }
            language.lines().print(table, Line.NO_SILENT_ORDER, answer);
            return 0;
        }
    }
}
