package se.brygga.starter.cli.feeds;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.cli.options.TenantArgument;
import se.brygga.starter.cli.terminal.Outcomes;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.feeds.FeedDesk;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.Steering;

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
        })
public final class FeedsCommand {

    /** Says something to one loop of a tenant, or to all of them. */
    abstract static class Say extends DeskCommand {

        @Mixin
        private TenantArgument of = new TenantArgument();

        @Parameters(paramLabel = "FEED", index = "1..*", description = "orders, stock or prices")
        private List<String> words = new ArrayList<>();

        @Option(names = "--all", description = "instead of FEED: all loops of the tenant")
        private boolean all;

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        /** Carries it there; {@code feed} null for all of the tenant. */
        abstract List<Outcome<Feed>> say(String tenant, @Nullable Feed feed, Operator by);

        /** What a loop does from now on. */
        abstract String done();

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
            List<Outcome<Feed>> outcomes = say(of.tenant(), all ? null : feed(named.getFirst()), operator.operator());
            return json.print(outcomes)
                    ? Outcomes.exitCode(outcomes)
                    : Outcomes.print(outcomes, feed -> of.tenant() + " " + feed.key() + ": " + done());
        }
    }

    private static Feed feed(String word) {
        try {
            return Feed.ofKey(word);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }

    /** {@code brygga feeds poke}. */
    @Command(
            name = "poke",
            customSynopsis = "brygga feeds poke TENANT FEED|--all [--by=NAME] [--reason=TEXT]",
            description = "Asks Specter now what is new.")
    static final class Poke extends Say {

        @Override
        List<Outcome<Feed>> say(String tenant, @Nullable Feed feed, Operator by) {
            return desk(FeedDesk.class).poke(tenant, feed, by);
        }

        @Override
        String done() {
            return "polls now";
        }
    }

    /** {@code brygga feeds pause}. */
    @Command(
            name = "pause",
            customSynopsis = "brygga feeds pause TENANT FEED|--all [--by=NAME] [--reason=TEXT]",
            description = "Asks Specter nothing until somebody resumes it. What happens meanwhile comes then.")
    static final class Pause extends Say {

        @Override
        List<Outcome<Feed>> say(String tenant, @Nullable Feed feed, Operator by) {
            return desk(FeedDesk.class).steer(tenant, feed, Steering.Kind.PAUSE, null, by);
        }

        @Override
        String done() {
            return "paused";
        }
    }

    /** {@code brygga feeds resume}. */
    @Command(
            name = "resume",
            customSynopsis = "brygga feeds resume TENANT FEED|--all [--by=NAME] [--reason=TEXT]",
            description = "Ends a pause, and polls at once.")
    static final class Resume extends Say {

        @Override
        List<Outcome<Feed>> say(String tenant, @Nullable Feed feed, Operator by) {
            return desk(FeedDesk.class).steer(tenant, feed, Steering.Kind.RESUME, null, by);
        }

        @Override
        String done() {
            return "polls again";
        }
    }

    /** {@code brygga feeds interval}. */
    @Command(
            name = "interval",
            customSynopsis = "brygga feeds interval TENANT FEED|--all INTERVAL|set-up [--by=NAME] [--reason=TEXT]",
            description = "Polls that often (PT5M: every five minutes), until set-up gives it back to the set-up.")
    static final class Interval extends Say {

        private static final String SET_UP = "set-up";

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
        List<Outcome<Feed>> say(String tenant, @Nullable Feed feed, Operator by) {
            Duration every = parse(interval());
            return desk(FeedDesk.class).steer(tenant, feed, Steering.Kind.INTERVAL, every, by);
        }

        @Override
        String done() {
            return interval().equals(SET_UP) ? "polls as the set-up says" : "polls every " + interval();
        }

        private static @Nullable Duration parse(String text) {
            try {
                return text.equals(SET_UP) ? null : Duration.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "\"" + text + "\" is no interval: write PT30S, PT5M, PT1H, or set-up");
            }
        }
    }
}
