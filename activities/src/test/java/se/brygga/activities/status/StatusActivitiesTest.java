package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.clients.shop.NamesInMemory;
import se.brygga.clients.shop.OrderInMemory.Write;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.status.StatusActivities;
import se.brygga.workflows.status.StatusActivities.Reported;
import se.brygga.workflows.status.StatusBookActivities;

/** One attempt to empty an inbox each, as Temporal would make it. */
@Timeout(120)
class StatusActivitiesTest extends StatusScene {

    private static final ActivityOptions ONE_TRY = ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMinutes(1))
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
            .build();

    @AutoClose
    private final TestActivityEnvironment engine = TestActivityEnvironment.newInstance();

    private final StatusActivities activities = engine.newActivityStub(StatusActivities.class, ONE_TRY);
    private final StatusBookActivities decisions = engine.newActivityStub(StatusBookActivities.class, ONE_TRY);

    @BeforeEach
    void register() {
        engine.registerActivitiesImplementations(
                books.statusFlow.shop(books.setups, (_, _) -> web.client(), books.orders, PATIENCE),
                books.statusFlow.bookkeeping());
        books.setups.applying().apply(SampleSetup.withStatus(setup), "tenant: nordkajak", "test");
    }

    @Test
    void takesTheInboxInItsOrderAndSettlesEach() {
        happenedNext(OrderEvent.INVOICED);
        happenedNext(OrderEvent.DELIVERED, "11");
        happenedNext(OrderEvent.CANCELLED);
        shop.status = NamesInMemory.COMPLETED;
        shop.payment = "captured";

        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(3, null));

        assertThat(books.callbacks.ofOrder(ORDER))
                .extracting(CallbackBook.Callback::state)
                .containsExactly(CallbackBook.State.OVERTAKEN, CallbackBook.State.NOTED, CallbackBook.State.NOTED);
    }

    @Test
    void whatWasTakenBackIsListedAsOvertaken() {
        happenedNext(OrderEvent.DELIVERED, "11");
        happenedNext(OrderEvent.UNDONE);

        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(2, null));

        assertThat(books.callbacks.ofOrder(ORDER))
                .extracting(CallbackBook.Callback::state)
                .containsOnly(CallbackBook.State.OVERTAKEN);
        assertThat(shop.writes).isEmpty();
    }

    @Test
    void stopsAtTheFirstOfWhichAPersonMustDecide() {
        happenedNext(OrderEvent.PAID);
        happenedNext(OrderEvent.DELIVERED, "11");

        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(0, Cause.STATUS_NOT_IN_SHOP));

        assertThat(books.callbacks.ofOrder(ORDER))
                .extracting(CallbackBook.Callback::state)
                .containsExactly(CallbackBook.State.WAITING, CallbackBook.State.PENDING);
        assertThat(asked()).containsExactly(Cause.STATUS_NOT_IN_SHOP);
        assertThat(shop.writes).as("events are told in their order").isEmpty();
    }

    @Test
    void aDecisionSettlesOnlyTheOneThatWaited() {
        happenedNext(OrderEvent.PAID);
        happenedNext(OrderEvent.DELIVERED, "11");
        activities.reportInbox(ORDER);

        decisions.recordCallbackDecision(ORDER, decision(Decision.Kind.SKIP));
        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(1, null));

        assertThat(books.callbacks.ofOrder(ORDER))
                .extracting(CallbackBook.Callback::state)
                .containsExactly(CallbackBook.State.SKIPPED, CallbackBook.State.REPORTED);
        assertThat(asked()).isEmpty();
        assertOnce();
    }

    @Test
    void aSkipIsTakenBackWhileNothingLaterWasTold() {
        happenedNext(OrderEvent.PAID);
        activities.reportInbox(ORDER);
        decisions.recordCallbackDecision(ORDER, decision(Decision.Kind.SKIP));

        assertThat(books.callbacks.reopen(ORDER)).isTrue();
        assertThat(callback().state()).isEqualTo(CallbackBook.State.PENDING);

        activities.reportInbox(ORDER);
        happenedNext(OrderEvent.DELIVERED, "11");
        decisions.recordCallbackDecision(
                ORDER, new Decision("d2", Decision.Kind.SKIP, "anna", "because", null, Cause.STATUS_NOT_IN_SHOP));
        activities.reportInbox(ORDER);

        assertThat(books.callbacks.reopen(ORDER)).as("the delivery was told").isFalse();
    }

    @Test
    void aRetryLooksAgain() {
        happenedNext(OrderEvent.PAID);
        activities.reportInbox(ORDER);

        decisions.recordCallbackDecision(ORDER, decision(Decision.Kind.RETRY));

        assertThat(callback().state()).isEqualTo(CallbackBook.State.PENDING);
        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(0, Cause.STATUS_NOT_IN_SHOP));
    }

    @Test
    void aRefusalWaitsForAPersonWhoIsToldWhatWasRefused() {
        shop.then(Write.REFUSED);
        happenedNext(OrderEvent.DELIVERED, "11");

        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(0, Cause.PAYMENT_REFUSED));

        assertThat(callback().state()).isEqualTo(CallbackBook.State.WAITING);
        assertThat(shop.trackingNo).as("the number alone was taken").isEqualTo("11");
        assertThat(shop.mails + shop.captures).isZero();
    }

    @Test
    void aParcelsNumberThatIsRefusedIsToldFromAPaymentThatIs() {
        shop.then(Write.REFUSED, Write.REFUSED);
        happenedNext(OrderEvent.DELIVERED, "not a number");

        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(0, Cause.TRACKING_REFUSED));

        shop.trackingNo = "STAFF-1";
        decisions.recordCallbackDecision(
                ORDER, new Decision("d3", Decision.Kind.RETRY, "anna", null, null, Cause.TRACKING_REFUSED));
        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(1, null));
        assertThat(shop.trackingNo).isEqualTo("STAFF-1");
        assertThat(shop.status).isEqualTo(NamesInMemory.COMPLETED);
        assertThat(shop.captures).isEqualTo(1);
    }

    @Test
    void aStatusIsRefusedWhereNothingElseWasAskedFor() {
        shop.payment = "captured";
        shop.then(Write.REFUSED);
        happenedNext(OrderEvent.DELIVERED);

        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(0, Cause.STATUS_REFUSED));
        assertThat(shop.writes).hasSize(1);
    }

    @Test
    void aKeyThatMayNotWriteOrdersSaysSo() {
        shop.then(Write.FORBIDDEN);
        happenedNext(OrderEvent.DELIVERED, "11");

        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(0, Cause.STARWEB_RIGHTS_MISSING));
        assertThat(shop.writes).hasSize(1);
    }

    @Test
    void anOutageIsLeftToTheRetryOptions() {
        shop.then(Write.LOST);
        happenedNext(OrderEvent.DELIVERED, "11");

        assertThatThrownBy(() -> activities.reportInbox(ORDER))
                .isInstanceOfSatisfying(
                        ActivityFailure.class,
                        failure -> assertThat(failure.getCause())
                                .isInstanceOfSatisfying(
                                        ApplicationFailure.class,
                                        told -> assertThat(told.getType()).isEqualTo(FailureTypes.OUTCOME_UNKNOWN)));

        assertThat(callback().state()).isEqualTo(CallbackBook.State.PENDING);
        assertThat(asked()).isEmpty();
    }

    @Test
    void aShopThatIsToldNothingAnyMoreIsNotTold() {
        happenedNext(OrderEvent.DELIVERED, "11");
        books.setups.applying().apply(SampleSetup.tenant(), "tenant: nordkajak # no statuses", "test");

        assertThat(activities.reportInbox(ORDER)).isEqualTo(new Reported(1, null));

        assertThat(shop.writes).isEmpty();
    }

    /** Beside what the scene's transfer waits for. */
    private List<Cause> asked() {
        return books.attention.open(ORDER.shop().tenant(), null).stream()
                .map(AttentionBook.Entry::cause)
                .filter(cause -> cause != Cause.ARTICLE_UNKNOWN)
                .toList();
    }

    private static Decision decision(Decision.Kind kind) {
        return new Decision("d1", kind, "anna", "because", null, Cause.STATUS_NOT_IN_SHOP);
    }
}
