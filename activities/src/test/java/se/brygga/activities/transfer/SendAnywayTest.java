package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.SampleOrder;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.TransferRules;

/** "Send anyway" says one of two things, never both: no rule holds the order back, or just this difference is right. */
@Timeout(120)
class SendAnywayTest extends TransferScene {

    private static final Fetched DIFFERS = new Fetched.Parked(Cause.TOTALS_DIFFER);

    @Test
    void sendingAnOrderThatARuleSkippedAcceptsNoTotals() {
        put(differing().status("completed"));

        assertThat(shopOrders.fetchOrder(ORDER, true)).isEqualTo(DIFFERS);
        assertWaits(Cause.TOTALS_DIFFER);

        sendAnyway();
        assertThat(shopOrders.fetchOrder(ORDER, true)).isInstanceOf(Fetched.Ready.class);
    }

    @Test
    void acceptingTotalsLeavesTheRulesOn() {
        assertThat(fetch(differing())).isEqualTo(DIFFERS);
        sendAnyway();

        assertThat(fetch(differing())).isInstanceOf(Fetched.Ready.class);
        assertThat(fetch(differing().status("completed")))
                .isEqualTo(new Fetched.Skipped(TransferRules.STATUS_NOT_CHOSEN));
    }

    @Test
    void acceptsTheDifferenceThatWasSeenAndNoOther() {
        assertThat(fetch(differing())).isEqualTo(DIFFERS);
        sendAnyway();

        assertThat(fetch(differing().toPay("140.00"))).isEqualTo(DIFFERS);
        assertThat(fetch(differing().price("99.00"))).isEqualTo(DIFFERS);
        assertThat(fetch(differing())).isInstanceOf(Fetched.Ready.class);
    }

    @Test
    void skippingTakesTheAcceptanceBack() {
        assertThat(fetch(differing())).isEqualTo(DIFFERS);
        sendAnyway();
        books.orders.skip(ORDER, TransferRules.OPERATOR);
        books.orders.onItsWay(ORDER);

        assertThat(fetch(differing())).isEqualTo(DIFFERS);
    }

    /** The rows give 125.00 kr. */
    private static SampleOrder differing() {
        return sample().toPay("130.00");
    }

    private void sendAnyway() {
        Decision decision = new Decision("d-1", Decision.Kind.SEND_ANYWAY, "karin", "agreed", null, null);
        assertThat(bookkeeping.recordDecision(Question.transfer(ORDER), decision))
                .isEqualTo(new Recorded.Followed());
    }
}
