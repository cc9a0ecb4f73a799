package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.SampleSetup;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer.Done;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.StepResult;

/** An order uses its customer's card in Specter, so it may only be sent while the card has this order's address. */
@Timeout(120)
class CustomerCardTest extends TransferScene {

    private static final OrderRef NEXT = new OrderRef(ORDER.shop(), 10026);
    private static final OrderRef GUEST = new OrderRef(ORDER.shop(), 10027);

    private static final OrderRef LATER = new OrderRef(ORDER.shop(), 10028);

    private static final SampleOrder AT_HOME = sample();
    private static final SampleOrder NEXT_AT_HOME = SampleOrder.of(NEXT.orderId(), PLACED);
    private static final SampleOrder GUEST_ELSEWHERE =
            SampleOrder.of(GUEST.orderId(), PLACED).guest().livingAt("Ågatan 9");

    private static final SampleOrder LATER_ELSEWHERE =
            SampleOrder.of(LATER.orderId(), PLACED).livingAt("Björkvägen 2");

    @Test
    void sendsTheCustomerAgainWhenAGuestWithTheSameEMailHasChangedTheCard() {
        transferred(ORDER, AT_HOME, 5001);
        assertThat(customerKnown(NEXT, NEXT_AT_HOME)).isTrue();

        transferred(GUEST, GUEST_ELSEWHERE, 5002);

        assertThat(customerKnown(NEXT, NEXT_AT_HOME)).isFalse();
        submitCustomer(NEXT);
        assertThat(customerKnown(NEXT, NEXT_AT_HOME)).isTrue();
    }

    @Test
    void stillKnowsTheCardWhenAGuestSentTheVerySame() {
        transferred(ORDER, AT_HOME, 5001);
        transferred(GUEST, GUEST_ELSEWHERE.livingAt("Ekgatan 1"), 5002);

        assertThat(customerKnown(NEXT, NEXT_AT_HOME)).isTrue();
    }

    @Test
    void doesNotSendAnOrderWhoseCardAnotherOrderHasOverwritten() {
        prepared(ORDER, AT_HOME);
        prepared(GUEST, GUEST_ELSEWHERE);

        assertThat(specterOrders.submitOrder(ORDER, false)).isEqualTo(new StepResult.Stale());
        assertThat(specter.orders).isEmpty();

        specter.answers(new Done(5002));
        assertThat(specterOrders.submitOrder(GUEST, false)).isEqualTo(new StepResult.Done(5002));
    }

    @Test
    void letsTheOrderThatHasTheCardGoFirstAndThenTakesItsTurn() {
        prepared(ORDER, AT_HOME);
        prepared(GUEST, GUEST_ELSEWHERE);
        specterOrders.submitOrder(ORDER, false);
        assertThat(customerKnown(ORDER, AT_HOME)).isFalse();

        assertThat(failureOf(() -> specterOrders.submitCustomer(ORDER))).satisfies(failure -> {
            assertThat(failure.getType()).isEqualTo(FailureTypes.BUSY);
            assertThat(failure.getNextRetryDelay()).isPositive();
        });

        specter.answers(new Done(5002));
        specterOrders.submitOrder(GUEST, false);
        submitCustomer(ORDER);
        specter.answers(new Done(5001));
        assertThat(specterOrders.submitOrder(ORDER, false)).isEqualTo(new StepResult.Done(5001));
    }

    @Test
    void doesNotLetAnOrderGoFirstThatWaitsForAPerson() {
        prepared(ORDER, AT_HOME);
        prepared(GUEST, GUEST_ELSEWHERE);
        specter.fails(Kind.REFUSED, RemoteFailure.Why.HTTP);
        specterOrders.submitOrder(GUEST, false);

        fetch(ORDER, AT_HOME);
        submitCustomer(ORDER);
    }

    @Test
    void keepsTheCardForAnOrderThatIsBeingSent() {
        transferred(ORDER, AT_HOME, 5001);
        fetch(NEXT, NEXT_AT_HOME);
        fetch(LATER, LATER_ELSEWHERE);
        specter.plays(() -> {
            assertThat(failureOf(() -> specterOrdersElsewhere.submitCustomer(LATER))
                            .getType())
                    .isEqualTo(FailureTypes.BUSY);
            return new SpecterAnswer.Done(5003);
        });

        assertThat(specterOrders.submitOrder(NEXT, true)).isEqualTo(new StepResult.Done(5003));
        submitCustomer(LATER);
    }

