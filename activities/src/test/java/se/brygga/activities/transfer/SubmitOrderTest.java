package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer.Done;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer.Duplicate;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.transfer.ShopOrderActivities.ChangeFound;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.StepResult;

/** The hardest step: whatever is lost, repeated or refused, a shop order becomes one Specter order, or a person decides. */
@Timeout(120)
class SubmitOrderTest extends TransferScene {

    private static final Duplicate DUPLICATE = new Duplicate("50", 5001L);
    private static final Duplicate DUPLICATE_WITHOUT_NUMBER = new Duplicate("50", null);

    SubmitOrderTest() {
        readyToSend();
    }

    @Test
    void sendsTheOrderOnceAndBooksItsNumber() {
        specter.answers(new Done(5001));

        assertThat(submit()).isEqualTo(new StepResult.Done(5001));
        assertThat(submit()).isEqualTo(new StepResult.Done(5001));

        assertThat(specter.orders).singleElement().satisfies(sent -> {
            assertThat(sent.order().externalOrderNo()).isEqualTo("K10025");
            assertThat(sent.customerId()).isEqualTo(CUSTOMER);
        });
        assertThat(inSpecter().number()).isEqualTo(5001);
        assertThat(inSpecter().sentHash()).isEqualTo(record().contentHash());
        assertNothingWaits();
    }

