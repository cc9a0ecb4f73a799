package se.brygga.worker.loops;

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
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.intake.OrderIntakeWorkflow;
import se.brygga.workflows.products.InitialSyncWorkflow;
import se.brygga.workflows.products.ProductSyncWorkflow;

/**
 * Makes sure that each shop has its intake and its sync of products, and each tenant its feeds. Checks this at start-up, after a new set-up, and
 * after a loop was ended by mistake. Starting a loop that runs is harmless.
 */
@Component
class LoopKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(LoopKeeper.class);

    /**
     * Most starts within five seconds. All loops of a thousand tenants are started within a minute, without a flood for
     * Temporal.
     */
    static final int STARTS = 400;

    /** Most late loops that one look starts. When many are late, the machine is overloaded, and starts do not help. */
    static final int LATE_STARTS = 100;

    /** Number of loops about which one look asks Temporal. */
    static final int SAMPLES = 2;

    /** What the keeper asks the books. */
    interface Books {

        /** The set-ups of the shops that are served. */
        List<TenantSetup> setups();

        /** The shops whose initial sync has something to do without a person. */
        List<ShopRef> initialSyncs();

        /** The shops and tenants whose loops must not run. */
        SetupStore.NotServed notServed();

        /** Ids of loops that should have reported by now. */
        List<String> late();

        /** Notes that a worker looks after the loops. */
        void kept();
    }

    private final Books books;
    private final LoopEngine engine;
    /** The loops that should run, those first that were checked longest ago. */
    private final Set<String> kept = new LinkedHashSet<>();
    /** The loops that were ended here and have not been started since. */
    private final Set<String> ended = new HashSet<>();

    @Autowired
    LoopKeeper(SetupStore setups, LoopBook loops, InitialBook initial, LoopEngine engine) {
        this(
                new Books() {
                    @Override
                    public List<TenantSetup> setups() {
                        return setups.allServed();
                    }

                    @Override
                    public List<ShopRef> initialSyncs() {
                        return initial.underWay();
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
        Set<ShopRef> initial = Set.copyOf(books.initialSyncs());
        books.setups().forEach(setup -> wanted.putAll(loopsOf(setup, initial)));
        kept.retainAll(wanted.keySet());
        wanted.entrySet().stream()
                .filter(loop -> !kept.contains(loop.getKey()))
                .limit(STARTS)
                .forEach(loop -> {
                    loop.getValue().run();
                    kept.add(loop.getKey());
                    LOG.info("{} runs", loop.getKey());
                });
        // Asked last, because a loop that is suspended meanwhile may have just been started.
        endLoopsOf(books.notServed());
    }

    /** Ends the loops of shops and tenants that were suspended or removed, whichever worker started them. */
    private void endLoopsOf(SetupStore.NotServed left) {
        Set<String> none = new LinkedHashSet<>();
        left.shops().forEach(shop -> none.add(OrderIntakeWorkflow.idOf(shop)));
        left.shops().forEach(shop -> none.add(ProductSyncWorkflow.idOf(shop)));
        left.shops().forEach(shop -> none.add(InitialSyncWorkflow.idOf(shop)));
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
     * Starts within a minute what does not run. Three signs are cheap. Temporal lists what has ended lately. The books
     * know the loops that did not look when they said. An engine that lost its memory knows none of a few sample loops.
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
        restart(missing, "does not run");
        restart(engine.endedLately(), "was ended");
        // The loops that were started last are checked last.
        Set<String> late = Set.copyOf(books.late());
        restart(kept.stream().filter(late::contains).limit(LATE_STARTS).toList(), "is late");
    }

    private void restart(Collection<String> loops, String why) {
        loops.stream()
                .filter(kept::remove)
                .forEach(loop -> LOG.warn("{} {}: it is started where it does not run", loop, why));
    }

    private Map<String, Runnable> loopsOf(TenantSetup setup, Set<ShopRef> initial) {
        Map<String, Runnable> loops = new LinkedHashMap<>();
        for (ShopSetup shop : setup.shops()) {
            ShopRef ref = new ShopRef(setup.tenant(), shop.shop());
            loops.put(OrderIntakeWorkflow.idOf(ref), () -> engine.startIntake(ref));
        }
        setup.shopsWithProducts()
                .forEach(ref -> loops.put(ProductSyncWorkflow.idOf(ref), () -> engine.startProducts(ref)));
        setup.shopsWithProducts().stream()
                .filter(initial::contains)
                .forEach(ref -> loops.put(InitialSyncWorkflow.idOf(ref), () -> engine.startInitial(ref)));
        for (Feed feed : Feed.values()) {
            if (setup.follows(feed)) {
                loops.put(feed.workflowId(setup.tenant()), () -> engine.startFeed(feed, setup.tenant()));
            }
        }
        return loops;
    }
}
