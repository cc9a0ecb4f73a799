package se.brygga.workflows.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.brygga.workflows.products.InitialActivities.Next;
import se.brygga.workflows.stage.ScriptedFeed;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.stage.Trouble;

/** Where the sync stands is in the books: the workflow advances it, and waits for a poke. */
@Tag("slow")
class InitialSyncTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void plansAtItsStartAndAdvancesWithEachPokeUntilTheEnd() {
        WorkflowStub sync = stage.startInitial();
        awaitCalls(1);
        stage.initial.advance.answers(Next.ENDS);

        sync.signal("poke");

        stage.awaitEndOf(sync);
        assertThat(stage.calls.made()).containsExactly("advance", "advance");
    }

    @Test
    void looksAtARunAgainAndAgainWithoutAnEvent() {
        stage.initial
                .advance
                .fails(ScriptedFeed.nothingNew())
                .fails(ScriptedFeed.nothingNew())
                .answers(Next.ENDS);
        WorkflowStub sync = stage.startInitial();

        stage.letPass(ScriptedFeed.INTERVAL.multipliedBy(3));

        stage.awaitEndOf(sync);
        assertThat(stage.calls.made()).containsExactly("advance", "advance", "advance");
        assertThat(stage.eventsOf(sync)).doesNotContain(EventType.EVENT_TYPE_TIMER_STARTED);
    }

    @Test
    void outlivesAnOutageAndADefect() {
        stage.initial
                .advance
                .fails(ScriptedFeed.later("NotSent"))
                .fails(Trouble.ourFault())
                .answers(Next.ENDS);
        WorkflowStub sync = stage.startInitial();

        stage.letPass(Duration.ofMinutes(20));

        stage.awaitEndOf(sync);
    }

    private void awaitCalls(int number) {
        await().untilAsserted(() -> assertThat(stage.calls.made()).hasSize(number));
    }
}
