package se.brygga.cli.initial;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.ShopArgument;
import se.brygga.cli.options.Words;
import se.brygga.cli.server.Server;
import se.brygga.workflows.ShopRef;
import tools.jackson.databind.JsonNode;

/** {@code brygga initial …}. */
@Command(
        name = "initial",
        description = "${bundle:help.initial}",
        subcommands = {
            HelpCommand.class,
            InitialCommand.Plan.class,
            InitialCommand.Show.class,
            InitialCommand.Report.class,
            InitialCommand.Run.class,
            InitialCommand.Pause.class,
            InitialCommand.Resume.class,
            InitialCommand.Stop.class,
            InitialCommand.Accept.class,
            InitialCommand.Apart.class
        },
        footer = {"", "${bundle:help.initial.examples}"})
public final class InitialCommand {

    private static String path(ShopRef shop, String... more) {
        return Server.path(Stream.concat(Stream.of("initial", shop.tenant(), shop.shop()), Stream.of(more))
                .toArray());
    }

    /** A command that says something to the initial sync of a shop. */
    abstract static class Say extends ServerCommand {

        @Mixin
        private ShopArgument of = new ShopArgument();

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        private final String word;

        Say(String word) {
            this.word = word;
        }

        @Override
        public Integer call() {
            JsonNode answer = server().post(path(of.shop(), word), operator.body());
            if (!operator.json().print(answer)) {
                new InitialTables(operator.lines(), operator.texts()).print(Server.read(answer, InitialStory.class));
            }
            return 0;
        }
    }

    /** {@code brygga initial plan}. */
    @Command(
            name = "plan",
            description = "${bundle:help.initial.plan}",
            footer = {"", "${bundle:help.initial.plan.examples}"})
    static final class Plan extends Say {

        Plan() {
            super("plan");
        }
    }

    /** {@code brygga initial run}. */
    @Command(
            name = "run",
            description = "${bundle:help.initial.run}",
            footer = {"", "${bundle:help.initial.run.examples}"})
    static final class Run extends Say {

        Run() {
            super("run");
        }
    }

    /** {@code brygga initial pause}. */
    @Command(
            name = "pause",
            description = "${bundle:help.initial.pause}",
            footer = {"", "${bundle:help.initial.pause.examples}"})
    static final class Pause extends Say {

        Pause() {
            super("pause");
        }
    }

    /** {@code brygga initial resume}. */
    @Command(
            name = "resume",
            description = "${bundle:help.initial.resume}",
            footer = {"", "${bundle:help.initial.resume.examples}"})
    static final class Resume extends Say {

        Resume() {
            super("resume");
        }
    }

    /** {@code brygga initial stop}. */
    @Command(
            name = "stop",
            description = "${bundle:help.initial.stop}",
            footer = {"", "${bundle:help.initial.stop.examples}"})
    static final class Stop extends Say {

        Stop() {
            super("stop");
        }
    }

    /** A command that says whether numbers that differ little are the same article. */
    abstract static class Answer extends ServerCommand {

        @Mixin
        private ShopArgument of = new ShopArgument();

        @Parameters(paramLabel = "NUMBER", index = "1..*", description = "${bundle:help.initial.answer.NUMBER}")
        private List<String> numbers = List.of();

        @Option(names = "--all", description = "${bundle:help.initial.answer.all}")
        private boolean all;

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        private final String word;
        private final InitialText said;

        Answer(String word, InitialText said) {
            this.word = word;
            this.said = said;
        }

        @Override
        public Integer call() {
            if (all != numbers.isEmpty()) {
                throw usage(InitialText.INITIAL_WHICH);
            }
            Map<String, @Nullable Object> body = operator.body();
            body.put("numbers", all ? null : numbers);
            JsonNode answer = server().post(path(of.shop(), "numbers", word), body);
            if (!operator.json().print(answer)) {
                int answered = answer.path("answered").asInt();
                System.out.println(operator.lines().say(said, answered, of.shop()));
            }
            return 0;
        }
    }

    /** {@code brygga initial accept}. */
    @Command(
            name = "accept",
            description = "${bundle:help.initial.accept}",
            footer = {"", "${bundle:help.initial.accept.examples}"})
    static final class Accept extends Answer {

        Accept() {
            super("same", InitialText.INITIAL_SAID_SAME);
        }
    }

    /** {@code brygga initial apart}. */
    @Command(
            name = "apart",
            description = "${bundle:help.initial.apart}",
            footer = {"", "${bundle:help.initial.apart.examples}"})
    static final class Apart extends Answer {

        Apart() {
            super("apart", InitialText.INITIAL_SAID_APART);
        }
    }

    /** What {@code show} and {@code report} have in common: the state of the sync, and some of its lines. */
    abstract static class Listing extends ListCommand {

        @Mixin
        private ShopArgument of = new ShopArgument();

        @Mixin
        private LimitOption limit = new LimitOption();

        @Option(names = "--csv", description = "${bundle:help.initial.csv}")
        private boolean csv;

        @Option(names = "--html", description = "${bundle:help.initial.html}")
        private boolean html;

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        /** Which lines are listed. */
        abstract Map<String, @Nullable Object> wanted();

        @Override
        protected int list() {
            InitialStory story = Server.read(server().get(path(of.shop()), Map.of()), InitialStory.class);
            JsonNode answer = server().pages(
                            path(of.shop(), "lines"),
                            wanted(),
                            "items",
                            csv || html ? Integer.MAX_VALUE : limit.limit());
            if (json.print(answer)) {
                return 0;
            }
            List<InitialLine> listed = answer.path("items").values().stream()
                    .map(one -> Server.read(one, InitialLine.class))
                    .toList();
            InitialTables tables = new InitialTables(language.lines(), language.texts());
            if (csv) {
                System.out.print(tables.csv(story, listed));
            } else if (html) {
                System.out.print(tables.html(story, listed));
            } else {
                tables.print(story);
                language.lines().print(tables.table(story, listed), InitialText.INITIAL_NO_LINES, answer);
            }
            return 0;
        }
    }

    /** {@code brygga initial show}. */
    @Command(
            name = "show",
            description = "${bundle:help.initial.show}",
            footer = {"", "${bundle:help.initial.show.examples}"})
    static final class Show extends Listing {

        @Option(names = "--kind", paramLabel = "KIND", description = "${bundle:help.initial.show.kind}")
        private @Nullable String kind;

        @Override
        Map<String, @Nullable Object> wanted() {
            Map<String, @Nullable Object> wanted = new TreeMap<>();
            String typed = kind;
            if (typed != null) {
                wanted.put(
                        "kind",
                        typed(() -> Words.of(InitialLine.Kind.class, "kind", typed))
                                .word());
            }
            return wanted;
        }
    }

    /** {@code brygga initial report}. */
    @Command(
            name = "report",
            description = "${bundle:help.initial.report}",
            footer = {"", "${bundle:help.initial.report.examples}"})
    static final class Report extends Listing {

        @Option(names = "--outcome", paramLabel = "OUTCOME", description = "${bundle:help.initial.report.outcome}")
        private @Nullable String outcome;

        @Override
        Map<String, @Nullable Object> wanted() {
            Map<String, @Nullable Object> wanted = new TreeMap<>();
            String typed = outcome;
            if (typed != null) {
                wanted.put(
                        "outcome",
                        typed(() -> Words.of(InitialLine.Outcome.class, "outcome", typed))
                                .word());
            }
            return wanted;
        }
    }
}
