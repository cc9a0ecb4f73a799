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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.outage.OutageBook;
import se.brygga.activities.setup.FeedSetup;
import se.brygga.activities.setup.OutsideSystem.Place;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.feed.FeedLists;
import se.brygga.activities.store.feed.LoopBook;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.feed.Feed;

/** {@code brygga feeds list}. */
@Component
@Command(
        name = "list",
        description = "Lists each tenant's loops: when they polled, what is wrong, who has paused them.")
final class FeedsListCommand implements Callable<Integer> {

    private static final Duration DAY = Duration.ofDays(1);

    private final FeedLists lists;
    private final SetupStore setups;
    private final OutageBook outages;
    private final Trouble trouble;
    private final InstantSource time;

    @Parameters(paramLabel = "TENANT", arity = "0..1", description = "only of this tenant")
    private @Nullable String tenant;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = "--json", description = "for programs")
    private boolean json;

    /**
     * One loop, for programs.
     *
     * @param state in words
     * @param expectedAt when it polls next; null while it is paused, or before its first poll
     * @param everyFrom the shortest time between two polls that is in force
     * @param everyTo what it grows to while nothing happens; the same when an operator has set it
     * @param foreignBatches of other integrations, in the last day
     */
    private record Line(
            FeedLists.Loop loop,
            boolean wanted,
            String state,
            @Nullable Instant expectedAt,
            Duration everyFrom,
            Duration everyTo,
            FeedSetup.@Nullable Quiet quiet,
            List<FeedLists.OpenBatch> openBatches,
            int foreignBatches) {}

    /** What is wrong beside the polls. */
    @Component
    record Trouble(Standstill standstill, LoopBook loops, Sleepers sleepers) {}

    FeedsListCommand(FeedLists lists, SetupStore setups, OutageBook outages, Trouble trouble, InstantSource time) {
        this.lists = lists;
        this.setups = setups;
        this.outages = outages;
        this.trouble = trouble;
        this.time = time;
    }

    @Override
    public Integer call() {
        Standstill.Found standstill = trouble.standstill().look(tenant);
        List<Line> lines = lines(standstill);
        if (json) {
            System.out.println(Output.json(lines));
            return 0;
        }
        standstill.lines().forEach(System.out::println);
        printOutages();
        setups.standings().stream()
                .filter(standing -> tenant == null || standing.place().tenant().equals(tenant))
                .forEach(standing -> System.out.printf("! %s%n", standing));
        trouble.sleepers().of(tenant).forEach(sleep -> System.out.println(Sleepers.line(sleep)));
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
                line.state(),
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
        List<OutageBook.Told> known = outages.known().stream()
                .filter(told -> told.outage().door().system() == RemoteSystem.SPECTER)
                .filter(told -> tenant == null || told.outage().door().tenant().equals(tenant))
                .toList();
        OutageLines.print(known, language.texts());
    }

    /** The loops of the set-ups, and those that have polled before their section was taken out. */
    private List<Line> lines(Standstill.Found standstill) {
        Map<String, FeedLists.Loop> polled = new HashMap<>();
        lists.loops().forEach(loop -> polled.put(loop.feed().workflowId(loop.tenant()), loop));
        List<FeedLists.OpenBatch> batches = lists.openBatches();
        List<FeedLists.Foreign> foreign = lists.foreignSince(time.instant().minus(DAY));
        Map<String, LoopBook.Look> looks = trouble.loops().all();
        List<Line> lines = new ArrayList<>();
        for (String key : tenants()) {
            Optional<TenantSetup> setup = setups.servedAndReadable(key);
            for (Feed feed : Feed.values()) {
                FeedLists.Loop loop = polled.get(feed.workflowId(key));
                boolean wanted = setup.filter(s -> s.follows(feed)).isPresent();
                if (wanted || loop != null) {
                    FeedSetup feeds = setup.map(TenantSetup::feeds).orElse(FeedSetup.DEFAULT);
                    FeedLists.Loop here = loop == null ? FeedLists.Loop.fresh(key, feed) : loop;
                    LoopBook.Look look = looks.get(feed.workflowId(key));
                    String state = wanted ? state(here, look, standstill.whyNothingMoves()) : notWanted(key);
                    lines.add(line(here, wanted, state, look, feeds, batches, foreign));
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
            String state,
            LoopBook.@Nullable Look look,
            FeedSetup feeds,
            List<FeedLists.OpenBatch> batches,
            List<FeedLists.Foreign> foreign) {
        FeedSetup.Pace pace = feeds.pace(loop.feed());
        Duration operators = loop.every();
        return new Line(
                loop,
                wanted,
                state,
                look == null ? null : look.expectedAt(),
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

    private String notWanted(String key) {
        return setups.standing(new Place(key, ""))
                .map(standing -> standing.state().code())
                .orElse("not in the set-up");
    }

    /** @param nothingMoves why no loop polls; empty when some may */
    private String state(FeedLists.Loop loop, LoopBook.@Nullable Look look, String nothingMoves) {
        if (loop.pausedBy() != null) {
            return "paused by " + loop.pausedBy() + " " + Output.time(loop.pausedAt());
        }
        if (!nothingMoves.isEmpty()) {
            return "stands still: " + nothingMoves;
        }
        if (look != null && look.isLate(time.instant())) {
            return "late since " + Output.time(look.expectedAt());
        }
        return loop.failures() > 0 ? "fails" : loop.polledAt() == null ? "has not polled" : "polls";
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
