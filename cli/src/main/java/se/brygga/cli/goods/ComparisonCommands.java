package se.brygga.cli.goods;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.Outcomes;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.ShopArgument;
import se.brygga.cli.server.Job;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.terminal.TroubleLines;
import se.brygga.cli.view.Feed;
import se.brygga.cli.view.Trouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The commands that compare a whole shop with what it should show, in stock or in prices. */
public final class ComparisonCommands {

    private ComparisonCommands() {}

    /** What is compared, and how its differences are shown. */
    public interface Kind {

        /** Stock or prices. */
        Feed feed();

        /** The differences as a table. */
        Table table(JsonNode differences, Lines lines);
    }

    /** A command that shows a comparison. */
    abstract static class Showing extends ServerCommand {

        @Mixin
        private ShopArgument shop = new ShopArgument();

        @Mixin
        private LimitOption limit = new LimitOption();

        @Mixin
        LanguageOption language = new LanguageOption();

        @Mixin
        JsonOption json = new JsonOption();

        final Kind kind;

        Showing(Kind kind) {
            this.kind = kind;
        }

        final String path(String... after) {
            List<Object> steps = new ArrayList<>(List.of(
                    "comparisons",
                    kind.feed().word(),
                    shop.shop().tenant(),
                    shop.shop().shop()));
            steps.addAll(List.of(after));
            return Server.path(steps.toArray());
        }

        final Map<String, @Nullable Object> query(@Nullable Object asked) {
            Map<String, @Nullable Object> query = new HashMap<>();
            query.put("asked", asked);
            query.put("limit", limit.limit());
            return query;
        }

        /** Prints it for people. */
        final void print(Comparison comparison) {
            Lines lines = language.lines();
            if (comparison.notWritten() != null) {
                System.out.println(TroubleLines.notWritten(comparison.notWritten(), language.texts(), lines));
            }
            String name = comparison.shop();
            switch (comparison.state()) {
                case COMPARED -> printFound(comparison, lines);
                case NEVER_COMPARED ->
                    System.out.println(
                            lines.say(Line.NEVER_COMPARED, comparison.feed().word(), name));
                case NOT_COMPARED -> System.err.println(lines.say(Line.NOT_COMPARED, name, why(comparison)));
                case WAITS_ITS_TURN -> System.err.println(lines.say(Line.COMPARISON_WAITS, name, why(comparison)));
                case RUNNING ->
                    System.err.println(lines.say(Line.COMPARISON_RUNS, name, why(comparison), comparison.read()));
                case STOPPED -> System.err.println(lines.say(Line.COMPARISON_STOPPED, name));
            }
        }

        private void printFound(Comparison comparison, Lines lines) {
            Table table = kind.table(comparison.differences(), lines);
            System.out.print(table.isEmpty() ? "" : table + "\n");
            Comparison.Found found = comparison.found();
            if (found == null) {
                return;
            }
            int shown = comparison.differences().size();
            if (shown < found.different()) {
                System.out.println(lines.say(Line.SHOWN_OF, shown, found.different()));
            }
            System.out.println(summary(comparison.feed(), found, lines));
        }

        private String why(Comparison comparison) {
            Trouble.NotWritten sleeping = comparison.notWritten();
            if (comparison.why() != null) {
                return language.lines().say(comparison.why());
            }
            return sleeping == null ? "" : TroubleLines.triedAgain(sleeping, language.texts(), language.lines());
        }
    }

    /** When the comparison was made, how much was compared, and what is not known. */
    private static String summary(Feed feed, Comparison.Found found, Lines lines) {
        List<String> parts = new ArrayList<>();
        parts.add(
                found.looked() == 0
                        ? lines.say(Line.COMPARED_NOTHING, Output.time(found.at()))
                        : lines.say(
                                feed == Feed.PRICES ? Line.COMPARED_PRICES : Line.COMPARED_STOCK,
                                Output.time(found.at()),
                                found.looked(),
                                found.different() > 0
                                        ? lines.say(Line.DIFFERENT, found.different())
                                        : lines.say(
                                                found.unread() == 0
                                                        ? Line.NO_DIFFERENCE
                                                        : Line.NO_DIFFERENCE_IN_WHAT_WAS_READ)));
        if (found.unread() > 0) {
            parts.add(lines.say(Line.UNREAD, found.unread()));
        }
        if (found.absent() > 0) {
            parts.add(lines.say(Line.ABSENT, found.absent()));
        }
        return String.join("; ", parts) + ".";
    }

    /** {@code brygga stock drift}, {@code brygga prices drift}. */
    public abstract static class Drift extends Showing {

        protected Drift(Kind kind) {
            super(kind);
        }

        @Override
        public final Integer call() {
            JsonNode answer = server().get(path(), query(null));
            if (!json.print(answer)) {
                print(Server.read(answer, Comparison.class));
            }
            return 0;
        }
    }

    /** {@code brygga stock compare}, {@code brygga prices compare}. */
    public abstract static class Compare extends Showing {

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Option(
                names = "--wait",
                paramLabel = "DURATION",
                description = "${bundle:help.comparison.compare.wait} ${DEFAULT-VALUE}")
        private Duration patience = Duration.ofMinutes(10);

        @Option(names = "--stop", description = "${bundle:help.comparison.compare.stop}")
        private boolean stop;

        protected Compare(Kind kind) {
            super(kind);
        }

        @Override
        public final Integer call() {
            if (stop) {
                return Outcomes.print(
                        server().post(path("stop"), operator.body()),
                        json,
                        language.lines(),
                        stopped -> language.lines()
                                .say(Line.COMPARISON_IS_STOPPED, kind.feed().word()));
            }
            JsonNode outcome = server().post(path(), operator.body());
            if (outcome.path("result").isMissingNode()) {
                return Outcomes.print(outcome, json, language.lines(), result -> "");
            }
            String asked = outcome.path("result").path("job").path("askedAt").asString();
            JsonNode result = Job.until(
                    patience,
                    outcome.path("result"),
                    seen -> Server.read(seen, Comparison.class).state().hasEnded(),
                    () -> server().get(path(), query(asked)));
            ((ObjectNode) outcome).set("result", result);
            Comparison comparison = Server.read(result, Comparison.class);
            if (!json.print(outcome)) {
                print(comparison);
            }
            return comparison.state() == Comparison.State.COMPARED ? 0 : 1;
        }
    }
}
