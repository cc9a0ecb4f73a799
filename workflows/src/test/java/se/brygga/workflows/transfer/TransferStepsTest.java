package se.brygga.workflows.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.client.WorkflowStub;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.stage.ScriptedShop;
import se.brygga.workflows.stage.Stage;
import se.brygga.workflows.stage.Trouble;
import se.brygga.workflows.transfer.OrderTransferWorkflow.TransferResult;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;

class TransferStepsTest {

    @RegisterExtension
    final Stage stage = new Stage();

    @Test
    void createsCustomerAndArticlesThatSpecterDoesNotHave() {
        stage.shop.fetch.answers(new Fetched.Ready(ScriptedShop.FACTS, false, 2, false));

        stage.transfer();

        assertThat(stage.calls.made())
                .containsExactly(
                        "fetchOrder", "submitCustomer", "createArticles", "submitOrder for sure", "markOrder 5001");
    }

    @Test
    void makesAnInvoiceWhenTheSetUpWantsOne() {
        stage.shop.fetch.answers(new Fetched.Ready(ScriptedShop.FACTS, true, 0, true));

        stage.transfer();

        assertThat(stage.calls.made())
                .containsExactly("fetchOrder", "submitOrder", "invoiceOrder 5001", "markOrder 5001");
    }

    @Test
    void endsAsSkippedWithTheRulesName() {
        stage.shop.fetch.answers(new Fetched.Skipped(TransferRules.STATUS_NOT_CHOSEN));

        assertThat(stage.transfer()).isEqualTo(TransferResult.skipped(TransferRules.STATUS_NOT_CHOSEN));
        assertThat(stage.calls.made()).containsExactly("fetchOrder");
    }

    @Test
    void looksAgainWhenTheOrderChangedWhileItWasBeingSkipped() {
        WorkflowStub[] transfer = new WorkflowStub[1];
        stage.shop.fetch.answersAfter(
                () -> stage.client()
                        .newUntypedWorkflowStub(Question.transfer(Stage.ORDER).workflowId())
                        .signal("changedInShop"),
                new Fetched.Skipped(TransferRules.NOT_COMPLETE));

        transfer[0] = stage.startTransfer();

        assertThat(stage.resultOf(transfer[0]).specterNumber()).isEqualTo(5001);
    }

    @Test
    void marksAnOrderThatIsInSpecterButNotMarked() {
        stage.shop.fetch.answers(new Fetched.AlreadyTransferred(4711, false, false));

        assertThat(stage.transfer().specterNumber()).isEqualTo(4711);
        assertThat(stage.calls.made()).containsExactly("fetchOrder", "markOrder 4711");
    }

    @Test
    void makesTheInvoiceThatAnEarlierEngineDidNotComeTo() {
        stage.shop.fetch.answers(new Fetched.AlreadyTransferred(4711, false, true));

        assertThat(stage.transfer().specterNumber()).isEqualTo(4711);
        assertThat(stage.calls.made()).containsExactly("fetchOrder", "invoiceOrder 4711", "markOrder 4711");
    }

    @Test
    void doesNothingForAnOrderThatIsInSpecterAndMarked() {
        stage.shop.fetch.answers(new Fetched.AlreadyTransferred(4711, true, false));

        assertThat(stage.transfer().specterNumber()).isEqualTo(4711);
        assertThat(stage.calls.made()).containsExactly("fetchOrder");
    }

    @Test
    void beginsAnewOnceWhenWhatWeKnewOfSpecterWasStale() {
        stage.specter.submit.answers(new StepResult.Stale());

        assertThat(stage.transfer().specterNumber()).isEqualTo(5001);
        assertThat(stage.calls.made())
                .containsExactly("fetchOrder", "submitOrder", "fetchOrder", "submitOrder for sure", "markOrder 5001");
    }

    @Test
    void readsTheOrderAgainWhenItsCustomersCardIsACompanysSince() {
        stage.shop.fetch.answers(new Fetched.Ready(ScriptedShop.FACTS, false, 0, false));
        stage.specter.customer.answers(new StepResult.Stale());

        assertThat(stage.transfer().specterNumber()).isEqualTo(5001);
        assertThat(stage.calls.made())
                .containsExactly(
                        "fetchOrder", "submitCustomer", "fetchOrder", "submitOrder for sure", "markOrder 5001");
    }

    @Test
    void retriesOutagesQuietlyUntilTheyAreOver() {
        stage.shop.fetch.fails(Trouble.notSent()).fails(Trouble.busy(Duration.ofSeconds(40)));
        stage.specter.submit.fails(Trouble.outcomeUnknown()).fails(Trouble.outcomeUnknown());

        assertThat(stage.transfer().specterNumber()).isEqualTo(5001);
        assertThat(stage.calls.countOf("submitOrder")).isEqualTo(3);
    }

    @Test
    void parksTheOrderWhenAStepFailsThroughOurFault() {
        stage.specter.submit.fails(Trouble.ourFault());

        WorkflowStub transfer = stage.startTransfer();

        stage.awaitAttention(transfer, Cause.INTERNAL_ERROR);
        assertThat(stage.calls.made()).contains("parkOrder internal-error OurFault");
    }

    @Test
    void waitsForWhatTheBooksSayWhenAStepFailsThroughOurFault() {
        stage.specter.submit.fails(Trouble.ourFault());
        stage.books.park.answers(Cause.REFUSED_AFTER_UNCERTAIN_SEND);

        WorkflowStub transfer = stage.startTransfer();

        stage.awaitAttention(transfer, Cause.REFUSED_AFTER_UNCERTAIN_SEND);
    }

    @Test
    void staysWithinFiveActionsThirtyFiveEventsAndTwelveKilobytes() {
        WorkflowStub transfer = stage.startTransfer();
        stage.resultOf(transfer);

        var events = stage.historyOf(transfer.getExecution()).getEvents();
        long actions = 1
                + events.stream()
                        .filter(e -> switch (e.getEventType()) {
                            case EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
                                    EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
                                    EVENT_TYPE_TIMER_STARTED,
                                    EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED -> true;
                            default -> false;
                        })
                        .count();
        assertThat(actions).isLessThanOrEqualTo(5);
        assertThat(events).hasSizeLessThanOrEqualTo(35);
        assertThat(events.stream().mapToInt(e -> e.getSerializedSize()).sum()).isLessThanOrEqualTo(12 * 1024);
    }
}
