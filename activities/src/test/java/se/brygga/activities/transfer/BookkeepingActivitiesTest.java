package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.StepResult;

/** What a decision makes of an order, once, also when it is recorded twice. */
@Timeout(120)
class BookkeepingActivitiesTest extends TransferScene {

    BookkeepingActivitiesTest() {
        fetch(sample());
        bookkeeping.parkOrder(Question.transfer(ORDER), Cause.INTERNAL_ERROR, "OurFault");
    }

    @Test
    void holdsAnOrderWithTheTypeOfTheFailure() {
        assertThat(bookkeeping.parkOrder(Question.transfer(ORDER), Cause.INTERNAL_ERROR, "OurFault"))
                .isEqualTo(Cause.INTERNAL_ERROR);
        assertWaits(Cause.INTERNAL_ERROR);
        assertThat(books.attention.ofOrder(ORDER).getFirst().detail()).isEqualTo("{defect|OurFault}");
    }

    @Test
    void retryingPutsTheOrderOnItsWay() {
        assertThat(record(Decision.Kind.RETRY, null)).isEqualTo(new Recorded.Followed());

        assertThat(record().state()).isEqualTo(OrderRecord.State.ON_ITS_WAY);
        assertNothingWaits();
    }

    @Test
    void skippingLeavesTheOrder() {
        record(Decision.Kind.SKIP, null);

        assertThat(record().state()).isEqualTo(OrderRecord.State.SKIPPED);
        assertThat(record().skippedByOperator()).isTrue();
        assertNothingWaits();
    }

    @Test
    void doingByHandSettlesAnAttemptWhoseAnswerWasLost() {
        specter.answers(new SpecterAnswer.Done(CUSTOMER))
                .fails(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        specterOrders.submitCustomer(ORDER);
        failureOf(() -> specterOrders.submitOrder(ORDER, false));

        assertThat(record(Decision.Kind.DONE_BY_HAND, 5001L)).isEqualTo(new Recorded.Followed());

        assertThat(specterOrders.submitOrder(ORDER, false)).isEqualTo(new StepResult.Done(5001));
        assertThat(specter.orders).hasSize(1);
        assertThat(inSpecter().number()).isEqualTo(5001);
        assertThat(inSpecter().sentHash()).as("of what nobody knows").isNull();
    }

    @Test
    void doingByHandWithAnotherOrdersNumberChangesNothing() {
        books.orders.transferred(new OrderRef(ORDER.shop(), 10026), 5001, null);

        assertRefused(record(Decision.Kind.DONE_BY_HAND, 5001L), "belongs to another order: nordkajak/kajak-se/10026");

        assertWaits(Cause.INTERNAL_ERROR);
        assertThat(books.attention.ofOrder(ORDER).getFirst().detail()).isEqualTo("{defect|OurFault}");
        assertThat(shopOrders.fetchOrder(ORDER, false)).isInstanceOf(Fetched.Ready.class);
    }

    @Test
    void doingByHandWhatIsInSpecterAlreadyChangesNothing() {
        books.orders.transferred(ORDER, 5001, "hash");

        assertRefused(record(Decision.Kind.DONE_BY_HAND, 5002L), "the order is in Specter already, as number 5001");

        assertThat(inSpecter().number()).isEqualTo(5001);
    }

    @Test
    void doingByHandCountsOnceWhenItIsRecordedTwice() {
        assertThat(record(Decision.Kind.DONE_BY_HAND, 5001L)).isEqualTo(new Recorded.Followed());
        assertThat(record(Decision.Kind.DONE_BY_HAND, 5001L)).isEqualTo(new Recorded.Followed());

        assertThat(inSpecter().number()).isEqualTo(5001);
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
        assertThat(inSpecter().marked()).as("the shop will not be marked").isTrue();
    }

    @Test
    void ofTwoPeopleWhoDecideOtherwiseAtOnceTheSecondIsToldOfTheFirst() {
        assertThat(decide("anna", Decision.Kind.RETRY)).isEqualTo(new Recorded.Followed());
        bookkeeping.parkOrder(Question.transfer(ORDER), Cause.INTERNAL_ERROR, "OurFault");
        books.time.advance(Duration.ofSeconds(2));

        assertRefused(decide("bertil", Decision.Kind.SKIP), "anna decided retry at 2026");
        assertWaits(Cause.INTERNAL_ERROR);
        assertThat(decide("bertil", Decision.Kind.RETRY)).as("the same").isEqualTo(new Recorded.Followed());
        bookkeeping.parkOrder(Question.transfer(ORDER), Cause.INTERNAL_ERROR, "OurFault");
        books.time.advance(Duration.ofMinutes(2));
        assertThat(decide("carl", Decision.Kind.SKIP)).as("later").isEqualTo(new Recorded.Followed());
    }

    @Test
    void theSameTroubleAfterARetryIsAsOldAsBefore() {
        Instant opened = books.attention.ofOrder(ORDER).getFirst().openedAt();
        books.time.advance(Duration.ofHours(3));
        record(Decision.Kind.RETRY, null);
        fetch(sample());

        bookkeeping.parkOrder(Question.transfer(ORDER), Cause.INTERNAL_ERROR, "OurFault");

        assertThat(books.attention.ofOrder(ORDER))
                .singleElement()
                .satisfies(waits -> assertThat(waits.openedAt()).isEqualTo(opened));
    }

    @Test
    void anotherTroubleAfterARetryIsNew() {
        books.time.advance(Duration.ofHours(3));
        record(Decision.Kind.RETRY, null);

        books.orders.parked(Question.transfer(ORDER), null, Cause.NO_ROWS, Detail.value("any"));

        assertThat(books.attention.ofOrder(ORDER).getFirst().openedAt()).isEqualTo(books.time.instant());
    }

    @Test
    void aTroubleThatComesAgainAfterItWasSettledIsNew() {
        record(Decision.Kind.RETRY, null);
        books.attention.close(Question.transfer(ORDER));
        books.time.advance(Duration.ofHours(3));

        bookkeeping.parkOrder(Question.transfer(ORDER), Cause.INTERNAL_ERROR, "OurFault");

        assertThat(books.attention.ofOrder(ORDER).getFirst().openedAt()).isEqualTo(books.time.instant());
    }

    private Recorded decide(String by, Decision.Kind kind) {
        return bookkeeping.recordDecision(
                Question.transfer(ORDER), new Decision("d-" + by + kind, kind, by, "because", null, null));
    }

    private static void assertRefused(Recorded recorded, String why) {
        assertThat(recorded)
                .isInstanceOfSatisfying(
                        Recorded.Refused.class,
                        refused -> assertThat(refused.why()).asString().contains(why));
    }

    private Recorded record(Decision.Kind kind, @Nullable Long number) {
        return bookkeeping.recordDecision(
                Question.transfer(ORDER), new Decision("d-" + kind, kind, "karin", "because", number, null));
    }
}
