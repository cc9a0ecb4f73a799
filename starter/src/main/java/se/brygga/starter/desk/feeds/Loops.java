package se.brygga.starter.desk.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.feed.FeedLists;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.FeedSetup;
import se.brygga.setup.OutsideSystem;
import se.brygga.setup.TenantSetup;
import se.brygga.starter.desk.NotFound;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.feeds.FeedDesk.Loop;
import se.brygga.starter.desk.trouble.Trouble.Standstill;
import se.brygga.workflows.feed.Feed;

/**
 * Makes the views of loops: those of the set-ups, and those whose section was removed from the set-up after they had
 * polled.
 */
@Component
class Loops {

    private static final Duration DAY = Duration.ofDays(1);

    private final FeedLists lists;
    private final LoopBook looks;
    private final SetupStore setups;
    private final InstantSource time;

    Loops(FeedLists lists, LoopBook looks, SetupStore setups, InstantSource time) {
        this.lists = lists;
        this.looks = looks;
        this.setups = setups;
        this.time = time;
    }

    /** What the books say of all loops. */
    private record Found(
            Map<String, FeedLists.Loop> polled,
            Map<String, LoopBook.Look> looks,
            List<FeedLists.OpenBatch> batches,
            List<FeedLists.Foreign> foreign,
            Standstill standstill) {}

    /**
     * The loops of one tenant, or of all.
     *
     * @throws NotFound there is no such tenant
     */
    List<Loop> of(@Nullable String tenant, Standstill standstill) {
        Map<String, FeedLists.Loop> polled = new HashMap<>();
        lists.loops().forEach(loop -> polled.put(loop.feed().workflowId(loop.tenant()), loop));
        Found found = new Found(
                polled,
                looks.all(),
                lists.openBatches(),
                lists.foreignSince(time.instant().minus(DAY)),
                standstill);
        List<Loop> loops = new ArrayList<>();
        for (String key : tenants(tenant)) {
            Optional<TenantSetup> setup = setups.servedAndReadable(key);
            for (Feed feed : Feed.values()) {
                boolean wanted = setup.filter(s -> s.follows(feed)).isPresent();
                if (wanted || polled.containsKey(feed.workflowId(key))) {
                    loops.add(loop(key, feed, setup, wanted, found));
                }
            }
        }
        return loops;
    }

    private List<String> tenants(@Nullable String tenant) {
        if (tenant == null) {
            return setups.tenants().stream().sorted(Comparator.naturalOrder()).toList();
        }
        NotFound.unless(() -> setups.requireKnown(tenant, null));
        return List.of(tenant);
    }

    private Loop loop(String tenant, Feed feed, Optional<TenantSetup> setup, boolean wanted, Found found) {
        String id = feed.workflowId(tenant);
        FeedLists.Loop polled = found.polled().getOrDefault(id, FeedLists.Loop.fresh(tenant, feed));
        LoopBook.Look look = found.looks().get(id);
        String pausedBy = polled.pausedBy();
        FeedSetup.Pace pace =
                setup.map(TenantSetup::feeds).orElse(FeedSetup.DEFAULT).pace(feed);
        return new Loop(
                tenant,
                feed,
                wanted
                        ? state(
                                new Fares(pausedBy != null, polled.polledAt() != null, polled.failures()),
                                look,
                                found.standstill(),
                                time.instant())
                        : notWanted(tenant),
                pausedBy == null ? null : new Loop.Pause(pausedBy, polled.pausedAt()),
                polled.polledAt(),
                polled.newsAt(),
                polled.idle(),
                polled.failures(),
                look == null ? null : look.expectedAt(),
                pace(polled.every(), pace),
                openBatches(tenant, feed, found.batches()),
                found.foreign().stream()
                        .filter(one -> one.tenant().equals(tenant) && one.feed() == feed)
                        .mapToInt(FeedLists.Foreign::batches)
                        .sum());
    }

    /** How a loop that the set-up wants fares by the books. */
    record Fares(boolean paused, boolean polled, int failures) {}

    /** The state of a loop that the set-up wants. */
    static Loop.State state(Fares fares, LoopBook.@Nullable Look look, Standstill standstill, Instant now) {
        if (fares.paused()) {
            return Loop.State.PAUSED;
        }
        if (standstill.nothingMoves()) {
            return Loop.State.STANDS_STILL;
        }
        if (look != null && look.isLate(now)) {
            return Loop.State.LATE;
        }
        return fares.failures() > 0 ? Loop.State.FAILS : fares.polled() ? Loop.State.POLLS : Loop.State.NOT_POLLED_YET;
    }

    private Loop.State notWanted(String tenant) {
        return setups.serviceState(new OutsideSystem.Place(tenant, ""))
                .map(serviceState -> Word.twin(Loop.State.class, serviceState.state()))
                .orElse(Loop.State.NOT_IN_SET_UP);
    }

    private static Loop.Pace pace(@Nullable Duration byOperator, FeedSetup.Pace setup) {
        FeedSetup.Quiet quiet = setup.quiet();
        return new Loop.Pace(
                byOperator == null ? setup.shortest() : byOperator,
                byOperator == null ? setup.longest() : byOperator,
                byOperator != null,
                quiet == null ? null : new Loop.Quiet(quiet.from(), quiet.until()));
    }

    private static List<Loop.OpenBatch> openBatches(String tenant, Feed feed, List<FeedLists.OpenBatch> batches) {
        return batches.stream()
                .filter(batch -> batch.tenant().equals(tenant) && batch.feed() == feed)
                .map(batch -> new Loop.OpenBatch(
                        batch.kind(), batch.batchNo(), batch.stored(), batch.foreign(), batch.openedAt()))
                .toList();
    }
}
