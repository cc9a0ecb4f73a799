package se.brygga.cli.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.view.Word;
import tools.jackson.databind.JsonNode;

/** {@code brygga search}. */
@Command(
        name = "search",
        description = "${bundle:help.search}",
        footer = {"", "${bundle:help.search.examples}"})
public final class SearchCommand extends ServerCommand {

    /** What a search found, grouped by the reason. */
    record Finds(List<Group> groups) {

        /** What an order was found by. */
        public enum By implements Word {
            ORDER_NUMBER,
            SPECTER_NUMBER,
            PARCEL,
            PAYMENT_REFERENCE,
            SKU,
            EMAIL,
            PHONE,
            NAME
        }

        /**
         * Orders that were found for one reason, newest first.
         *
         * @param more whether there are more than these
         */
        public record Group(By by, List<OrderLine> orders, boolean more) {}
    }

    private static final String FROM_INPUT = "-";

    @Parameters(paramLabel = "WORDS", arity = "1..*", description = "${bundle:help.search.WORDS}")
    private List<String> words = List.of();

    @Option(names = "--tenant", paramLabel = "TENANT", description = "${bundle:help.search.tenant}")
    private @Nullable String tenant;

    @Mixin
    private LimitOption limit = new LimitOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        Lines lines = language.lines();
        String text = words.equals(List.of(FROM_INPUT)) ? fromInput() : String.join(" ", words);
        if (text.isBlank()) {
            throw usage(Line.WHAT_TO_LOOK_FOR);
        }
        Map<String, @Nullable Object> question = new HashMap<>();
        question.put("text", text);
        question.put("tenant", tenant);
        question.put("limit", limit.limit());
        JsonNode answer = server().post("/search", question);
        if (!json.print(answer)) {
            print(Server.read(answer, Finds.class), lines);
        }
        return 0;
    }

    private static String fromInput() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(Finds finds, Lines lines) {
        Table table = lines.table(Line.FINDS_HEADINGS);
        finds.groups().forEach(group -> group.orders().forEach(order -> row(table, group.by(), order, lines)));
        System.out.print(table.isEmpty() ? lines.say(Line.NOTHING_FOUND) + "\n" : table);
        finds.groups().stream()
                .filter(Finds.Group::more)
                .forEach(group -> System.out.println(lines.say(
                        Line.MORE_FOUND,
                        found(group.by(), lines),
                        group.orders().size())));
    }

    private static void row(Table table, Finds.By by, OrderLine order, Lines lines) {
        table.row(
                found(by, lines),
                order.order(),
                Output.time(order.placedAt()),
                Output.money(order.total(), order.currency()),
                order.state().word(),
                order.cause() == null ? order.rule() : order.cause().code(),
                order.specterNumber());
    }

    private static String found(Finds.By by, Lines lines) {
        return lines.say(
                switch (by) {
                    case ORDER_NUMBER -> Line.BY_ORDER_NUMBER;
                    case SPECTER_NUMBER -> Line.BY_SPECTER_NUMBER;
                    case PARCEL -> Line.BY_PARCEL;
                    case PAYMENT_REFERENCE -> Line.BY_PAYMENT_REFERENCE;
                    case SKU -> Line.BY_SKU;
                    case EMAIL -> Line.BY_EMAIL;
                    case PHONE -> Line.BY_PHONE;
                    case NAME -> Line.BY_NAME;
                });
    }
}
