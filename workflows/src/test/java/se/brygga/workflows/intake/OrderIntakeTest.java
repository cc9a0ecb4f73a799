package se.brygga.workflows.intake;

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
class OrderIntakeTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void sweepsAtItsStartAndThenLooksAtThePaceWithoutAnEvent() {
        WorkflowStub intake = stage.startIntake();
        stage.awaitPause(intake);
        int events = stage.eventsOf(intake).size();

        stage.letPass(ScriptedFeed.INTERVAL.multipliedBy(3).plusSeconds(30));

        assertThat(stage.calls.made()).containsExactly("look afresh", "look paced", "look paced", "look paced");
        assertThat(stage.eventsOf(intake)).hasSize(events).doesNotContain(EventType.EVENT_TYPE_TIMER_STARTED);
    }

    @Test
    void looksAtOnceWhenPokedAndThenAtThePaceAgain() {
        WorkflowStub intake = stage.startIntake();
        stage.awaitPause(intake);

        intake.signal("poke");

        awaitCalls("look afresh", "look at_once");
        stage.letPass(ScriptedFeed.INTERVAL.plusSeconds(10));
        awaitCalls("look afresh", "look at_once", "look paced");
    }

    /** The pace is at its slowest when a shop has been away, and the poke may be the only one. */
    @ParameterizedTest
    @ValueSource(strings = {"NotSent", "OutcomeUnknown", "Busy", "Outage", "Refused"})
    void aLookThatAPokeAskedForIsMadeUpForWhenItsFailureSays(String failure) {
        WorkflowStub intake = stage.startIntake();
        stage.awaitPause(intake);
        stage.intake.look.fails(ScriptedFeed.later(failure)).fails(ScriptedFeed.later(failure));

        intake.signal("poke");

        awaitCalls("look afresh", "look at_once");
        stage.letPass(ScriptedFeed.INTERVAL.plusSeconds(10));
        awaitCalls("look afresh", "look at_once", "look at_once");
        stage.letPass(ScriptedFeed.INTERVAL.plusSeconds(10));
        awaitCalls("look afresh", "look at_once", "look at_once", "look at_once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotSent", "OutcomeUnknown", "Busy", "Refused"})
    void sweepsAsSoonAsTheShopAnswersAgain(String failure) {
        stage.intake.look.fails(ScriptedFeed.later(failure)).fails(ScriptedFeed.later(failure));

        stage.startIntake();
        stage.letPass(ScriptedFeed.INTERVAL.multipliedBy(3).plusSeconds(30));

        assertThat(stage.calls.made()).containsExactly("look afresh", "look afresh", "look afresh", "look paced");
    }

    @Test
    void aPokeDuringAnOutageDoesNotReplaceTheSweep() {
        stage.intake.look.fails(ScriptedFeed.later("NotSent"));
        WorkflowStub intake = stage.startIntake();
        stage.awaitPause(intake);

        intake.signal("poke");

        awaitCalls("look afresh", "look at_once", "look afresh");
    }

    @Test
    void goesOnAfterADefectButNotAtOnce() {
        stage.intake.look.fails(Trouble.ourFault());

        stage.startIntake();
        stage.letPass(Duration.ofMinutes(4));
        assertThat(stage.calls.made()).containsExactly("look afresh");

        stage.letPass(Duration.ofMinutes(3));
        assertThat(stage.calls.made()).startsWith("look afresh", "look afresh");
    }

    @Test
    void beginsAnewInGoodTimeWithASweep() {
        stage.intake.look.alwaysFails(Trouble.ourFault());
        WorkflowStub intake = stage.startIntake();

        stage.letPass(Duration.ofHours(5));

        stage.awaitEvent(intake, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW);
        assertThat(stage.historyOf(intake.getExecution()).getEvents()).hasSizeLessThan(1500);
    }

    @Test
    void endsWhenItIsCancelled() {
        WorkflowStub intake = stage.startIntake();
        stage.awaitPause(intake);

        intake.cancel();

        assertThatThrownBy(() -> stage.awaitEndOf(intake))
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
    }

    private void awaitCalls(String... calls) {
        await().untilAsserted(() -> assertThat(stage.calls.made()).containsExactly(calls));
    }
}
