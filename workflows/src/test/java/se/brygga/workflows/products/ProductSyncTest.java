package se.brygga.workflows.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.workflows.stage.ScriptedFeed;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.stage.Trouble;

/** The looks are the retries of one activity: idle ones leave no trace in the history. */
@Tag("slow")
class ProductSyncTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void looksAtItsStartAndThenAtThePaceWithoutAnEvent() {
        WorkflowStub sync = stage.startProducts();
        stage.awaitPause(sync);
        int events = stage.eventsOf(sync).size();

        stage.letPass(ScriptedFeed.INTERVAL.multipliedBy(3).plusSeconds(30));

        assertThat(stage.calls.made()).containsExactly("sync afresh", "sync paced", "sync paced", "sync paced");
        assertThat(stage.eventsOf(sync)).hasSize(events).doesNotContain(EventType.EVENT_TYPE_TIMER_STARTED);
    }

    @Test
    void looksAtOnceWhenAWebHookPokesAndThenAtThePaceAgain() {
        WorkflowStub sync = stage.startProducts();
        stage.awaitPause(sync);

        sync.signal("poke");

        awaitCalls("sync afresh", "sync at_once");
        stage.letPass(ScriptedFeed.INTERVAL.plusSeconds(10));
        awaitCalls("sync afresh", "sync at_once", "sync paced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotSent", "OutcomeUnknown", "Busy", "Outage", "Refused"})
    void aLookThatAPokeAskedForIsMadeUpForWhenItsFailureSays(String failure) {
        WorkflowStub sync = stage.startProducts();
        stage.awaitPause(sync);
        stage.products.sync.fails(ScriptedFeed.later(failure));

        sync.signal("poke");

        awaitCalls("sync afresh", "sync at_once");
        stage.letPass(ScriptedFeed.INTERVAL.plusSeconds(10));
        awaitCalls("sync afresh", "sync at_once", "sync at_once");
    }

    @Test
    void goesOnAfterADefectAndBeginsAnewInGoodTime() {
        stage.products.sync.alwaysFails(Trouble.ourFault());
        WorkflowStub sync = stage.startProducts();

        stage.letPass(Duration.ofHours(5));

        stage.awaitEvent(sync, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
        assertThat(stage.historyOf(sync.getExecution()).getEvents()).hasSizeLessThan(1500);
    }

    @Test
    void endsWhenItIsCancelled() {
        WorkflowStub sync = stage.startProducts();
        stage.awaitPause(sync);

        sync.cancel();

        assertThatThrownBy(() -> stage.awaitEndOf(sync))
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
    }

    private void awaitCalls(String... calls) {
        await().untilAsserted(() -> assertThat(stage.calls.made()).containsExactly(calls));
    }
}