    @Test
    void trustsNoCardThatTwoCallsWroteAtOnce() {
        fetch(ORDER, AT_HOME);
        fetch(GUEST, GUEST_ELSEWHERE);
        specter.plays(() -> {
            specterOrdersElsewhere.submitCustomer(GUEST);
            return new Done(CUSTOMER);
        });
        specter.answers(new Done(CUSTOMER));
        specterOrders.submitCustomer(ORDER);

        assertThat(specterOrders.submitOrder(ORDER, false)).isEqualTo(new StepResult.Stale());
        assertThat(specterOrders.submitOrder(GUEST, false)).isEqualTo(new StepResult.Stale());
        assertThat(customerKnown(NEXT, NEXT_AT_HOME)).isFalse();
    }

    @Test
    void trustsNoCardAfterACustomerCallWhoseAnswerWasLost() {
        transferred(ORDER, AT_HOME, 5001);
        fetch(GUEST, GUEST_ELSEWHERE);
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.NO_ANSWER_IN_TIME);
        failureOf(() -> specterOrders.submitCustomer(GUEST));

        assertThat(customerKnown(NEXT, NEXT_AT_HOME)).isFalse();
        submitCustomer(NEXT);
        assertThat(customerKnown(NEXT, NEXT_AT_HOME)).isTrue();
    }

    @Test
    void stillTrustsTheCardsAfterACustomerCallThatSurelyReachedNobody() {
        transferred(ORDER, AT_HOME, 5001);
        fetch(GUEST, GUEST_ELSEWHERE);
        specter.fails(Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION);
        failureOf(() -> specterOrders.submitCustomer(GUEST));

        assertThat(customerKnown(NEXT, NEXT_AT_HOME)).isTrue();
    }

    @Test
    void sendsTheSameAgainAfterALostAnswerWhateverIsOnTheCardNow() {
        prepared(ORDER, AT_HOME);
        specter.fails(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        failureOf(() -> specterOrders.submitOrder(ORDER, false));
        prepared(GUEST, GUEST_ELSEWHERE);

        specter.answers(new SpecterAnswer.Duplicate("50", 5001L));
        assertThat(specterOrders.submitOrder(ORDER, false)).isEqualTo(new StepResult.Done(5001));
    }

    @Test
    void tellsACustomersGroupOnceSoThatStaffMayChangeIt() {
        transferred(ORDER, AT_HOME, 5001);
        transferred(LATER, LATER_ELSEWHERE, 5002);

        assertThat(specter.customers.get(0).group()).isNotNull();
        assertThat(specter.customers.get(1).group()).isNull();
        assertThat(specter.customers.get(1).invoice().address()).isEqualTo("Björkvägen 2");
    }

    @Test
    void looksUpWhatTheCardSaysOnceAndByOneStatement() {
        fetch(ORDER, AT_HOME);
        books.statements.clear();

        submitCustomer(ORDER);

        assertThat(books.statements.stream().filter(statement -> statement.contains("from customer_card_entry")))
                .hasSize(1);
    }

    @Test
    void knowsWhatWasLastSentForACardAndNothingOfOneThatTwoCallsWroteAtOnce() {
        assertThat(cardOf(NEXT_AT_HOME)).isEmpty();

        transferred(ORDER, AT_HOME, 5001);
        transferred(GUEST, GUEST_ELSEWHERE, 5002);

        assertThat(cardOf(NEXT_AT_HOME).orElseThrow().invoice().address()).isEqualTo("Ågatan 9");

        fetch(GUEST, GUEST_ELSEWHERE.livingAt("Nygatan 3"));
        assertThat(cardOf(NEXT_AT_HOME).map(card -> card.invoice().address())).isNotEqualTo(Optional.of("Nygatan 3"));
    }

    private Optional<SpecterCustomer> cardOf(SampleOrder order) {
        return books.transfer
                .cards()
                .lastSent(
                        ORDER.shop(),
                        order.build(),
                        SampleSetup.tenant().shop(ORDER.shop().shop()).orders());
    }

    private boolean customerKnown(OrderRef order, SampleOrder now) {
        return ((Fetched.Ready) fetch(order, now)).customerKnown();
    }

    private Fetched fetch(OrderRef order, SampleOrder now) {
        put(now);
        return shopOrders.fetchOrder(order, false);
    }

    private void submitCustomer(OrderRef order) {
        specter.answers(new Done(CUSTOMER));
        assertThat(specterOrders.submitCustomer(order)).isEqualTo(new StepResult.Done(CUSTOMER));
    }

    private void prepared(OrderRef order, SampleOrder now) {
        fetch(order, now);
        submitCustomer(order);
    }

    private void transferred(OrderRef order, SampleOrder now, long number) {
        prepared(order, now);
        specter.answers(new Done(number));
        assertThat(specterOrders.submitOrder(order, false)).isEqualTo(new StepResult.Done(number));
    }
}
