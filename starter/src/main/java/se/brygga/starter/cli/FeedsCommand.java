package se.brygga.starter.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.SetupStore;
import se.brygga.starter.feeds.FeedDesk;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.Steering;

/** {@code brygga feeds …}: what the loops found, and what an operator can say to them. */
@Component
@Command(
        name = "feeds",
        description =
                "The loops that follow Specter, one per tenant and feed (orders, stock, prices): what they found.",
        subcommands = {HelpCommand.class, FeedsListCommand.class})
final class FeedsCommand {

    private final FeedDesk desk;
    private final SetupStore setups;

    FeedsCommand(FeedDesk desk, SetupStore setups) {
        this.desk = desk;
        this.setups = setups;
    }

    /** Whom it is said to, and by whom. */
    static final class Loops {

        @Spec(Spec.Target.MIXEE)
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

        private RuntimeException wrongUsage(String text) {
            CommandSpec here = spec;
            return here == null
                    ? new IllegalArgumentException(text)
                    : new CommandLine.ParameterException(here.commandLine(), text);
        }
    }

    /** Carries it to one loop. */
    @FunctionalInterface
    private interface Carrier {
        FeedDesk.Outcome carry(String tenant, Feed feed, FeedDesk.Operator operator);
    }

    @Command(
            name = "poke",
            customSynopsis = "brygga feeds poke TENANT FEED|--all [--by=NAME] [--reason=TEXT]",
            description = "Asks Specter now what is new.")
    int poke(@Mixin Loops loops) {
        return say(loops, loops.words, "polls now", desk::poke);
    }

    @Command(
            name = "pause",
            customSynopsis = "brygga feeds pause TENANT FEED|--all [--by=NAME] [--reason=TEXT]",
            description = "Asks Specter nothing until somebody resumes it. What happens meanwhile comes then.")
    int pause(@Mixin Loops loops) {
        return steer(loops, loops.words, Steering.Kind.PAUSE, null, "paused");
    }

    @Command(
            name = "resume",
            customSynopsis = "brygga feeds resume TENANT FEED|--all [--by=NAME] [--reason=TEXT]",
            description = "Ends a pause, and polls at once.")
    int resume(@Mixin Loops loops) {
        return steer(loops, loops.words, Steering.Kind.RESUME, null, "polls again");
    }

    @Command(
            name = "interval",
            customSynopsis = "brygga feeds interval TENANT FEED|--all INTERVAL|set-up [--by=NAME] [--reason=TEXT]",
            description = "Polls that often (PT5M: every five minutes), until set-up gives it back to the set-up.")
    int interval(@Mixin Loops loops) {
        List<String> feed = new ArrayList<>(loops.words);
        if (feed.isEmpty()) {
            throw loops.wrongUsage("say how often: PT30S, PT5M, PT1H, or set-up");
        }
        String interval = feed.removeLast();
        return interval.equals("set-up")
                ? steer(loops, feed, Steering.Kind.INTERVAL, null, "polls as the set-up says")
                : steer(loops, feed, Steering.Kind.INTERVAL, parse(interval), "polls every " + interval);
    }

    private static Duration parse(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no interval: write PT30S, PT5M, PT1H, or set-up", e);
        }
    }

    private int steer(Loops loops, List<String> named, Steering.Kind kind, @Nullable Duration interval, String done) {
        return say(loops, named, done, (tenant, feed, by) -> desk.steer(tenant, feed, kind, interval, by));
    }

    /** @param done what a loop does from now on, in words */
    private int say(Loops loops, List<String> named, String done, Carrier carrier) {
        int refused = 0;
        for (Feed feed : feeds(loops, named)) {
            switch (carrier.carry(loops.tenant, feed, new FeedDesk.Operator(loops.by, loops.reason))) {
                case FeedDesk.Outcome.Accepted accepted ->
                    System.out.println(loops.tenant + " " + feed.key() + ": " + done);
                case FeedDesk.Outcome.Refused(String why) -> {
                    System.err.println(loops.tenant + " " + feed.key() + ": " + why);
                    refused++;
                }
            }
        }
        return refused == 0 ? 0 : 1;
    }

    private List<Feed> feeds(Loops loops, List<String> named) {
        if (named.size() != (loops.all ? 0 : 1)) {
            throw loops.wrongUsage("name one feed (orders, stock or prices), or say --all");
        }
        TenantSetup setup = setups.named(loops.tenant);
        return loops.all
                ? Arrays.stream(Feed.values()).filter(setup::follows).toList()
                : List.of(Feed.ofKey(named.getFirst()));
    }
}
