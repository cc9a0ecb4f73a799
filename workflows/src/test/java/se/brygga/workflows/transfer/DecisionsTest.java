package se.brygga.workflows.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.NothingWaits;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.UpdateRefused;
import se.brygga.workflows.stage.ScriptedShop;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.transfer.OrderTransferWorkflow.TransferResult;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;

@Tag("slow")
class DecisionsTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void retryLooksAgain() {
        WorkflowStub transfer = waiting(Cause.PAYMENT_NOT_MAPPED);

        stage.decide(transfer, decision(Decision.Kind.RETRY, null, null));

        assertThat(stage.resultOf(transfer).specterNumber()).isEqualTo(5001);
        assertThat(stage.books.decisions()).hasSize(1);
    }

    @Test
    void sendAnywayAcceptsTheTotalsInTheBooksAndLeavesTheRulesOn() {
        WorkflowStub transfer = waiting(Cause.TOTALS_DIFFER);

        stage.decide(transfer, decision(Decision.Kind.SEND_ANYWAY, "agreed", null));

        assertThat(stage.resultOf(transfer).specterNumber()).isEqualTo(5001);
        assertThat(stage.calls.made())
                .containsSubsequence("fetchOrder", "recordDecision send-anyway", "fetchOrder", "submitOrder")
                .doesNotContain("fetchOrder overridden");
    }

    @Test
    void skipEndsTheTransferWithoutSpecter() {
        WorkflowStub transfer = waiting(Cause.TOTALS_DIFFER);

        stage.decide(transfer, decision(Decision.Kind.SKIP, "test order", null));

        assertThat(stage.resultOf(transfer)).isEqualTo(TransferResult.skipped(TransferRules.OPERATOR));
        assertThat(stage.calls.countOf("submitOrder")).isZero();
    }

    @Test
    void skipOfTheMarkLeavesTheOrderTransferred() {
        stage.shop.mark.answers(new StepResult.Parked(Cause.NOT_MARKED_IN_SHOP));
        WorkflowStub transfer = stage.startTransfer();
        stage.awaitAttention(transfer, Cause.NOT_MARKED_IN_SHOP);

        stage.decide(transfer, decision(Decision.Kind.SKIP, "known", null));

        assertThat(stage.resultOf(transfer).specterNumber()).isEqualTo(5001);
    }

    @Test
    void skipOfTheInvoiceStillMarksTheShop() {
        stage.shop.fetch.answers(new Fetched.Ready(ScriptedShop.FACTS, true, 0, true));
        stage.specter.invoice.answers(new StepResult.Parked(Cause.SPECTER_REFUSED_INVOICE));
        WorkflowStub transfer = stage.startTransfer();
        stage.awaitAttention(transfer, Cause.SPECTER_REFUSED_INVOICE);
        stage.shop.fetch.answers(new Fetched.AlreadyTransferred(5001, false, false));

        stage.decide(transfer, decision(Decision.Kind.SKIP, "made it in Specter", null));

        assertThat(stage.resultOf(transfer).specterNumber()).isEqualTo(5001);
        assertThat(stage.calls.made()).contains("markOrder 5001");
    }

    @Test
    void doneByHandMarksTheShopWithTheNumberGiven() {
        stage.specter.submit.answers(new StepResult.Parked(Cause.SENT_NUMBER_UNKNOWN));
        WorkflowStub transfer = stage.startTransfer();
        stage.awaitAttention(transfer, Cause.SENT_NUMBER_UNKNOWN);
        stage.shop.fetch.answers(new Fetched.AlreadyTransferred(77, false, false));

        stage.decide(transfer, decision(Decision.Kind.DONE_BY_HAND, "found it", 77L));

        assertThat(stage.resultOf(transfer).specterNumber()).isEqualTo(77);
        assertThat(stage.calls.made()).contains("markOrder 77");
    }

    @Test
    void waitsOnWhenTheDecisionCannotBeFollowed() {
        WorkflowStub transfer = waiting(Cause.NUMBER_ALREADY_USED);
        stage.books.record.answers(new Recorded.Refused(Reason.NUMBER_OF_ANOTHER.of(77, null)));

        assertThatThrownBy(() -> stage.decide(transfer, decision(Decision.Kind.DONE_BY_HAND, "found it", 77L)))
                .rootCause()
                .satisfies(failure -> assertThat(UpdateRefused.in((ApplicationFailure) failure))
                        .hasValue(Reason.NUMBER_OF_ANOTHER.of(77, null)));

        stage.awaitAttention(transfer, Cause.NUMBER_ALREADY_USED);
        stage.decide(transfer, new Decision("d-2", Decision.Kind.SKIP, "anna", "ours", null, null));
        assertThat(stage.resultOf(transfer)).isEqualTo(TransferResult.skipped(TransferRules.OPERATOR));
    }

    @Test
    void theSameDecisionSentTwiceCountsOnce() {
        WorkflowStub transfer = waiting(Cause.PAYMENT_NOT_MAPPED);
        Decision decision = decision(Decision.Kind.RETRY, null, null);

        stage.decide(transfer, decision);
        stage.decide(transfer, decision);

        stage.resultOf(transfer);
        assertThat(stage.books.decisions()).containsExactly(decision);
    }

    @Test
    void aChangeInTheShopEndsAWaitThatItMayCure() {
        WorkflowStub transfer = waiting(Cause.ADDRESS_UNUSABLE);

        stage.changeInShop(transfer);

        assertThat(stage.resultOf(transfer).specterNumber()).isEqualTo(5001);
    }

    @Test
    void aChangeInTheShopDoesNotEndAWaitThatItCannotCure() {
        WorkflowStub transfer = waiting(Cause.NUMBER_ALREADY_USED);

        stage.changeInShop(transfer);
        stage.decide(transfer, decision(Decision.Kind.SKIP, "ours", null));

        stage.resultOf(transfer);
        assertThat(stage.calls.countOf("fetchOrder")).isEqualTo(1);
    }

    @Test
    void looksAgainWhenItIsToldThatTheBooksKnowTheAnswer() {
        stage.specter.submit.answers(new StepResult.Parked(Cause.SENT_NUMBER_UNKNOWN));
        WorkflowStub transfer = stage.startTransfer();
        stage.awaitAttention(transfer, Cause.SENT_NUMBER_UNKNOWN);
        stage.shop.fetch.answers(new Fetched.AlreadyTransferred(5001, false, false));

        transfer.signal("recheck");

        assertThat(stage.resultOf(transfer).specterNumber()).isEqualTo(5001);
        assertThat(stage.calls.made()).contains("markOrder 5001");
    }

    @Test
    void refusesADecisionThatTheCauseDoesNotAllow() {
        WorkflowStub transfer = waiting(Cause.SENT_NUMBER_UNKNOWN);

        assertThatThrownBy(() -> stage.decide(transfer, decision(Decision.Kind.SKIP, "no", null)))
                .isInstanceOf(WorkflowUpdateException.class)
                .rootCause()
                .hasMessageContaining("done-by-hand, retry")
                .satisfies(failure -> assertThat(UpdateRefused.in((ApplicationFailure) failure))
                        .hasValue(Decision.Kind.SKIP.notAllowed(Cause.SENT_NUMBER_UNKNOWN)));
    }

    @Test
    void refusesAnotherNumberForAnOrderThatIsInSpecterAlready() {
        stage.shop.mark.answers(new StepResult.Parked(Cause.INTERNAL_ERROR));
        WorkflowStub transfer = stage.startTransfer();
        stage.awaitAttention(transfer, Cause.INTERNAL_ERROR);

        assertThatThrownBy(() -> stage.decide(transfer, decision(Decision.Kind.DONE_BY_HAND, "did it", 77L)))
                .rootCause()
                .hasMessageContaining("in Specter already, as number 5001");

        stage.decide(transfer, decision(Decision.Kind.RETRY, null, null));
        assertThat(stage.resultOf(transfer).specterNumber()).isEqualTo(5001);
    }

    @Test
    void refusesADecisionAboutAnotherCauseThanTheOrderWaitsForNow() {
        WorkflowStub transfer = waiting(Cause.ADDRESS_UNUSABLE);
        Decision late = new Decision("d-1", Decision.Kind.SKIP, "anna", "bad weather", null, Cause.TOTALS_DIFFER);

        assertThatThrownBy(() -> stage.decide(transfer, late))
                .rootCause()
                .hasMessageContaining("now waits for \"address-unusable\"");

        stage.decide(transfer, new Decision("d-2", Decision.Kind.SKIP, "anna", "ok", null, Cause.ADDRESS_UNUSABLE));
        assertThat(stage.resultOf(transfer)).isEqualTo(TransferResult.skipped(TransferRules.OPERATOR));
    }

    @ParameterizedTest
    @EnumSource(
            value = Decision.Kind.class,
            names = {"SEND_ANYWAY", "SKIP"})
    void refusesADecisionWithoutAReason(Decision.Kind kind) {
        WorkflowStub transfer = waiting(Cause.TOTALS_DIFFER);

        assertThatThrownBy(() -> stage.decide(transfer, decision(kind, " ", null)))
                .rootCause()
                .hasMessageContaining("say why");
    }

    @Test
    void ofTwoDecisionsInOneMomentOneIsFollowedAndTheOtherIsToldOfIt() {
        CountDownLatch recording = new CountDownLatch(1);
        CountDownLatch recorded = new CountDownLatch(1);
        stage.books.record.answersAfter(
                () -> {
                    recording.countDown();
                    Stage.waitFor(recorded);
                },
                new Recorded.Followed());
        WorkflowStub transfer = waiting(Cause.TOTALS_DIFFER);
        CompletableFuture<Void> skip = CompletableFuture.runAsync(
                () -> stage.decide(transfer, decision(Decision.Kind.SKIP, "test order", null)));
        Stage.waitFor(recording);

        assertThatThrownBy(() -> stage.decide(
                        transfer, new Decision("d-2", Decision.Kind.RETRY, "bertil", null, null, Cause.TOTALS_DIFFER)))
                .rootCause()
                .hasMessageContaining("anna decided skip at ");

        recorded.countDown();
        skip.join();
        assertThat(stage.resultOf(transfer)).isEqualTo(TransferResult.skipped(TransferRules.OPERATOR));
    }

    @Test
    void whoDecidesWhileTheOrderIsLookedAtIsToldThatNothingWaits() {
        CountDownLatch looking = new CountDownLatch(1);
        WorkflowStub transfer = waiting(Cause.TOTALS_DIFFER);
        stage.shop.fetch.answersAfter(() -> Stage.waitFor(looking), new Fetched.Parked(Cause.TOTALS_DIFFER));
        stage.decide(transfer, decision(Decision.Kind.RETRY, null, null));

        assertThatThrownBy(() -> stage.decide(
                        transfer, new Decision("d-2", Decision.Kind.SKIP, "bertil", "no", null, Cause.TOTALS_DIFFER)))
                .rootCause()
                .isInstanceOfSatisfying(ApplicationFailure.class, failure -> {
                    assertThat(NothingWaits.isIn(failure)).isTrue();
                    assertThat(failure.getOriginalMessage()).contains("anna decided retry at ");
                });
        looking.countDown();
    }

    @ParameterizedTest
    @CsvSource({
        "RETRY,,say who decides",
        "retry,' ',say who decides",
        "skipp,anna,did you mean \"skip\"?",
        "skip,anna,say why"
    })
    void refusesInWordsWhatSomebodyTypesInTheTemporalUi(String kind, @Nullable String by, String why) {
        WorkflowStub transfer = waiting(Cause.TOTALS_DIFFER);
        Map<String, Object> typed = by == null ? Map.of("kind", kind) : Map.of("kind", kind, "by", by);

        assertThatThrownBy(() -> transfer.update("decide", Void.class, typed))
                .rootCause()
                .hasMessageContaining(why);

        transfer.update("decide", Void.class, Map.of("kind", "Send-Anyway", "by", "anna", "reason", "agreed"));
        assertThat(stage.resultOf(transfer).specterNumber()).isEqualTo(5001);
        assertThat(stage.books.decisions())
                .singleElement()
                .satisfies(taken -> assertThat(taken.id()).isNotBlank());
    }

    @Test
    void refusesDoneByHandWithoutANumber() {
        WorkflowStub transfer = waiting(Cause.TOTALS_DIFFER);

        assertThatThrownBy(() -> stage.decide(transfer, decision(Decision.Kind.DONE_BY_HAND, "did it", null)))
                .rootCause()
                .hasMessageContaining("needs Specter's order number");
    }

    private WorkflowStub waiting(Cause cause) {
        stage.shop.fetch.answers(new Fetched.Parked(cause));
        WorkflowStub transfer = stage.startTransfer();
        stage.awaitAttention(transfer, cause);
        return transfer;
    }

    private static Decision decision(Decision.Kind kind, @Nullable String reason, @Nullable Long number) {
        return new Decision("d-1", kind, "anna", reason, number, null);
    }
}
