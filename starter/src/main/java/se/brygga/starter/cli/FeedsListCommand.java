package se.brygga.starter.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.setup.FeedSetup;
import se.brygga.activities.setup.OutsideSystem.Place;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.OrderLists;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.FeedLists;
import se.brygga.workflows.feed.Feed;

/** {@code brygga feeds list}. */
@Component
@Command(
        name = "list",
        description = "Lists each tenant's loops: when they polled, what is wrong, who has paused them.")
final class FeedsListCommand implements Callable<Integer> {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration ONE_LONG_POLL = Duration.ofMinutes(1);

    private final FeedLists lists;
    private final SetupStore setups;
    private final OrderLists orders;
    private final InstantSource time;

    @Parameters(paramLabel = "TENANT", arity = "0..1", description = "only of this tenant")
    private @Nullable String tenant;

    @Option(names = "--json", description = "for programs")
    private boolean json;

    /**
     * One loop, for programs.
     *
     * @param everyFrom the shortest time between two polls that is in force
     * @param everyTo what it grows to while nothing happens; the same when an operator has set it
     * @param foreignBatches of other integrations, in the last day
     */
    private record Line(
            FeedLists.Loop loop,
            boolean wanted,
            Duration everyFrom,
            Duration everyTo,
            FeedSetup.@Nullable Quiet quiet,
            List<FeedLists.OpenBatch> openBatches,
            int foreignBatches) {}

    FeedsListCommand(FeedLists lists, SetupStore setups, OrderLists orders, InstantSource time) {
        this.lists = lists;
        this.setups = setups;
        this.orders = orders;
        this.time = time;
    }

    @Override
    public Integer call() {
        List<Line> lines = lines();
        if (json) {
            System.out.println(Output.json(lines));
            return 0;
        }
        printOutages();
        setups.standings().stream()
                .filter(standing -> tenant == null || standing.place().tenant().equals(tenant))
                .forEach(standing -> System.out.printf("! %s%n", standing));
        Table table = new Table(
                "TENANT",
                "FEED",
                "STATE",
                "LAST POLL",
                "LAST NEWS",
                "IDLE",
                "FAILED",
                "EVERY",
                "OPEN BATCH",
                "FOREIGN");
        lines.forEach(line -> table.row(
                line.loop().tenant(),
                line.loop().feed().key(),
                state(line),
                Output.time(line.loop().polledAt()),
                Output.time(line.loop().newsAt()),
                line.loop().idle(),
                line.loop().failures(),
                every(line),
                batches(line.openBatches()),
                line.foreignBatches()));
        System.out.print(table.isEmpty() ? "No shop wants anything from Specter.\n" : table);
        return 0;
    }

    private void printOutages() {
        orders.outages().stream()
                .filter(outage -> outage.system().equals("specter"))
                .filter(outage -> tenant == null || outage.tenant().equals(tenant))
                .forEach(outage -> System.out.printf(
                        "! %s of %s has not answered since %s (%d tries): %s%n",
                        outage.system(),
                        outage.tenant(),
                        Output.time(outage.since()),
                        outage.failures(),
                        outage.lastAnswer()));
    }

    /** The loops of the set-ups, and those that have polled before their section was taken out. */
    private List<Line> lines() {
        Map<String, FeedLists.Loop> polled = new HashMap<>();
        lists.loops().forEach(loop -> polled.put(loop.feed().workflowId(loop.tenant()), loop));
        List<FeedLists.OpenBatch> batches = lists.openBatches();
        List<FeedLists.Foreign> foreign = lists.foreignSince(time.instant().minus(DAY));
        List<Line> lines = new ArrayList<>();
        for (String key : tenants()) {
            Optional<TenantSetup> setup = setups.served(key);
            for (Feed feed : Feed.values()) {
                FeedLists.Loop loop = polled.get(feed.workflowId(key));
                boolean wanted = setup.filter(s -> s.follows(feed)).isPresent();
                if (wanted || loop != null) {
                    FeedSetup feeds = setup.map(TenantSetup::feeds).orElse(FeedSetup.DEFAULT);
                    lines.add(line(
                            loop == null ? FeedLists.Loop.fresh(key, feed) : loop, wanted, feeds, batches, foreign));
                }
            }
        }
        return lines;
    }

    private List<String> tenants() {
        List<String> all = setups.tenants();
        if (tenant == null) {
            return all.stream().sorted(Comparator.naturalOrder()).toList();
        }
        if (!all.contains(tenant)) {
            throw new IllegalArgumentException("no tenant \"" + tenant + "\"; there are: " + all);
        }
        return List.of(tenant);
    }

    private static Line line(
            FeedLists.Loop loop,
            boolean wanted,
            FeedSetup feeds,
            List<FeedLists.OpenBatch> batches,
            List<FeedLists.Foreign> foreign) {
        FeedSetup.Pace pace = feeds.pace(loop.feed());
        Duration operators = loop.every();
        return new Line(
                loop,
                wanted,
                operators == null ? pace.shortest() : operators,
                operators == null ? pace.longest() : operators,
                pace.quiet(),
                batches.stream()
                        .filter(batch -> batch.tenant().equals(loop.tenant()) && batch.feed() == loop.feed())
                        .toList(),
                foreign.stream()
                        .filter(f -> f.tenant().equals(loop.tenant()) && f.feed() == loop.feed())
                        .mapToInt(FeedLists.Foreign::batches)
                        .sum());
    }

    private String state(Line line) {
        FeedLists.Loop loop = line.loop();
        if (!line.wanted()) {
            return setups.standing(new Place(loop.tenant(), ""))
                    .map(standing -> standing.state().code())
                    .orElse("not in the set-up");
        }
        if (loop.pausedBy() != null) {
            return "paused by " + loop.pausedBy() + " " + Output.time(loop.pausedAt());
        }
        if (loop.failures() > 0) {
            return "fails";
        }
        return loop.polledAt() == null ? "has not polled" : isLate(line) ? "late: does a worker run?" : "polls";
    }

    /** Polls are spread over tenants, and one may be long; a loop with quiet hours may be in them. */
    private boolean isLate(Line line) {
        Instant polledAt = line.loop().polledAt();
        return polledAt != null
                && line.quiet() == null
                && polledAt.plus(line.everyTo().multipliedBy(2))
                        .plus(ONE_LONG_POLL)
                        .isBefore(time.instant());
    }

    private static String every(Line line) {
        String every = line.everyFrom().equals(line.everyTo())
                ? line.everyFrom().toString()
                : line.everyFrom() + " to " + line.everyTo();
        FeedSetup.Quiet quiet = line.quiet();
        return every
                + (line.loop().every() == null ? "" : " (operator)")
                + (quiet == null ? "" : ", not " + quiet.from() + "-" + quiet.until());
    }

    private static @Nullable String batches(List<FeedLists.OpenBatch> batches) {
        return batches.isEmpty()
                ? null
                : String.join(
                        "; ",
                        batches.stream()
                                .map(batch -> (batch.foreign() ? "another's " : "")
                                        + batch.kind() + " " + batch.batchNo() + " since "
                                        + Output.time(batch.openedAt())
                                        + (batch.stored() ? ", stored" : ""))
                                .toList());
    }
}
