package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;

/** A slip of the finger is taken back, as long as nothing has confirmed it. */
@Timeout(120)
class UndoTest extends TransferScene {

    UndoTest() {
        fetch(sample());
    }

    @Test
    void anOrderThatWasDoneByHandWithAWrongNumberIsOnItsWayAgain() {
        waits();
        decide(Decision.Kind.DONE_BY_HAND, 777L);

        assertThat(undo()).isInstanceOf(UndoBook.Undone.Transfer.class);

        assertThat(record().state()).isEqualTo(OrderRecord.State.ON_ITS_WAY);
        assertThat(record().transferred()).isEmpty();
        assertThat(shopOrders.fetchOrder(ORDER, false)).isInstanceOf(Fetched.Ready.class);
        assertThat(audit()).containsExactly("karin done-by-hand", "anna undo-done-by-hand");
    }

    @Test
    void anAttemptThatMayHaveReachedSpecterStillMayHave() {
        specter.answers(new SpecterAnswer.Done(CUSTOMER))
                .fails(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        specterOrders.submitCustomer(ORDER);
        failureOf(() -> specterOrders.submitOrder(ORDER, false));
        waits();
        decide(Decision.Kind.DONE_BY_HAND, 777L);
        assertThat(books.transfer.submissions().inDoubt(ORDER)).isFalse();

        undo();

        assertThat(books.transfer.submissions().inDoubt(ORDER)).isTrue();
    }

    @Test
    void whatSpecterHasToldOfStays() {
        waits();
        decide(Decision.Kind.DONE_BY_HAND, 777L);
        books.specterOrders.changed(
                ORDER.shop().tenant(),
                new OrderChange(777, "N", "1", OrderChange.Deliveries.bare(false, List.of()), List.of()));

        assertRefused("Specter has told of its order 777");
        assertThat(inSpecter().number()).isEqualTo(777);
    }

    @Test
    void whatWentThroughBryggaStays() {
        books.orders.transferred(ORDER, 5001, "hash");

        assertRefused("nothing about it was skipped");
    }

    @Test
    void aSkippedOrderIsOnItsWayAgainOnce() {
        waits();
        decide(Decision.Kind.SKIP, null);

        assertThat(undo()).isInstanceOf(UndoBook.Undone.Transfer.class);

        assertThat(record().state()).isEqualTo(OrderRecord.State.ON_ITS_WAY);
        assertThat(record().standing()).isEqualTo(new OrderRecord.Standing.OnItsWay());
        assertRefused("nothing about it was skipped");
    }

    @Test
    void aSkippedInvoiceIsDueAgain() {
        books.orders.transferred(ORDER, 5001, "hash");
        books.jdbc.sql("update shop_order set invoice = 'due'").update();
        books.orders.parked(Question.transfer(ORDER), null, Cause.SPECTER_REFUSED_INVOICE, Detail.value("any"));
        decide(Decision.Kind.SKIP, null);
        assertThat(record().invoiceDue()).isFalse();

        undo();

        assertThat(record().invoiceDue()).isTrue();
    }

    @Test
    void theMarkInTheShopThatWasSkippedIsMadeAfterAll() {
        books.orders.transferred(ORDER, 5001, "hash");
        books.orders.parked(Question.transfer(ORDER), null, Cause.NOT_MARKED_IN_SHOP, Detail.value("any"));
        decide(Decision.Kind.SKIP, null);
        assertThat(inSpecter().marked()).isTrue();

        undo();

        assertThat(inSpecter().marked()).isFalse();
    }

    @Test
    void aNotedChangeIsComparedAgainAndSettlesNeitherInvoiceNorMark() {
        books.orders.transferred(ORDER, 5001, "hash");
        books.jdbc.sql("update shop_order set invoice = 'due'").update();
        Question change = Question.change(ORDER);
        books.orders.parked(change, null, Cause.CHANGED_AFTER_TRANSFER, Detail.value("any"));
        bookkeeping.recordDecision(
                change, new Decision("d-1", Decision.Kind.SKIP, "karin", "done there too", null, null));
        assertThat(record().invoiceDue()).isTrue();
        assertThat(inSpecter().marked()).isFalse();

        assertThat(undo()).isInstanceOf(UndoBook.Undone.Change.class);
    }

    @Test
    void aNumberFarFromAllKnownOnesIsRefused() {
        transferred(10001, 5001);
        transferred(10002, 5040);
        waits();

        assertThat(decide(Decision.Kind.DONE_BY_HAND, 50410L))
                .isInstanceOfSatisfying(
                        Recorded.Refused.class,
                        refused -> assertThat(refused.why()).asString().contains("from 5001 to 5040", "50410"));
        told(50410, "1");
        assertThat(decide(Decision.Kind.DONE_BY_HAND, 50410L)).isEqualTo(new Recorded.Followed());
    }

    @Test
    void aNumberThatSpecterWouldHaveToldOfIsRefused() {
        for (int i = 1; i <= 3; i++) {
            transferred(10000 + i, 5000 + 2L * i);
            told(5000 + 2L * i, "1");
        }
        waits();

        assertThat(decide(Decision.Kind.DONE_BY_HAND, 5003L))
                .isInstanceOfSatisfying(
                        Recorded.Refused.class,
                        refused -> assertThat(refused.why()).asString().contains("of none with number 5003"));
        assertThat(decide(Decision.Kind.DONE_BY_HAND, 5007L)).as("a new one").isEqualTo(new Recorded.Followed());
    }

    @Test
    void theNumberOfACancelledOrderIsRefused() {
        told(5001, "5");
        waits();

        assertThat(decide(Decision.Kind.DONE_BY_HAND, 5001L))
                .isInstanceOfSatisfying(
                        Recorded.Refused.class,
                        refused -> assertThat(refused.why()).asString().contains("is cancelled"));
    }

    private void transferred(long orderId, long number) {
        books.orders.transferred(new OrderRef(ORDER.shop(), orderId), number, "hash");
    }

    private void told(long number, String status) {
        books.specterOrders.changed(
                ORDER.shop().tenant(),
                new OrderChange(number, "N", status, OrderChange.Deliveries.bare(false, List.of()), List.of()));
    }

    private void waits() {
        books.orders.parked(Question.transfer(ORDER), null, Cause.INTERNAL_ERROR, Detail.value("any"));
    }

    private Recorded decide(Decision.Kind kind, @Nullable Long number) {
        return bookkeeping.recordDecision(
                Question.transfer(ORDER), new Decision("d-" + kind + number, kind, "karin", "because", number, null));
    }

    private UndoBook.Undone undo() {
        return books.undo.undo(ORDER, "u-1", "anna", "a slip");
    }

    private void assertRefused(String why) {
        assertThat(undo())
                .isInstanceOfSatisfying(
                        UndoBook.Undone.Refused.class,
                        refused -> assertThat(refused.why()).asString().contains(why));
    }

    private List<String> audit() {
        return books.jdbc
                .sql("select who || ' ' || what from audit order by at, id")
                .query(String.class)
                .list();
    }
}
