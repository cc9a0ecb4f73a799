package se.brygga.worker.loops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Scheduled;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.file.SetupFile;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.intake.OrderIntakeWorkflow;
import se.brygga.workflows.products.InitialSyncWorkflow;
import se.brygga.workflows.products.ProductSyncWorkflow;

/** A thousand tenants: what does not run is started within a minute, with few calls and no flood of starts. */
class ManyLoopsTest {

    private static final int TENANTS = 1000;
    /** An intake, its orders and its stock for each. */
    private static final int LOOPS = 3 * TENANTS;

    /** Of Temporal, by each worker, in a minute: as process.md says. */
    private static final int LOOKS = 3;

    private static final String STOCK_OF_500 = "stock/tenant-500";

    private final CountingEngine engine = new CountingEngine();
    private final List<String> late = new ArrayList<>();
    private final LoopKeeper keeper = new LoopKeeper(new InMemory(), engine);

    private static final List<TenantSetup> SETUPS =
            IntStream.range(0, TENANTS).mapToObj(ManyLoopsTest::setup).toList();

    private static TenantSetup setup(int number) {
        return SetupFile.read("""
                tenant: tenant-%d
                package: 400
                flow: combined
                specter: { baseUrl: "http://127.0.0.1/", sbmId: %d, apiUserId: 7, apiUserKey: 0123456789abcdef0123456789abcdef, integrationKey: 11111111-2222-3333-4444-555555555555 }
                shops:
                  - shop: shop
                    webshopId: 1
                    starweb: { baseUrl: "http://127.0.0.1/%d/api/v2", clientId: a.b%d, clientSecret: s }
                    orders:
                      transferWhen: [created]
                      payments: { klarna: { code: KG } }
                      shipping: { postnord: { article: FRAKT } }
                      articles: { discount: RABATT, fee: AVGIFT, rounding: AVRUNDNING }
                    stock: { publish: available }
                """.formatted(number, number + 1, number, number), name -> Optional.empty())
                .setups()
                .getFirst();
    }

    /** As the worker's timers do, by what stands at the methods. */
    private void aMinute() {
        int looks = timesAMinute("lookAfter");
        int keeps = timesAMinute("keep");
        for (int look = 0; look < looks; look++) {
            keeper.lookAfter();
            for (int i = 0; i < keeps / looks; i++) {
                keeper.keep();
            }
        }
    }

    private static int timesAMinute(String method) {
        try {
            Scheduled timer = LoopKeeper.class.getDeclaredMethod(method).getAnnotation(Scheduled.class);
            Duration pause = Duration.parse(
                    Objects.requireNonNull(timer, method + " runs by itself").fixedDelayString());
            return (int) Duration.ofMinutes(1).dividedBy(pause);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aMinuteHasALookAndManyStartsAfterIt() {
        assertThat(timesAMinute("lookAfter")).isEqualTo(LOOKS);
        assertThat(timesAMinute("keep") / LOOKS).isPositive();
    }

    @Test
    void startsAllWithinAMinuteAndNotAllAtOnce() {
        keeper.keep();
        assertThat(engine.starts).isEqualTo(LoopKeeper.STARTS);

        aMinute();

        assertThat(engine.running).hasSize(LOOPS);
        assertThat(engine.starts).isEqualTo(LOOPS);
    }

    @Test
    void aLoopThatWasEndedByMistakeRunsAgainWithinAMinuteForAFewCalls() {
        aMinute();
        engine.forgetCalls();
        engine.end(STOCK_OF_500);

        aMinute();

        assertThat(engine.running).contains(STOCK_OF_500);
        assertThat(engine.starts).isOne();
        assertThat(engine.lists).isEqualTo(LOOKS);
        assertThat(engine.questions).isEqualTo(LOOKS * LoopKeeper.SAMPLES);
    }

    @Test
    void anEngineThatLostItsMemoryHasAllLoopsAgainWithinAMinute() {
        aMinute();
        engine.loseMemory();

        aMinute();

        assertThat(engine.running).hasSize(LOOPS);
    }

    @Test
    void loopsThatAreLateForOtherReasonsAreNotStartedAllTheTime() {
        aMinute();
        engine.forgetCalls();
        late.addAll(engine.running);

        aMinute();

        assertThat(engine.starts).isEqualTo(LOOKS * LoopKeeper.LATE_STARTS);
        assertThat(engine.started).as("each in turn").hasSize(LOOKS * LoopKeeper.LATE_STARTS);
    }

    private final class InMemory implements LoopKeeper.Books {

        @Override
        public List<TenantSetup> setups() {
            return SETUPS;
        }

        @Override
        public List<ShopRef> initialSyncs() {
            return List.of();
        }

        @Override
        public SetupStore.NotServed notServed() {
            return new SetupStore.NotServed(List.of(), List.of());
        }

        @Override
        public List<String> late() {
            return late;
        }

        @Override
        public void kept() {}
    }

    private static final class CountingEngine implements LoopEngine {

        final Set<String> running = new HashSet<>();
        final Set<String> started = new HashSet<>();
        private final List<String> ended = new ArrayList<>();
        int starts;
        int questions;
        int lists;

        @Override
        public void end(String workflowId) {
            running.remove(workflowId);
            ended.add(workflowId);
        }

        void loseMemory() {
            running.clear();
        }

        void forgetCalls() {
            starts = 0;
            questions = 0;
            lists = 0;
            started.clear();
        }

        private void start(String workflowId) {
            starts++;
            started.add(workflowId);
            running.add(workflowId);
        }

        @Override
        public void startIntake(ShopRef shop) {
            start(OrderIntakeWorkflow.idOf(shop));
        }

        @Override
        public void startInitial(ShopRef shop) {
            start(InitialSyncWorkflow.idOf(shop));
        }

        @Override
        public void startProducts(ShopRef shop) {
            start(ProductSyncWorkflow.idOf(shop));
        }

        @Override
        public void startFeed(Feed feed, String tenant) {
            start(feed.workflowId(tenant));
        }

        @Override
        public boolean runs(String workflowId) {
            questions++;
            return running.contains(workflowId);
        }

        @Override
        public Collection<String> endedLately() {
            lists++;
            List<String> told = List.copyOf(ended);
            ended.clear();
            return told;
        }
    }
}
