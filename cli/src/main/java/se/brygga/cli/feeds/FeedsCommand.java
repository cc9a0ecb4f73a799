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
import picocli.CommandLine.TypeConversionException;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.Outcomes;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.TenantArgument;
import se.brygga.cli.options.Words;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.view.Feed;

/** {@code brygga feeds …}: what the loops found, and what an operator can say to them. */
@Command(
        name = "feeds",
        description =
                "The loops that follow Specter, one per tenant and feed (orders, stock, prices): what they found.",
        subcommands = {
            HelpCommand.class,
            FeedsListCommand.class,
            FeedsCommand.Poke.class,
            FeedsCommand.Pause.class,
            FeedsCommand.Resume.class,
            FeedsCommand.Interval.class
        },
        footer = {
            "",
            "Examples: brygga feeds list --watch",
            "          brygga feeds poke nordkajak stock",
            "          brygga feeds pause nordkajak --all --reason \"Specter moves\"",
            "          brygga feeds interval nordkajak prices PT1H"
        })
public final class FeedsCommand {

    /** Says something to one loop of a tenant, or to all of them. */
    abstract static class Say extends ServerCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Parameters(paramLabel = "FEED", index = "1..*", description = "orders, stock or prices")
        private List<String> words = new ArrayList<>();

        @Option(names = "--all", description = "instead of FEED: all loops of the tenant")
        private boolean all;

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        private final String what;
        private final Line done;

        /**
         * @param what the last step of the path
         * @param done what the loop does from now on
         */
        Say(String what, Line done) {
            this.what = what;
            this.done = done;
        }

        /** Adds what only this command says. */
        void add(Map<String, @Nullable Object> body) {}

        /** What the loop does from now on. */
        String done(Lines lines, String loop) {
            return lines.say(done, loop);
        }

        /** The words after the tenant; the last one may be a command's own. */
        List<String> words() {
            return words;
        }

        @Override
        public Integer call() {
            List<String> named = words();
            if (named.size() != (all ? 0 : 1)) {
                throw usage("name one feed (orders, stock or prices), or say --all");
            }
            String feed =
                    all ? "all" : Words.of(Feed.class, "feed", named.getFirst()).word();
            Map<String, @Nullable Object> body = operator.body();
            add(body);
            return Outcomes.print(
                    server().post(Server.path("feeds", of.tenant(), feed, what), body),
                    json,
                    loop -> done(language.lines(), of.tenant() + " " + loop.asString()));
        }
    }

    /** {@code brygga feeds poke}. */
    @Command(
            name = "poke",
            customSynopsis = "brygga feeds poke TENANT FEED|--all [--by=NAME] [--reason=TEXT] [--lang=LANG] [--json]",
            description = "Asks Specter now what is new.",
            footer = {"", "Example: brygga feeds poke nordkajak stock"})
    static final class Poke extends Say {

        Poke() {
            super("poke", Line.FEED_POKED);
        }
    }

    /** {@code brygga feeds pause}. */
    @Command(
            name = "pause",
            customSynopsis = "brygga feeds pause TENANT FEED|--all [--by=NAME] [--reason=TEXT] [--lang=LANG] [--json]",
            description = "Asks Specter nothing until somebody resumes it. What happens meanwhile comes then.",
            footer = {"", "Example: brygga feeds pause nordkajak --all --reason \"Specter moves\""})
    static final class Pause extends Say {

        Pause() {
            super("pause", Line.FEED_PAUSED);
        }
    }

    /** {@code brygga feeds resume}. */
    @Command(
            name = "resume",
            customSynopsis = "brygga feeds resume TENANT FEED|--all [--by=NAME] [--reason=TEXT] [--lang=LANG] [--json]",
            description = "Ends a pause, and polls at once.",
            footer = {"", "Example: brygga feeds resume nordkajak --all"})
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
            description = "Polls that often (PT5M: every five minutes), until set-up gives it back to the set-up.",
            footer = {
                "",
                "Examples: brygga feeds interval nordkajak prices PT1H",
                "          brygga feeds interval nordkajak prices set-up"
            })
    static final class Interval extends Say {

        private static final String SET_UP = "set-up";

        Interval() {
            super("interval", Line.FEED_EVERY);
        }

        @Override
        List<String> words() {
            List<String> all = super.words();
            if (all.isEmpty()) {
                throw usage("say how often: PT30S, PT5M, PT1H, or set-up");
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
                throw new TypeConversionException(
                        "\"" + interval + "\" is no interval: write PT30S, PT5M, PT1H, or set-up");
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
