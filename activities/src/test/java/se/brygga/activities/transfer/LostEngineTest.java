package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.SampleSetup;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.setup.OrderSetup;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.StepResult;
import se.brygga.workflows.transfer.TransferRules;

/** What a transfer knows stands in the books: one that begins anew in an empty engine goes on as the first would have. */
@Timeout(120)
class LostEngineTest extends TransferScene {

    @Test
    void sendsAnOrderThatAnOperatorSendsWhateverTheRulesSay() {
        assertThat(fetch(sample().status("completed"))).isEqualTo(new Fetched.Skipped(TransferRules.STATUS_NOT_CHOSEN));
        books.orders.overrideRules(ORDER);

        assertThat(shopOrders.fetchOrder(ORDER, false)).isInstanceOf(Fetched.Ready.class);
    }

    @Test
    void forgetsThatTheRulesWereOverriddenWhenTheOrderIsSkippedAfterAll() {
        fetch(sample().status("completed"));
        books.orders.overrideRules(ORDER);
        books.orders.skip(ORDER, TransferRules.OPERATOR);
        books.orders.onItsWay(ORDER);

        assertThat(shopOrders.fetchOrder(ORDER, false)).isEqualTo(new Fetched.Skipped(TransferRules.STATUS_NOT_CHOSEN));
    }

    @Test
    void stillOwesTheInvoiceOfAnOrderThatIsInSpecter() {
        sentAsInvoice();

        assertThat(shopOrders.fetchOrder(ORDER, false)).isEqualTo(new Fetched.AlreadyTransferred(5001, false, true));
    }

    @Test
    void owesTheInvoiceAlsoAfterALostAnswerWhateverTheSetUpSaysByThen() {
        books.setups.applying().apply(SampleSetup.tenant(OrderSetup.As.INVOICE), "tenant: nordkajak", "test");
        readyToSend();
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        failureOf(() -> specterOrders.submitOrder(ORDER, false));
        books.setups.applying().apply(SampleSetup.tenant(), "tenant: nordkajak", "test");

        assertThat(shopOrders.fetchOrder(ORDER, false))
                .isInstanceOfSatisfying(
                        Fetched.Ready.class,
                        ready -> assertThat(ready.invoice()).isTrue());
    }

    @Test
    void owesNoInvoiceOfWhatAPersonTookCareOf() {
        sentAsInvoice();
        books.orders.parked(Question.transfer(ORDER), null, Cause.SPECTER_REFUSED_INVOICE, Detail.NONE);
        bookkeeping.recordDecision(
                Question.transfer(ORDER),
                new Decision("d-1", Decision.Kind.SKIP, "karin", "made it in Specter", null, null));

        assertThat(shopOrders.fetchOrder(ORDER, false))
                .as("the shop is still to be marked")
                .isEqualTo(new Fetched.AlreadyTransferred(5001, false, false));
    }

    private void sentAsInvoice() {
        books.setups.applying().apply(SampleSetup.tenant(OrderSetup.As.INVOICE), "tenant: nordkajak", "test");
        readyToSend();
        specter.answers(new SpecterAnswer.Done(5001));
        assertThat(specterOrders.submitOrder(ORDER, false)).isEqualTo(new StepResult.Done(5001));
    }
}
