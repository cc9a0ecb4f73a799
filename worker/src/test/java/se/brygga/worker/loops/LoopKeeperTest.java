package se.brygga.worker.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.file.SetupFile;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.ShopRef;

class LoopKeeperTest {

    private static final String FILE = """
            tenant: nordkajak
            package: 400
            flow: combined
            specter: { baseUrl: "http://127.0.0.1/", sbmId: 9999, apiUserId: 7, apiUserKey: 0123456789abcdef0123456789abcdef, integrationKey: 11111111-2222-3333-4444-555555555555 }
            shops:
              - shop: kajak-se
                webshopId: 1
                starweb: { baseUrl: "http://127.0.0.1/api/v2", clientId: a.b, clientSecret: s }
                orders:
                  transferWhen: [created]
                  payments: { klarna: { code: KG } }
                  shipping: { postnord: { article: FRAKT } }
                  articles: { discount: RABATT, fee: AVGIFT, rounding: AVRUNDNING }
                stock: { publish: available }
            """;

    private static final List<String> LOOPS = List.of("intake/nordkajak/kajak-se", "stock/nordkajak");

    @AutoClose
    private final TestWorkflowEnvironment engine = TestWorkflowEnvironment.newInstance(withSearchAttributes());

    private final WorkflowClient temporal = engine.getWorkflowClient();
    private List<TenantSetup> served = setups();
    private SetupStore.NotServed notServed = new SetupStore.NotServed(List.of(), List.of());
    private final List<String> late = new ArrayList<>();
    private final LoopKeeper keeper =
            new LoopKeeper(new InMemory(), new TemporalLoops(temporal, InstantSource.system()));

    private final class InMemory implements LoopKeeper.Books {

        @Override
        public List<TenantSetup> setups() {
            return served;
        }

        @Override
        public List<ShopRef> initialSyncs() {
            return List.of();
        }

        @Override
        public SetupStore.NotServed notServed() {
            return notServed;
        }

        @Override
        public List<String> late() {
            return late;
        }

        @Override
        public void kept() {}
    }

    private static TestEnvironmentOptions withSearchAttributes() {
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder();
        SearchKeys.ALL.forEach(
                key -> options.registerSearchAttribute(key.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
        return options.build();
    }

    private static List<TenantSetup> setups() {
        return SetupFile.read(FILE, name -> Optional.empty()).setups();
    }

    @BeforeEach
    void keep() {
        keeper.keep();
    }

    @Test
    void startsTheLoopsThatTheSetUpWants() {
        assertThat(LOOPS).allMatch(this::runs);
    }

    @Test
    void noticesWithTheFirstLookThatTheEngineLostItsMemory() {
        LOOPS.forEach(this::end);

        keeper.lookAfter();
        keeper.keep();

        assertThat(LOOPS).allMatch(this::runs);
    }

    @Test
    void findsASingleLoopThatIsGoneInTheCourseOfItsLooks() {
        end(LOOPS.getLast());

        LOOPS.forEach(each -> keeper.lookAfter());
        keeper.keep();

        assertThat(LOOPS).allMatch(this::runs);
    }

    @Test
    void startsALoopThatIsLateByTheBooks() {
        end(LOOPS.getLast());
        late.add(LOOPS.getLast());

        keeper.lookAfter();
        keeper.keep();

        assertThat(LOOPS).allMatch(this::runs);
    }

    @Test
    void endsTheLoopsOfATenantThatIsNotServed() {
        suspend();

        keeper.keep();

        assertThat(LOOPS).noneMatch(this::runs);
    }

    @Test
    void endsLoopsThatAnotherProcessHasStarted() {
        LoopKeeper fresh = new LoopKeeper(new InMemory(), new TemporalLoops(temporal, InstantSource.system()));
        suspend();

        fresh.keep();

        assertThat(LOOPS).noneMatch(this::runs);
    }

    @Test
    void doesNotReviveTheLoopsOfATenantThatIsNotServed() {
        suspend();
        keeper.keep();

        LOOPS.forEach(each -> keeper.lookAfter());
        keeper.keep();

        assertThat(LOOPS).noneMatch(this::runs);
    }

    @Test
    void startsTheLoopsOfAResumedTenantAndEndsThemAgain() {
        suspend();
        keeper.keep();
        resume();
        keeper.keep();
        assertThat(LOOPS).allMatch(this::runs);
        suspend();
        keeper.keep();

        assertThat(LOOPS).noneMatch(this::runs);
    }

    private void suspend() {
        served = List.of();
        notServed = new SetupStore.NotServed(List.of(new ShopRef("nordkajak", "kajak-se")), List.of("nordkajak"));
    }

    private void resume() {
        served = setups();
        notServed = new SetupStore.NotServed(List.of(), List.of());
    }

    private void end(String workflowId) {
        temporal.newUntypedWorkflowStub(workflowId).terminate("a test");
    }

    private boolean runs(String workflowId) {
        return temporal.newUntypedWorkflowStub(workflowId).describe().getStatus()
                == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }
}