    @Test
    void recordsTheAttemptBeforeItIsSent() {
        specter.plays(() -> {
            assertThat(underWay()).isTrue();
            return new Done(5001);
        });

        submit();

        assertThat(underWay()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"OUTCOME_UNKNOWN, OutcomeUnknown", "OUR_FAULT, OurFault"})
    void sendsTheVerySameAgainAfterALostAnswerWhateverHasChangedMeanwhile(Kind kind, String type) {
        specter.fails(kind, RemoteFailure.Why.CONNECTION_LOST).answers(new Done(5001));
        String sentHash = record().contentHash();
        assertThat(failureOf(this::submit).getType()).isEqualTo(type);

        assertThat(fetch(sample().price("90.00"))).isInstanceOf(Fetched.Ready.class);
        books.orders.content().customerFound(ORDER, 43);
        assertThat(submit()).isEqualTo(new StepResult.Done(5001));

        assertThat(specter.orders.get(1)).isEqualTo(specter.orders.get(0));
        assertThat(inSpecter().sentHash()).isEqualTo(sentHash);
        assertThat(books.changes.open(ORDER.shop())).containsExactly(ORDER);
        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(Cause.CHANGED_AFTER_TRANSFER));
    }

    @Test
    void finishesAnAttemptWhoseAnswerWasLostWhateverTheRulesSayNow() {
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST).answers(new Done(5001));
        failureOf(this::submit);

        assertReadyWithoutCustomerAndArticles(fetch(sample().status("canceled")));
        assertReadyWithoutCustomerAndArticles(fetch(sample().unfinished()));
        shop.orders.delete(ORDER.orderId());
        assertReadyWithoutCustomerAndArticles(shopOrders.fetchOrder(ORDER, false));
        assertThat(record().state()).isEqualTo(OrderRecord.State.ON_ITS_WAY);

        assertThat(submit()).isEqualTo(new StepResult.Done(5001));
        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(Cause.CANCELLED_AFTER_TRANSFER));
    }

    @Test
    void finishesAnAttemptWhoseAnswerWasLostWhateverTheSetUpAndTheShopSayNow() {
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST).answers(DUPLICATE_WITHOUT_NUMBER);
        failureOf(this::submit);
        assertThat(submit()).isEqualTo(new StepResult.Parked(Cause.SENT_NUMBER_UNKNOWN));
        shop.script.failAt(
                "order 10025",
                new RemoteFailure(
                        RemoteSystem.STARWEB,
                        Kind.NOT_LET_IN,
                        RemoteFailure.Why.CREDENTIALS_REFUSED,
                        "GET /orders/{id}"));

        assertReadyWithoutCustomerAndArticles(shopOrders.fetchOrder(ORDER, false));
        assertNothingWaits();

        books.jdbc.sql("delete from tenant_setup").update();
        assertReadyWithoutCustomerAndArticles(shopOrders.fetchOrder(ORDER, false));
    }

    @Test
    void comparesOnceWhatWasSentWithAnAnswerLost() {
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST).answers(new Done(5001));
        failureOf(this::submit);
        submit();
        assertThat(books.changes.open(ORDER.shop())).containsExactly(ORDER);

        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(null));

        assertThat(books.changes.open(ORDER.shop())).isEmpty();
    }

    private static void assertReadyWithoutCustomerAndArticles(Fetched fetched) {
        assertThat(fetched).isInstanceOfSatisfying(Fetched.Ready.class, ready -> {
            assertThat(ready.customerKnown()).isTrue();
            assertThat(ready.articlesToCreate()).isZero();
        });
    }

    @Test
    void takesADefectAfterTheRecordForALostAnswer() {
        specter.plays(() -> {
                    throw new IllegalStateException("the worker died here");
                })
                .answers(DUPLICATE);
        failureOf(this::submit);

        assertThat(submit()).isEqualTo(new StepResult.Done(5001));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "BUSY"})
    void sendsWhatIsNewAfterAnAttemptThatSurelyDidNothing(Kind kind) {
        specter.fails(kind, RemoteFailure.Why.HTTP).answers(new Done(5001));
        failureOf(this::submit);

        fetch(sample().price("90.00"));
        submit();

        assertThat(specter.orders.get(1)).isNotEqualTo(specter.orders.get(0));
        assertThat(inSpecter().sentHash()).isEqualTo(record().contentHash());
    }

    @Test
    void takesADuplicateAfterItsOwnLostAnswerForSuccess() {
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.NO_ANSWER_IN_TIME).answers(DUPLICATE);
        failureOf(this::submit);

        assertThat(submit()).isEqualTo(new StepResult.Done(5001));
        assertThat(record().state()).isEqualTo(OrderRecord.State.TRANSFERRED);
    }

    @Test
    void waitsForThePersonWhoFindsTheNumberThatADuplicateDoesNotTell() {
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST).answers(DUPLICATE_WITHOUT_NUMBER);
        failureOf(this::submit);

        assertThat(submit()).isEqualTo(new StepResult.Parked(Cause.SENT_NUMBER_UNKNOWN));
        assertWaits(Cause.SENT_NUMBER_UNKNOWN);

        bookkeeping.recordDecision(Question.transfer(ORDER), decision(5001L));
        assertThat(shopOrders.fetchOrder(ORDER, false)).isEqualTo(new Fetched.AlreadyTransferred(5001, false, false));
        assertNothingWaits();
    }

    @Test
    void neverTakesADuplicateWithoutAnAttemptOfItsOwnForSuccess() {
        specter.answers(DUPLICATE, DUPLICATE);

        assertThat(submit()).isEqualTo(new StepResult.Parked(Cause.NUMBER_ALREADY_USED));
        assertWaits(Cause.NUMBER_ALREADY_USED);

        assertThat(submit()).isEqualTo(new StepResult.Parked(Cause.NUMBER_ALREADY_USED));
        assertThat(record().transferred()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_SENT", "BUSY"})
    void doesNotCountAnAttemptThatSurelyDidNothingAsItsOwn(Kind kind) {
        specter.fails(kind, RemoteFailure.Why.HTTP).answers(DUPLICATE);
        failureOf(this::submit);

        assertThat(submit()).isEqualTo(new StepResult.Parked(Cause.NUMBER_ALREADY_USED));
    }

    @Test
    void doesNotForgetALostAnswerOverALaterAttemptThatDidNothing() {
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST)
                .fails(Kind.BUSY, RemoteFailure.Why.NO_PLACE)
                .answers(DUPLICATE);
        failureOf(this::submit);
        failureOf(this::submit);

        assertThat(submit()).isEqualTo(new StepResult.Done(5001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "40", "41"})
    void leavesARefusalAfterALostAnswerToAPerson(String code) {
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST)
                .refuses(code)
                .answers(DUPLICATE);
        failureOf(() -> specterOrders.submitOrder(ORDER, true));

        assertThat(specterOrders.submitOrder(ORDER, true))
                .isEqualTo(new StepResult.Parked(Cause.REFUSED_AFTER_UNCERTAIN_SEND));
        assertWaits(Cause.REFUSED_AFTER_UNCERTAIN_SEND);

        // A retry sends the same once more, and what the first attempt made is found.
        assertThat(submit()).isEqualTo(new StepResult.Done(5001));
    }

    @Test
    void leavesACallThatIsRefusedAfterALostAnswerToAPersonWhoLooksInSpecter() {
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST)
                .fails(Kind.REFUSED, RemoteFailure.Why.HTTP);
        failureOf(this::submit);

        assertThat(submit()).isEqualTo(new StepResult.Parked(Cause.REFUSED_AFTER_UNCERTAIN_SEND));
        assertWaits(Cause.REFUSED_AFTER_UNCERTAIN_SEND);
    }

    @Test
    void leavesADefectOrALongOutageAfterALostAnswerToAPersonWhoLooksInSpecter() {
        specter.fails(Kind.OUR_FAULT, RemoteFailure.Why.UNREADABLE_ANSWER);
        failureOf(this::submit);

        assertThat(bookkeeping.parkOrder(Question.transfer(ORDER), Cause.INTERNAL_ERROR, FailureTypes.OUR_FAULT))
                .isEqualTo(Cause.REFUSED_AFTER_UNCERTAIN_SEND);
        assertWaits(Cause.REFUSED_AFTER_UNCERTAIN_SEND);
    }

    @ParameterizedTest
    @CsvSource({"40, SPECTER_REFUSED_ORDER", "41, ARTICLE_UNKNOWN", "30, SPECTER_REFUSED_ORDER"})
    void makesSureOfCustomerAndArticlesOnceWhenTheOrderIsRefused(String code, Cause cause) {
        specter.refuses(code);

        assertThat(specterOrders.submitOrder(ORDER, true)).isEqualTo(new StepResult.Stale());
        assertThat(fetch(sample())).isInstanceOfSatisfying(Fetched.Ready.class, ready -> {
            assertThat(ready.customerKnown()).isFalse();
            assertThat(ready.articlesToCreate()).isEqualTo(1);
        });

        specter.answers(new Done(43)).refuses(code);
        specterOrders.submitCustomer(ORDER);
        assertThat(submit()).isEqualTo(new StepResult.Parked(cause));
        assertWaits(cause);
        assertThat(specter.orders.get(1).customerId()).isEqualTo(43);
        AttentionBook.Entry waits = books.attention.ofOrder(ORDER).getFirst();
        assertThat(waits.detail()).isEqualTo("{specter-answered|" + code + "}");
        assertThat(CauseTexts.in(Locale.of("sv")).text(cause, waits.named()))
                .contains(cause == Cause.ARTICLE_UNKNOWN ? "Orderns artiklar är MUGG" : "Specter");
    }

    @Test
    void takesRefusedCredentialsForASendWithoutEffect() {
        specter.fails(Kind.NOT_LET_IN, RemoteFailure.Why.CREDENTIALS_REFUSED).answers(DUPLICATE);

        assertThat(failureOf(this::submit).getType()).isEqualTo(FailureTypes.OUTAGE);
        assertNothingWaits();
        assertThat(submit()).isEqualTo(new StepResult.Parked(Cause.NUMBER_ALREADY_USED));
    }

    @Test
    void keepsInMindBehindRefusedCredentialsThatAnEarlierSendMayHaveArrived() {
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST)
                .fails(Kind.NOT_LET_IN, RemoteFailure.Why.CREDENTIALS_REFUSED)
                .fails(Kind.BUSY, RemoteFailure.Why.OUTAGE)
                .answers(DUPLICATE);
        failureOf(this::submit);
        failureOf(this::submit);
        failureOf(this::submit);

        assertNothingWaits();
        assertThat(submit()).isInstanceOf(StepResult.Done.class);
    }

    @Test
    void leavesANumberThatBelongsToAnotherOrderToAPerson() {
        OrderRef other = new OrderRef(ORDER.shop(), 10026);
        books.orders.transferred(other, 5001, null);
        specter.answers(new Done(5001), new Duplicate("50", 5002L));

        assertThat(submit()).isEqualTo(new StepResult.Parked(Cause.SENT_NUMBER_UNKNOWN));
        assertWaits(Cause.SENT_NUMBER_UNKNOWN);

        assertThat(submit()).isEqualTo(new StepResult.Done(5002));
        assertThat(specter.orders.get(1)).isEqualTo(specter.orders.get(0));
    }

    @Test
    void becomesOneOrderWhenTwoAttemptsRunAtOnce() {
        specter.plays(() -> {
            // Temporal took the first try for dead and began a second one elsewhere, which ends before the first.
            assertThat(specterOrdersElsewhere.submitOrder(ORDER, false)).isEqualTo(new StepResult.Done(5001));
            return new SpecterAnswer.Done(5001);
        });
        specter.answers(DUPLICATE);

        assertThat(submit()).isEqualTo(new StepResult.Done(5001));

        assertThat(specter.orders.get(1)).isEqualTo(specter.orders.get(0));
        assertThat(inSpecter().number()).isEqualTo(5001);
        assertNothingWaits();
    }

    @Test
    void takesTheNumberThatAnotherAttemptHasLearnedMeanwhile() {
        specter.plays(() -> {
            assertThat(specterOrdersElsewhere.submitOrder(ORDER, false)).isEqualTo(new StepResult.Done(5001));
            return DUPLICATE_WITHOUT_NUMBER;
        });
        specter.answers(new Done(5001));

        assertThat(submit()).isEqualTo(new StepResult.Done(5001));

        assertThat(record().state()).isEqualTo(OrderRecord.State.TRANSFERRED);
        assertNothingWaits();
    }

    @Test
    void tellsTemporalOfALostAnswerWithoutAnyWordOfSpecters() {
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);

        assertThat(failureOf(this::submit)).satisfies(failure -> {
            assertThat(failure.getType()).isEqualTo(FailureTypes.OUTCOME_UNKNOWN);
            assertThat(failure.getOriginalMessage()).isEqualTo("newOrderSubmit K10025: connection-lost");
        });
    }

    private StepResult submit() {
        return specterOrders.submitOrder(ORDER, false);
    }

    private boolean underWay() {
        return books.jdbc
                .sql("select under_way from submission")
                .query(Boolean.class)
                .single();
    }

    private static Decision decision(long number) {
        return new Decision("d-1", Decision.Kind.DONE_BY_HAND, "karin", "found in Specter", number, null);
    }
}
