package se.brygga.starter.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.SetupStore;
import se.brygga.starter.feeds.FeedDesk;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.Steering;

/** What an operator can say to a tenant's loops. */
final class FeedSteeringCommands {

    private FeedSteeringCommands() {}

    /**
     * What is said to each loop that is meant.
     *
     * @param done what the loop does from now on, in words
     */
    record Saying(String done, Carrier carrier) {

        static Saying steer(Steering.Kind kind, @Nullable Duration interval, String done) {
            return new Saying(done, (desk, tenant, feed, by) -> desk.steer(tenant, feed, kind, interval, by));
        }
    }

    /** Carries it to one loop. */
    @FunctionalInterface
    interface Carrier {
        FeedDesk.Outcome carry(FeedDesk desk, String tenant, Feed feed, FeedDesk.Operator operator);
    }

    /** What all have in common. */
    abstract static class Say implements Callable<Integer> {

        private final FeedDesk desk;
        private final SetupStore setups;

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "TENANT", index = "0", description = "key of the tenant")
        private String tenant = "";

        @Parameters(paramLabel = "FEED", index = "1..*", description = "orders, stock or prices")
        private List<String> words = new ArrayList<>();

        @Option(names = "--all", description = "instead of FEED: all loops of the tenant")
        private boolean all;

        @Option(names = "--by", description = "who decides; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", description = "why; kept in the audit log")
        private @Nullable String reason;

        Say(FeedDesk desk, SetupStore setups) {
            this.desk = desk;
            this.setups = setups;
        }

        /** @param given the words after the tenant; what belongs to the saying and not to the feed is taken from it */
        abstract Saying saying(List<String> given);

        @Override
        public Integer call() {
            List<String> given = new ArrayList<>(words);
            Saying saying = saying(given);
            int refused = 0;
            for (Feed feed : feeds(given)) {
                switch (saying.carrier().carry(desk, tenant, feed, new FeedDesk.Operator(by, reason))) {
                    case FeedDesk.Outcome.Accepted accepted ->
                        System.out.println(tenant + " " + feed.key() + ": " + saying.done());
                    case FeedDesk.Outcome.Refused(String why) -> {
                        System.err.println(tenant + " " + feed.key() + ": " + why);
                        refused++;
                    }
                }
            }
            return refused == 0 ? 0 : 1;
        }

        private List<Feed> feeds(List<String> given) {
            if (given.size() != (all ? 0 : 1)) {
                throw wrongUsage("name one feed (orders, stock or prices), or say --all");
            }
            TenantSetup setup = setups.named(tenant);
            return all
                    ? Arrays.stream(Feed.values()).filter(setup::follows).toList()
                    : List.of(Feed.ofKey(given.getFirst()));
        }

        RuntimeException wrongUsage(String text) {
            CommandSpec here = spec;
            return here == null
                    ? new IllegalArgumentException(text)
                    : new CommandLine.ParameterException(here.commandLine(), text);
        }
    }

    /** {@code brygga feeds poke}. */
    @Component
    @Command(
            name = "poke",
            customSynopsis = "brygga feeds poke TENANT FEED|--all [--by=NAME] [--reason=TEXT]",
            description = "Asks Specter now what is new.")
    static final class Poke extends Say {
        Poke(FeedDesk desk, SetupStore setups) {
            super(desk, setups);
        }

        @Override
        Saying saying(List<String> given) {
            return new Saying("polls now", FeedDesk::poke);
        }
    }

    /** {@code brygga feeds pause}. */
    @Component
    @Command(
            name = "pause",
            customSynopsis = "brygga feeds pause TENANT FEED|--all [--by=NAME] [--reason=TEXT]",
            description = "Asks Specter nothing until somebody resumes it. What happens meanwhile comes then.")
    static final class Pause extends Say {
        Pause(FeedDesk desk, SetupStore setups) {
            super(desk, setups);
        }

        @Override
        Saying saying(List<String> given) {
            return Saying.steer(Steering.Kind.PAUSE, null, "paused");
        }
    }

    /** {@code brygga feeds resume}. */
    @Component
    @Command(
            name = "resume",
            customSynopsis = "brygga feeds resume TENANT FEED|--all [--by=NAME] [--reason=TEXT]",
            description = "Ends a pause, and polls at once.")
    static final class Resume extends Say {
        Resume(FeedDesk desk, SetupStore setups) {
            super(desk, setups);
        }

        @Override
        Saying saying(List<String> given) {
            return Saying.steer(Steering.Kind.RESUME, null, "polls again");
        }
    }

    /** {@code brygga feeds interval}. */
    @Component
    @Command(
            name = "interval",
            customSynopsis = "brygga feeds interval TENANT FEED|--all INTERVAL|set-up [--by=NAME] [--reason=TEXT]",
            description = "Polls that often (PT5M: every five minutes), until set-up gives it back to the set-up.")
    static final class Interval extends Say {
        Interval(FeedDesk desk, SetupStore setups) {
            super(desk, setups);
        }

        @Override
        Saying saying(List<String> given) {
            if (given.isEmpty()) {
                throw wrongUsage("say how often: PT30S, PT5M, PT1H, or set-up");
            }
            String interval = given.removeLast();
            return interval.equals("set-up")
                    ? Saying.steer(Steering.Kind.INTERVAL, null, "polls as the set-up says")
                    : Saying.steer(Steering.Kind.INTERVAL, parse(interval), "polls every " + interval);
        }

        private static Duration parse(String text) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is no interval: write PT30S, PT5M, PT1H, or set-up", e);
            }
        }
    }
}
