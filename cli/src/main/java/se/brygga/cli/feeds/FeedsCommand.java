package se.brygga.cli.feeds;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.Outcomes;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.TenantArgument;
import se.brygga.cli.options.Words;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.view.Feed;
import se.brygga.workflows.refusal.Reason;

/** {@code brygga feeds …}: what the loops found, and what an operator can say to them. */
@Command(
        name = "feeds",
        description = "${bundle:help.feeds}",
        subcommands = {
            HelpCommand.class,
            FeedsListCommand.class,
            FeedsCommand.Poke.class,
            FeedsCommand.Pause.class,
            FeedsCommand.Resume.class,
            FeedsCommand.Interval.class
        },
        footer = {"", "${bundle:help.feeds.examples}"})
public final class FeedsCommand {

    /** A command that says something to one loop of a tenant, or to all of them. */
    abstract static class Say extends ServerCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Parameters(paramLabel = "FEED", index = "1..*", description = "${bundle:help.feeds.say.FEED}")
        private List<String> words = new ArrayList<>();

        @Option(names = "--all", description = "${bundle:help.feeds.say.all}")
        private boolean all;

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        private final String what;
        private final Line done;

        /**
         * @param what the last step of the path
         * @param done the line that says what the loop does from now on
         */
        Say(String what, Line done) {
            this.what = what;
            this.done = done;
        }

        /** Adds to the request what only this command says. */
        void add(Map<String, @Nullable Object> body) {}

        /** What the loop does from now on. */
        String done(Lines lines, String loop) {
            return lines.say(done, loop);
        }

        /** The words after the tenant. The last one may belong to the command itself. */
        List<String> words() {
            return words;
        }

        @Override
        public Integer call() {
            List<String> named = words();
            if (named.size() != (all ? 0 : 1)) {
                throw usage(Line.WHICH_FEED);
            }
            String feed = all
                    ? "all"
                    : typed(() -> Words.of(Feed.class, "feed", named.getFirst()))
                            .word();
            Map<String, @Nullable Object> body = operator.body();
            add(body);
            return Outcomes.print(
                    server().post(Server.path("feeds", of.tenant(), feed, what), body),
                    operator.json(),
                    operator.lines(),
                    loop -> done(operator.lines(), of.tenant() + " " + loop.asString()));
        }
    }

    /** {@code brygga feeds poke}. */
    @Command(
            name = "poke",
            customSynopsis = "brygga feeds poke TENANT FEED|--all [--by=NAME] [--reason=TEXT] [--lang=LANG] [--json]",
            description = "${bundle:help.feeds.poke}",
            footer = {"", "${bundle:help.feeds.poke.examples}"})
    static final class Poke extends Say {

        Poke() {
            super("poke", Line.FEED_POKED);
        }
    }

    /** {@code brygga feeds pause}. */
    @Command(
            name = "pause",
            customSynopsis = "brygga feeds pause TENANT FEED|--all [--by=NAME] [--reason=TEXT] [--lang=LANG] [--json]",
            description = "${bundle:help.feeds.pause}",
            footer = {"", "${bundle:help.feeds.pause.examples}"})
    static final class Pause extends Say {

        Pause() {
            super("pause", Line.FEED_PAUSED);
        }
    }

    /** {@code brygga feeds resume}. */
    @Command(
            name = "resume",
            customSynopsis = "brygga feeds resume TENANT FEED|--all [--by=NAME] [--reason=TEXT] [--lang=LANG] [--json]",
            description = "${bundle:help.feeds.resume}",
            footer = {"", "${bundle:help.feeds.resume.examples}"})
    static final class Resume extends Say {

        Resume() {
            super("resume", Line.FEED_RESUMED);
        }
    }

    /** {@code brygga feeds interval}. */
    @Command(
            name = "interval",
            customSynopsis =
                    "brygga feeds interval TENANT FEED|--all INTERVAL|set-up [--by=NAME] [--reason=TEXT] [--lang=LANG] [--json]",
            description = "${bundle:help.feeds.interval}",
            footer = {"", "${bundle:help.feeds.interval.examples}"})
    static final class Interval extends Say {

        private static final String SET_UP = "set-up";

        private static final List<String> EXAMPLES = List.of("PT30S", "PT5M", "PT1H", SET_UP);

        Interval() {
            super("interval", Line.FEED_EVERY);
        }

        @Override
        List<String> words() {
            List<String> all = super.words();
            if (all.isEmpty()) {
                throw usage(Reason.FIELD_MISSING.of("INTERVAL", EXAMPLES));
            }
            return all.subList(0, all.size() - 1);
        }

        private String interval() {
            return super.words().getLast();
        }

        @Override
        void add(Map<String, @Nullable Object> body) {
            String interval = interval();
            try {
                body.put(
                        "interval",
                        interval.equals(SET_UP)
                                ? SET_UP
                                : Duration.parse(interval).toString());
            } catch (DateTimeParseException e) {
                throw usage(Reason.INTERVAL_NOT_READABLE.of(interval, EXAMPLES));
            }
        }

        @Override
        String done(Lines lines, String loop) {
            return interval().equals(SET_UP)
                    ? lines.say(Line.FEED_AS_SET_UP, loop)
                    : lines.say(Line.FEED_EVERY, loop, interval());
        }
    }
}
