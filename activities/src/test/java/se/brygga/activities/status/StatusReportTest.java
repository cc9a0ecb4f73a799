package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.clients.shop.NamesInMemory.CANCELED;
import static se.brygga.clients.shop.NamesInMemory.COMPLETED;
import static se.brygga.clients.shop.NamesInMemory.PACKED;
import static se.brygga.clients.shop.NamesInMemory.PICKING;

import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.status.StatusReport.CallbackOutcome;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.setup.StatusSetup.Event;
import se.brygga.setup.StatusSetup.Rule;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** One event on its way to the shop: look, write once, read back; whatever is lost, nobody is mailed or charged twice. */
@Timeout(120)
class StatusReportTest extends StatusScene {

    @Test
    void writesStatusTrackingAndBothSwitchesAtOnceAndReadsBack() {
        happened(OrderEvent.DELIVERED, "11");

        assertThat(tell()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes)
                .containsExactly(new OrderUpdate(
                        new OrderUpdate.StatusChange(COMPLETED, true, true), new OrderUpdate.Tracking(1, "11")));
        assertOnce();
    }

    @Test
    void sendsBothSwitchesAlsoWhenTheSetUpWantsNeither() {
        happened(OrderEvent.INVOICED);

        assertThat(tell()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes)
                .containsExactly(new OrderUpdate(new OrderUpdate.StatusChange(PACKED, false, false), null));
    }

    @Test
    void writesNothingWhenTheShopSaysSoAlready() {
        shop.status = COMPLETED;
        shop.payment = "captured";
        happened(OrderEvent.DELIVERED);

        assertThat(tell())
                .isInstanceOfSatisfying(
                        CallbackOutcome.Reported.class,
                        reported -> assertThat(String.valueOf(reported.note())).contains("had-it-already"));

        assertThat(shop.writes).isEmpty();
    }

    @Test
    void leavesAnOrderThatIsFurtherInTheShopAndNotesIt() {
        shop.status = PACKED;
        setup = setup(Map.of(Event.DELIVERED, new Rule("picking", true, true, false, false)));
        happened(OrderEvent.DELIVERED);

        assertThat(tell())
                .isInstanceOfSatisfying(
                        CallbackOutcome.Noted.class,
                        noted -> assertThat(noted.note().stored()).contains("Packad"));

        assertThat(shop.writes).isEmpty();
    }

    @Test
    void goesBackwardsByARuleOnly() {
        shop.status = COMPLETED;
        happened(OrderEvent.UNDONE);

        assertThat(tell()).isInstanceOf(CallbackOutcome.Reported.class);
        assertThat(shop.status).isEqualTo(PICKING);

        shop.status = COMPLETED;
        setup = setup(Map.of(Event.UNDONE, new Rule("picking", false, false, false, false)));
        happened(OrderEvent.UNDONE);

        assertThat(tell()).isInstanceOf(CallbackOutcome.Noted.class);
        assertThat(shop.status).isEqualTo(COMPLETED);
    }

    @Test
    void neitherCompletesACancelledOrderNorCancelsACompletedOne() {
        shop.status = CANCELED;
        happened(OrderEvent.DELIVERED);
        assertThat(tell()).isInstanceOf(CallbackOutcome.Noted.class);

        shop.status = COMPLETED;
        happened(OrderEvent.CANCELLED);
        assertThat(tell()).isInstanceOf(CallbackOutcome.Noted.class);

        assertThat(shop.writes).isEmpty();
    }

    @Test
    void findsTheShopsOwnStatusByItsName() {
        happened(OrderEvent.INVOICED);

        tell();

        assertThat(shop.status).isEqualTo(PACKED);
    }

    @Test
    void waitsForAPersonWhenTheShopHasNoSuchStatus() {
        happened(OrderEvent.PAID);

        assertThat(tell()).isInstanceOfSatisfying(CallbackOutcome.Parked.class, parked -> {
            assertThat(parked.cause()).isEqualTo(Cause.STATUS_NOT_IN_SHOP);
            assertThat(parked.detail().stored()).contains("Betald");
        });
    }

    @Test
    void notesWhatNoRuleIsFor() {
        setup = setup(Map.of());
        happened(OrderEvent.DELIVERED);

        assertThat(tell()).isInstanceOf(CallbackOutcome.Noted.class);
        assertThat(shop.writes).isEmpty();
    }

    @Test
    void notesThatTheOrderIsGone() {
        web.orders.delete(ORDER.orderId());
        happened(OrderEvent.DELIVERED);

        assertThat(tell()).isInstanceOf(CallbackOutcome.Noted.class);
    }

    @Test
    void waitsForAPersonWhenTheMoneyIsStillReserved() {
        shop.capturesFail = true;
        happened(OrderEvent.DELIVERED);

        assertThat(tellUntilSettled())
                .isInstanceOfSatisfying(
                        CallbackOutcome.Parked.class,
                        parked -> assertThat(parked.cause()).isEqualTo(Cause.PAYMENT_NOT_CAPTURED));

        assertThat(shop.writes).hasSize(1);
        assertThat(shop.mails).isOne();
    }

    @Test
    void waitsALittleForAPaymentThatIsShownLate() {
        shop.capturesFail = true;
        happened(OrderEvent.DELIVERED);

        assertThatThrownBy(this::tell).isInstanceOf(ApplicationFailure.class).hasMessageContaining("reserved");
        shop.payment = "captured";

        assertThat(tell()).isEqualTo(new CallbackOutcome.Reported(null));
    }

    @Test
    void doesNotCaptureAgainButSeesThatSomebodyHas() {
        shop.capturesFail = true;
        happened(OrderEvent.DELIVERED);
        tellUntilSettled();
        books.callbacks.parked(ORDER, Cause.PAYMENT_NOT_CAPTURED, Detail.value("reserved"));
        books.callbacks.freed(ORDER);
        shop.payment = "captured";

        assertThat(tell()).isInstanceOf(CallbackOutcome.Reported.class);

        assertThat(shop.writes).hasSize(1);
    }

    @Test
    void aCancelledOrdersReservationIsTheShopsToRelease() {
        shop.capturesFail = true;
        happened(OrderEvent.CANCELLED);

        assertThat(tell()).isEqualTo(new CallbackOutcome.Reported(null));
        assertThat(shop.status).isEqualTo(CANCELED);
    }
}
