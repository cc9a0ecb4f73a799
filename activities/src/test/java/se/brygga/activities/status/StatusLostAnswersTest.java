package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.status.StatusReport.CallbackOutcome;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.NamesInMemory;
import se.brygga.clients.shop.OrderInMemory.Write;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;

/** A status is written once, whatever becomes of the answer. */
@Timeout(120)
class StatusLostAnswersTest extends StatusScene {

    @Test
    void looksFirstWhenTheAnswerToATakenWriteWasLost() {
        shop.then(Write.TAKEN_UNHEARD);
        happened(OrderEvent.DELIVERED, "11");

        assertThat(tellUntilSettled()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(1);
        assertOnce();
    }

    @Test
    void writesAgainOnlyWhenALostWriteCanTakeEffectNoMore() {
        shop.then(Write.LOST);
        happened(OrderEvent.DELIVERED, "11");
        assertThatThrownBy(this::tell).isInstanceOf(RemoteFailure.class);
        time.advance(PATIENCE.underWay().minusSeconds(1));
        assertThatThrownBy(this::tell).isInstanceOf(ApplicationFailure.class);
        assertThat(shop.writes).hasSize(1);

        time.advance(Duration.ofSeconds(1));
        assertThat(tell()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(2);
        assertOnce();
    }

    @Test
    void aWriteThatTakesEffectLateIsNotRepeated() {
        shop.then(Write.TAKEN_UNHEARD);
        shop.lateLooks = 1;
        happened(OrderEvent.DELIVERED);
        assertThatThrownBy(this::tell).isInstanceOf(RemoteFailure.class);
        shop.lateLooks = 10;

        assertThat(tellUntilSettled()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(1);
        assertOnce();
    }

    @Test
    void waitsForAReadThatShowsTheWriteLate() {
        shop.lateLooks = 3;
        happened(OrderEvent.DELIVERED, "11");
        // The first look is before any write, and shows the order as it is.
        assertThat(tellUntilSettled()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(1);
        assertOnce();
    }

    @Test
    void waitsForAPersonWhenAnAnsweredWriteIsNotShown() {
        shop.then(Write.IGNORED);
        happened(OrderEvent.DELIVERED);

        assertThat(tellUntilSettled())
                .isInstanceOfSatisfying(
                        CallbackOutcome.Parked.class,
                        parked -> assertThat(parked.cause()).isEqualTo(Cause.STATUS_NOT_TAKEN));

        assertThat(shop.writes).as("a second one might be a second mail").hasSize(1);
    }

    @Test
    void writesOnceMoreWhenAPersonSaysSo() {
        shop.then(Write.IGNORED);
        happened(OrderEvent.DELIVERED);
        tellUntilSettled();
        books.callbacks.parked(ORDER, Cause.STATUS_NOT_TAKEN, Detail.value("still created"));
        books.callbacks.freed(ORDER);

        assertThat(tellUntilSettled()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(2);
        assertOnce();
    }

    @Test
    void aCrashBetweenTheNoteAndTheWriteIsTakenForALostWrite() {
        shop.then(Write.CRASH);
        happened(OrderEvent.DELIVERED);
        assertThatThrownBy(this::tell).hasMessage("killed");
        assertThat(callback().sentAt()).isNotNull();
        shop.writes.clear();

        assertThatThrownBy(this::tell).isInstanceOf(ApplicationFailure.class);
        assertThat(shop.writes).isEmpty();

        assertThat(tellUntilSettled()).isEqualTo(new CallbackOutcome.Reported(null));
        assertOnce();
    }

    @Test
    void aRefusedWriteWasNoneAndIsToldAsItIs() {
        shop.then(Write.REFUSED);
        happened(OrderEvent.DELIVERED);

        assertThat(tell())
                .isEqualTo(new CallbackOutcome.Parked(Cause.PAYMENT_REFUSED, Detail.value("scripted bad-request")));

        assertThat(callback().sentAt()).isNull();
    }

    @Test
    void aBusyShopIsWrittenToAgainAtOnceWhenItIsReady() {
        shop.then(Write.BUSY, Write.BUSY);
        happened(OrderEvent.DELIVERED);
        assertThatThrownBy(this::tell).isInstanceOf(RemoteFailure.class);
        assertThatThrownBy(this::tell).isInstanceOf(RemoteFailure.class);

        assertThat(tell()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(3);
        assertOnce();
    }

    @Test
    void whatStaffSetAfterAWriteWhoseAnswerWasLostStays() {
        shop.then(Write.TAKEN_UNHEARD);
        happened(OrderEvent.DELIVERED, "11");
        assertThatThrownBy(this::tell).isInstanceOf(RemoteFailure.class);
        shop.status = NamesInMemory.PICKING;

        assertThat(tellUntilSettled())
                .isInstanceOfSatisfying(
                        CallbackOutcome.Noted.class,
                        noted -> assertThat(noted.note().stored()).contains("picking"));

        assertThat(shop.status).isEqualTo(NamesInMemory.PICKING);
        assertThat(shop.writes).hasSize(1);
        assertOnce();
    }
}
