package se.brygga.workflows.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.transfer.ShopOrderActivities.ChangeFound;

class OrderChangeTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void endsAtOnceWhenNothingThatMattersHasChanged() {
        stage.awaitEndOf(stage.startWatch());

        assertThat(stage.calls.made()).containsExactly("compareOrder");
    }

    @Test
    void waitsUntilAPersonTakesNote() {
        stage.shop.compare.answers(new ChangeFound(Cause.CHANGED_AFTER_TRANSFER));
        WorkflowStub watch = stage.startWatch();
        stage.awaitAttention(watch, Cause.CHANGED_AFTER_TRANSFER);

        stage.decide(watch, new Decision("d-1", Decision.Kind.SKIP, "anna", "changed in Specter too", null, null));

        stage.awaitEndOf(watch);
        assertThat(stage.calls.made()).containsExactly("compareOrder", "recordDecision skip");
    }

    @Test
    void endsByItselfWhenTheShopsOrderIsAgainWhatWasSent() {
        stage.shop.compare.answers(new ChangeFound(Cause.CHANGED_AFTER_TRANSFER));
        WorkflowStub watch = stage.startWatch();
        stage.awaitAttention(watch, Cause.CHANGED_AFTER_TRANSFER);

        stage.changeInShop(watch);

        stage.awaitEndOf(watch);
        assertThat(stage.calls.countOf("compareOrder")).isEqualTo(2);
    }
}
