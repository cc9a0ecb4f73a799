package se.brygga.worker;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.brygga.activities.feed.LoopBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.intake.OrderIntakeWorkflow;

/**
 * Sees to it that each shop has its intake and each tenant its feeds: at start-up, for those that are set up later, and for those
 * that were ended by mistake. Every start is harmless where the loop runs.
 */
@Component
class LoopKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LoopKeeper.class);

    /** At most so many in five seconds: all loops of a thousand tenants are started within a minute, and Temporal can breathe. */
    static final int STARTS = 400;

    /** Late loops that are started with one look: many are late when the machine is overloaded, and starts do not help then. */
    static final int LATE_STARTS = 100;

    /** Loops that one look asks Temporal for. */
    static final int SAMPLES = 2;

    /** What the books say. */
    interface Books {

        /** Of the shops that are served. */
        List<TenantSetup> setups();

        /** Whose loops must not run. */
        SetupStore.NotServed notServed();

        /** Ids of loops that should have told of themselves by now. */
        List<String> late();

        /** A worker looks after the loops. */
        void kept();
    }

    private final Books books;
    private final LoopEngine engine;
    /** What runs, those first that have longest not been looked at. */
    private final Set<String> kept = new LinkedHashSet<>();
    /** What was ended here and has not begun again. */
    private final Set<String> ended = new HashSet<>();

    @Autowired
    LoopKeeper(SetupStore setups, LoopBook loops, LoopEngine engine) {
        this(
                new Books() {
                    @Override
                    public List<TenantSetup> setups() {
                        return setups.allServed();
                    }

                    @Override
                    public SetupStore.NotServed notServed() {
                        return setups.notServed();
                    }

                    @Override
                    public List<String> late() {
                        return loops.late().stream()
                                .map(LoopBook.Look::workflowId)
                                .toList();
                    }

                    @Override
                    public void kept() {
                        loops.kept();
                    }
                },
                engine);
    }

    LoopKeeper(Books books, LoopEngine engine) {
        this.books = books;
        this.engine = engine;
    }

    @Scheduled(fixedDelayString = "PT5S")
    synchronized void keep() {
        books.kept();
        Map<String, Runnable> wanted = new LinkedHashMap<>();
        books.setups().forEach(setup -> wanted.putAll(loopsOf(setup)));
        kept.retainAll(wanted.keySet());
        wanted.entrySet().stream()
                .filter(loop -> !kept.contains(loop.getKey()))
                .limit(STARTS)
                .forEach(loop -> {
                    loop.getValue().run();
                    kept.add(loop.getKey());
                    LOG.info("{} runs", loop.getKey());
                });
        // Asked last: what is suspended in between was perhaps just started.
        endLoopsOf(books.notServed());
    }

    /** Of shops and tenants that were suspended or removed, whichever worker has started them. */
    private void endLoopsOf(SetupStore.NotServed left) {
        Set<String> none = new LinkedHashSet<>();
        left.shops().forEach(shop -> none.add(OrderIntakeWorkflow.idOf(shop)));
        left.tenants().forEach(tenant -> List.of(Feed.values()).forEach(feed -> none.add(feed.workflowId(tenant))));
        ended.retainAll(none);
        for (String workflowId : none) {
            boolean wasKept = kept.remove(workflowId);
            if (ended.add(workflowId) || wasKept) {
                engine.end(workflowId);
            }
        }
    }

    /**
     * What does not run is started within a minute, without a restart of ours. Three signs are cheap: Temporal lists what has ended
     * lately, the books what has not looked when it said, and an engine that lost its memory knows none of a few loops.
     */
    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    synchronized void lookAfter() {
        List<String> some = kept.stream().limit(SAMPLES).toList();
        List<String> missing = some.stream().filter(loop -> !engine.runs(loop)).toList();
        if (!some.isEmpty() && missing.size() == some.size()) {
            LOG.warn("Temporal knows none of the loops that it was asked for: all are started where they do not run");
            kept.clear();
            return;
        }
        some.forEach(kept::remove);
        kept.addAll(some);
        startAgain(missing, "does not run");
        startAgain(engine.endedLately(), "was ended");
        // Those that were started last are last in turn.
        Set<String> late = Set.copyOf(books.late());
        startAgain(kept.stream().filter(late::contains).limit(LATE_STARTS).toList(), "is late");
    }

    private void startAgain(Collection<String> loops, String why) {
        loops.stream()
                .filter(kept::remove)
                .forEach(loop -> LOG.warn("{} {}: it is started where it does not run", loop, why));
    }

    private Map<String, Runnable> loopsOf(TenantSetup setup) {
        Map<String, Runnable> loops = new LinkedHashMap<>();
        for (ShopSetup shop : setup.shops()) {
            ShopRef ref = new ShopRef(setup.tenant(), shop.shop());
            loops.put(OrderIntakeWorkflow.idOf(ref), () -> engine.startIntake(ref));
        }
        for (Feed feed : Feed.values()) {
            if (setup.follows(feed)) {
                loops.put(feed.workflowId(setup.tenant()), () -> engine.startFeed(feed, setup.tenant()));
            }
        }
        return loops;
    }
}
