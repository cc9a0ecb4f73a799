package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.specter.SpecterAnswer;
import se.brygga.activities.store.OrderRecord;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.transfer.Fetched;
import se.brygga.workflows.transfer.StepResult;
import se.brygga.workflows.transfer.TransferRules;

/** What a decision makes of an order, once, also when it is recorded twice. */
@Timeout(120)
class BookkeepingActivitiesTest extends TransferScene {

    BookkeepingActivitiesTest() {
        fetch(sample());
        bookkeeping.holdOrder(ORDER, WORKFLOW, Cause.INTERNAL_ERROR, "OurFault");
    }

    @Test
    void holdsAnOrderWithTheTypeOfTheFailure() {
        assertThat(bookkeeping.holdOrder(ORDER, WORKFLOW, Cause.INTERNAL_ERROR, "OurFault"))
                .isEqualTo(Cause.INTERNAL_ERROR);
        assertWaits(Cause.INTERNAL_ERROR);
        assertThat(books.attention.ofOrder(ORDER).getFirst().detail()).isEqualTo("OurFault");
    }

    @Test
    void retryingPutsTheOrderOnItsWay() {
        assertThat(record(Decision.Kind.RETRY, null)).isEqualTo(new StepResult.Done(0));

        assertThat(record().state()).isEqualTo(OrderRecord.State.ON_ITS_WAY);
        assertNothingWaits();
    }

    @Test
    void skippingLeavesTheOrder() {
        record(Decision.Kind.SKIP, null);

        assertThat(record().state()).isEqualTo(OrderRecord.State.SKIPPED);
        assertThat(record().skippedBy()).isEqualTo(TransferRules.OPERATOR);
        assertNothingWaits();
    }

    @Test
    void doingByHandSettlesAnAttemptWhoseAnswerWasLost() {
        specter.answers(new SpecterAnswer.Done(CUSTOMER)).fails(RemoteFailure.Kind.OUTCOME_UNKNOWN, "connection-lost");
        specterOrders.submitCustomer(ORDER);
        failureOf(() -> specterOrders.submitOrder(ORDER, false));

        assertThat(record(Decision.Kind.DONE_BY_HAND, 5001L)).isEqualTo(new StepResult.Done(0));

        assertThat(specterOrders.submitOrder(ORDER, false)).isEqualTo(new StepResult.Done(5001));
        assertThat(specter.orders).hasSize(1);
        assertThat(record().specterNumber()).isEqualTo(5001);
        assertThat(record().sentHash()).as("of what nobody knows").isNull();
    }

    @Test
    void doingByHandWithAnotherOrdersNumberChangesNothing() {
        books.orders.transferred(new OrderRef(ORDER.shop(), 10026), 5001, null);

        assertThat(record(Decision.Kind.DONE_BY_HAND, 5001L)).isEqualTo(new StepResult.Held(Cause.INTERNAL_ERROR));

        assertWaits(Cause.INTERNAL_ERROR);
        assertThat(books.attention.ofOrder(ORDER).getFirst().detail())
                .isEqualTo("Specter's number 5001 belongs to another order");
        assertThat(shopOrders.fetchOrder(ORDER, false)).isInstanceOf(Fetched.Ready.class);
    }

    @Test
    void doingByHandWhatIsInSpecterAlreadyChangesNothing() {
        books.orders.transferred(ORDER, 5001, "hash");

        assertThat(record(Decision.Kind.DONE_BY_HAND, 5002L)).isEqualTo(new StepResult.Held(Cause.INTERNAL_ERROR));

        assertThat(record().specterNumber()).isEqualTo(5001);
        assertThat(books.attention.ofOrder(ORDER).getFirst().detail())
                .isEqualTo("the order is in Specter already, as number 5001");
    }

    @Test
    void doingByHandCountsOnceWhenItIsRecordedTwice() {
        assertThat(record(Decision.Kind.DONE_BY_HAND, 5001L)).isEqualTo(new StepResult.Done(0));
        assertThat(record(Decision.Kind.DONE_BY_HAND, 5001L)).isEqualTo(new StepResult.Done(0));

        assertThat(record().specterNumber()).isEqualTo(5001);
        assertNothingWaits();
    }

    @Test
    void aDecisionThatIsRecordedTwiceIsInTheAuditOnce() {
        record(Decision.Kind.SKIP, null);
        record(Decision.Kind.SKIP, null);

        assertThat(books.jdbc
                        .sql("select who || ' ' || what || ' ' || subject from audit")
                        .query(String.class)
                        .list())
                .containsExactly("karin skip order nordkajak/kajak-se/10025");
    }

    @Test
    void aTransferredOrderStaysTransferredWhateverIsDecided() {
        books.orders.transferred(ORDER, 5001, null);

        record(Decision.Kind.SKIP, null);

        assertThat(record().state()).isEqualTo(OrderRecord.State.TRANSFERRED);
        assertThat(record().marked()).as("the shop will not be marked").isTrue();
    }

    private StepResult record(Decision.Kind kind, @Nullable Long number) {
        return bookkeeping.recordDecision(
                ORDER, WORKFLOW, new Decision("d-" + kind, kind, "karin", "because", number, null));
    }
}
