package se.brygga.workflows.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.CanceledFailure;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.stage.ScriptedCallbacks;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.stage.Trouble;

@Tag("slow")
class StatusCallbackTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void reportsTheInboxAndEnds() {
        WorkflowStub callback = stage.startCallback();

        stage.awaitEndOf(callback);

        assertThat(stage.calls.made()).containsExactly("reportInbox");
        assertThat(stage.attribute(callback, SearchKeys.STATE)).isEqualTo("reported");
    }

    @Test
    void looksAgainWhenNewsComeWhileItReports() {
        CountDownLatch reported = new CountDownLatch(1);
        stage.callbacks.report.answersAfter(() -> Stage.waitFor(reported), ScriptedCallbacks.ALL);
        WorkflowStub callback = stage.startCallback();

        callback.signal("changedInSpecter");
        reported.countDown();

        stage.awaitEndOf(callback);
        assertThat(stage.calls.made()).containsExactly("reportInbox", "reportInbox");
    }

    @Test
    void triesAgainThroughAnOutage() {
        stage.callbacks.report.fails(Trouble.notSent()).fails(Trouble.outcomeUnknown());

        stage.awaitEndOf(stage.startCallback());

        assertThat(stage.calls.made()).containsExactly("reportInbox", "reportInbox", "reportInbox");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {
                "STATUS_NOT_IN_SHOP",
                "STATUS_REFUSED",
                "PAYMENT_REFUSED",
                "TRACKING_REFUSED",
                "STARWEB_RIGHTS_MISSING",
                "STATUS_NOT_TAKEN",
                "PAYMENT_NOT_CAPTURED",
                "SETUP_MISSING"
            })
    void waitsAndLooksAgainAfterARetry(Cause cause) {
        WorkflowStub callback = waiting(cause);
        assertThat(stage.attribute(callback, SearchKeys.STATE)).isEqualTo("waiting");

        stage.decide(callback, decision(Decision.Kind.RETRY, null, null));

        stage.awaitEndOf(callback);
        assertThat(stage.calls.made()).containsExactly("reportInbox", "recordCallbackDecision retry", "reportInbox");
        assertThat(stage.attribute(callback, SearchKeys.CAUSE)).isNull();
        assertThat(stage.attribute(callback, SearchKeys.STATE)).isEqualTo("reported");
    }

    @Test
    void reportsTheRestAfterASkip() {
        WorkflowStub callback = waiting(Cause.PAYMENT_NOT_CAPTURED);

        stage.decide(callback, decision(Decision.Kind.SKIP, "captured by hand", null));

        stage.awaitEndOf(callback);
        assertThat(stage.calls.made()).containsExactly("reportInbox", "recordCallbackDecision skip", "reportInbox");
    }

    @Test
    void waitsAnewWhenARetryHelpsNothing() {
        WorkflowStub callback = waiting(Cause.STATUS_NOT_IN_SHOP);
        stage.callbacks.report.answers(ScriptedCallbacks.waitsFor(Cause.STATUS_REFUSED));

        stage.decide(callback, decision(Decision.Kind.RETRY, null, null));

        stage.awaitAttention(callback, Cause.STATUS_REFUSED);
    }

    @Test
    void newsDoNotEndAWait() {
        WorkflowStub callback = waiting(Cause.STATUS_REFUSED);

        callback.signal("changedInSpecter");
        stage.changeInShop(callback);
        stage.decide(callback, decision(Decision.Kind.SKIP, "known", null));

        stage.awaitEndOf(callback);
        assertThat(stage.calls.made()).containsExactly("reportInbox", "recordCallbackDecision skip", "reportInbox");
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"STARWEB_REFUSED", "INTERNAL_ERROR"})
    void refusesToBeDoneByHandAlsoWhereATransferAllowsIt(Cause cause) {
        WorkflowStub callback = waiting(cause);

        assertThatThrownBy(() -> stage.decide(callback, decision(Decision.Kind.DONE_BY_HAND, "did it", 77L)))
                .isInstanceOf(WorkflowUpdateException.class)
                .rootCause()
                .hasMessageContaining("reported with retry, or left with skip");
        assertThat(stage.calls.made()).containsExactly("reportInbox");
    }

    @Test
    void refusesToSendAnyway() {
        WorkflowStub callback = waiting(Cause.STATUS_REFUSED);

        assertThatThrownBy(() -> stage.decide(callback, decision(Decision.Kind.SEND_ANYWAY, "agreed", null)))
                .isInstanceOf(WorkflowUpdateException.class)
                .rootCause()
                .hasMessageContaining("only with one of retry, skip");
    }

    @Test
    void refusesADecisionWhenNothingWaits() {
        CountDownLatch reported = new CountDownLatch(1);
        stage.callbacks.report.answersAfter(() -> Stage.waitFor(reported), ScriptedCallbacks.ALL);
        WorkflowStub callback = stage.startCallback();

        assertThatThrownBy(() -> stage.decide(callback, decision(Decision.Kind.SKIP, "too early", null)))
                .rootCause()
                .hasMessageContaining("nothing waits for a decision here");

        reported.countDown();
        stage.awaitEndOf(callback);
        assertThat(stage.callbackBooks.decisions()).isEmpty();
    }

    @Test
    void theSameDecisionSentTwiceCountsOnce() {
        WorkflowStub callback = waiting(Cause.STATUS_REFUSED);
        Decision decision = decision(Decision.Kind.RETRY, null, null);

        stage.decide(callback, decision);
        stage.decide(callback, decision);

        stage.awaitEndOf(callback);
        assertThat(stage.callbackBooks.decisions()).containsExactly(decision);
    }

    @Test
    void anUnforeseenFailureWaitsAsInternalError() {
        stage.callbacks.report.fails(Trouble.ourFault());
        WorkflowStub callback = stage.startCallback();

        stage.awaitAttention(callback, Cause.INTERNAL_ERROR);
        stage.decide(callback, decision(Decision.Kind.RETRY, null, null));

        stage.awaitEndOf(callback);
        assertThat(stage.calls.made())
                .containsExactly(
                        "reportInbox",
                        "parkCallback internal-error OurFault",
                        "recordCallbackDecision retry",
                        "reportInbox");
    }

    @Test
    void endsWhenItIsCancelledWhileItWaits() {
        WorkflowStub callback = waiting(Cause.STATUS_REFUSED);

        callback.cancel();

        assertCancelled(callback);
    }

    @Test
    void endsWhenItIsCancelledDuringAnOutageAndLeavesNoNote() {
        stage.callbacks.report.alwaysFails(Trouble.notSent());
        WorkflowStub callback = stage.startCallback();
        stage.awaitPause(callback);

        callback.cancel();

        assertCancelled(callback);
        assertThat(stage.calls.made()).allMatch("reportInbox"::equals);
    }

    private void assertCancelled(WorkflowStub callback) {
        assertThatThrownBy(() -> stage.awaitEndOf(callback))
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
    }

    private WorkflowStub waiting(Cause cause) {
        stage.callbacks.report.answers(ScriptedCallbacks.waitsFor(cause));
        WorkflowStub callback = stage.startCallback();
        stage.awaitAttention(callback, cause);
        return callback;
    }

    private static Decision decision(Decision.Kind kind, @Nullable String reason, @Nullable Long number) {
        return new Decision("d-1", kind, "anna", reason, number, null);
    }
}
