package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;
import static se.brygga.activities.status.ShopWithOneOrder.CANCELED;
import static se.brygga.activities.status.ShopWithOneOrder.COMPLETED;
import static se.brygga.activities.status.ShopWithOneOrder.CREATED;
import static se.brygga.activities.status.ShopWithOneOrder.PACKED;
import static se.brygga.activities.status.ShopWithOneOrder.PICKING;

import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.activities.MovableTime;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.setup.StatusSetup;
import se.brygga.activities.setup.StatusSetup.Event;
import se.brygga.activities.setup.StatusSetup.Rule;
import se.brygga.activities.starweb.OrderUpdate;
import se.brygga.activities.status.ShopWithOneOrder.Write;
import se.brygga.activities.store.OrderReading;
import se.brygga.activities.store.feed.CallbackBook;
import se.brygga.activities.store.feed.OrderEvent;
import se.brygga.activities.store.feed.SpecterOrderBook;
import se.brygga.activities.transfer.OrderCodec;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** One event on its way to the shop: look, write once, read back; whatever is lost, nobody is mailed or charged twice. */
@Timeout(120)
class StatusReportTest {

    private static final OrderRef ORDER = new OrderRef(SHOP, 10025);
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(6), Duration.ofSeconds(45), Duration.ofSeconds(2));
    private static final Rule DELIVERED = new Rule("completed", true, true, true, false);
    private static final Rule CANCELLED = new Rule("Makulerad", false, true, false, false);
    private static final Rule UNDONE = new Rule("picking", false, false, false, true);

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);
    private final ShopWithOneOrder shop = new ShopWithOneOrder();
    private StatusSetup setup = setup(Map.of(
            Event.DELIVERED, DELIVERED,
            Event.CANCELLED, CANCELLED,
            Event.UNDONE, UNDONE,
            Event.INVOICED, new Rule("Packad", false, false, false, false),
            Event.PAID, new Rule("Betald", false, false, false, false)));

    StatusReportTest() {
        OrderCodec codec = new OrderCodec();
        SampleOrder sample = SampleOrder.of(ORDER.orderId(), "2026-11-24T09:00:00Z");
        books.orders.held(
                ORDER,
                "w",
                new OrderReading(
                        BigDecimal.TEN,
                        "SEK",
                        time.instant(),
                        "hash",
                        CREATED,
                        true,
                        false,
                        codec.bytes(sample.build())),
                Cause.ARTICLE_UNKNOWN,
                "any");
    }

    @Test
    void writesStatusTrackingAndBothSwitchesAtOnceAndReadsBack() {
        happened(OrderEvent.DELIVERED, "11");

        assertThat(tell()).isEqualTo(new Outcome.Reported(null));

        assertThat(shop.writes)
                .containsExactly(new OrderUpdate(
                        new OrderUpdate.StatusChange(COMPLETED, true, true), new OrderUpdate.Tracking(1, "11")));
        assertOnce();
    }

    @Test
    void sendsBothSwitchesAlsoWhenTheSetUpWantsNeither() {
        happened(OrderEvent.INVOICED);

        assertThat(tell()).isEqualTo(new Outcome.Reported(null));

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
                        Outcome.Reported.class,
                        reported -> assertThat(reported.note()).contains("already"));

        assertThat(shop.writes).isEmpty();
    }

    @Test
    void leavesAnOrderThatIsFurtherInTheShopAndNotesIt() {
        shop.status = PACKED;
        setup = setup(Map.of(Event.DELIVERED, new Rule("picking", true, true, false, false)));
        happened(OrderEvent.DELIVERED);

        assertThat(tell())
                .isInstanceOfSatisfying(
                        Outcome.Noted.class, noted -> assertThat(noted.note()).contains("Packad"));

        assertThat(shop.writes).isEmpty();
    }

    @Test
    void goesBackwardsByARuleOnly() {
        shop.status = COMPLETED;
        happened(OrderEvent.UNDONE);

        assertThat(tell()).isInstanceOf(Outcome.Reported.class);
        assertThat(shop.status).isEqualTo(PICKING);

        shop.status = COMPLETED;
        setup = setup(Map.of(Event.UNDONE, new Rule("picking", false, false, false, false)));
        happened(OrderEvent.UNDONE);

        assertThat(tell()).isInstanceOf(Outcome.Noted.class);
        assertThat(shop.status).isEqualTo(COMPLETED);
    }

    @Test
    void neitherCompletesACancelledOrderNorCancelsACompletedOne() {
        shop.status = CANCELED;
        happened(OrderEvent.DELIVERED);
        assertThat(tell()).isInstanceOf(Outcome.Noted.class);

        shop.status = COMPLETED;
        happened(OrderEvent.CANCELLED);
        assertThat(tell()).isInstanceOf(Outcome.Noted.class);

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

        assertThat(tell()).isInstanceOfSatisfying(Outcome.Held.class, held -> {
            assertThat(held.cause()).isEqualTo(Cause.STATUS_NOT_IN_SHOP);
            assertThat(held.detail()).contains("Betald");
        });
    }

    @Test
    void notesWhatNoRuleIsFor() {
        setup = setup(Map.of());
        happened(OrderEvent.DELIVERED);

        assertThat(tell()).isInstanceOf(Outcome.Noted.class);
        assertThat(shop.writes).isEmpty();
    }

    @Test
    void notesThatTheOrderIsGone() {
        shop.deleted = true;
        happened(OrderEvent.DELIVERED);

        assertThat(tell()).isInstanceOf(Outcome.Noted.class);
    }

    @Test
    void looksFirstWhenTheAnswerToATakenWriteWasLost() {
        shop.then(Write.TAKEN_UNHEARD);
        happened(OrderEvent.DELIVERED, "11");

        assertThat(tellUntilSettled()).isEqualTo(new Outcome.Reported(null));

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
        assertThat(tell()).isEqualTo(new Outcome.Reported(null));

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

        assertThat(tellUntilSettled()).isEqualTo(new Outcome.Reported(null));

        assertThat(shop.writes).hasSize(1);
        assertOnce();
    }

    @Test
    void waitsForAReadThatShowsTheWriteLate() {
        shop.lateLooks = 3;
        happened(OrderEvent.DELIVERED, "11");
        // The first look is before any write, and shows the order as it is.
        assertThat(tellUntilSettled()).isEqualTo(new Outcome.Reported(null));

        assertThat(shop.writes).hasSize(1);
        assertOnce();
    }

    @Test
    void waitsForAPersonWhenAnAnsweredWriteIsNotShown() {
        shop.then(Write.IGNORED);
        happened(OrderEvent.DELIVERED);

        assertThat(tellUntilSettled())
                .isInstanceOfSatisfying(
                        Outcome.Held.class, held -> assertThat(held.cause()).isEqualTo(Cause.STATUS_NOT_TAKEN));

        assertThat(shop.writes).as("a second one might be a second mail").hasSize(1);
    }

    @Test
    void writesOnceMoreWhenAPersonSaysSo() {
        shop.then(Write.IGNORED);
        happened(OrderEvent.DELIVERED);
        tellUntilSettled();
        books.callbacks.held(ORDER, "w", Cause.STATUS_NOT_TAKEN, "still created");
        books.callbacks.freed(ORDER);

        assertThat(tellUntilSettled()).isEqualTo(new Outcome.Reported(null));

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

        assertThat(tellUntilSettled()).isEqualTo(new Outcome.Reported(null));
        assertOnce();
    }

    @Test
    void aRefusedWriteWasNoneAndIsToldAsItIs() {
        shop.then(Write.REFUSED);
        happened(OrderEvent.DELIVERED);

        assertThatThrownBy(this::tell)
                .isInstanceOfSatisfying(
                        RemoteFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.REFUSED));

        assertThat(callback().sentAt()).isNull();
    }

    @Test
    void aBusyShopIsWrittenToAgainAtOnceWhenItIsReady() {
        shop.then(Write.BUSY, Write.BUSY);
        happened(OrderEvent.DELIVERED);
        assertThatThrownBy(this::tell).isInstanceOf(RemoteFailure.class);
        assertThatThrownBy(this::tell).isInstanceOf(RemoteFailure.class);

        assertThat(tell()).isEqualTo(new Outcome.Reported(null));

        assertThat(shop.writes).hasSize(3);
        assertOnce();
    }

    @Test
    void waitsForAPersonWhenTheMoneyIsStillReserved() {
        shop.capturesFail = true;
        happened(OrderEvent.DELIVERED);

        assertThat(tellUntilSettled())
                .isInstanceOfSatisfying(
                        Outcome.Held.class, held -> assertThat(held.cause()).isEqualTo(Cause.PAYMENT_NOT_CAPTURED));

        assertThat(shop.writes).hasSize(1);
        assertThat(shop.mails).isOne();
    }

    @Test
    void doesNotCaptureAgainButSeesThatSomebodyHas() {
        shop.capturesFail = true;
        happened(OrderEvent.DELIVERED);
        tellUntilSettled();
        books.callbacks.held(ORDER, "w", Cause.PAYMENT_NOT_CAPTURED, "reserved");
        books.callbacks.freed(ORDER);
        shop.payment = "captured";

        assertThat(tell()).isInstanceOf(Outcome.Reported.class);

        assertThat(shop.writes).hasSize(1);
    }

    @Test
    void aCancelledOrdersReservationIsTheShopsToRelease() {
        shop.capturesFail = true;
        happened(OrderEvent.CANCELLED);

        assertThat(tell()).isEqualTo(new Outcome.Reported(null));
        assertThat(shop.status).isEqualTo(CANCELED);
    }

    @Test
    void leavesATrackingNumberThatIsOnTheOrder() {
        shop.trackingNo = "ANDERS-1";
        happened(OrderEvent.DELIVERED, "11");

        tell();

        assertThat(shop.trackingNo).isEqualTo("ANDERS-1");
        assertThat(shop.said).containsExactly("Kollinummer: 11");
    }

    @Test
    void tellsFurtherParcelsInOneCommentOnce() {
        shop.losesTheAnswerToAComment();
        happened(OrderEvent.DELIVERED, "11", "12", "13");

        assertThat(tellUntilSettled()).isEqualTo(new Outcome.Reported(null));

        assertThat(shop.trackingNo).isEqualTo("11");
        assertThat(shop.said).containsExactly("Kollinummer: 12, 13");
        assertOnce();
    }

    @Test
    void aNumberIsNotSaidBecauseAnotherOneBeginsWithIt() {
        shop.said.add("Kollinummer: 120, 7-121");
        happened(OrderEvent.DELIVERED, "11", "12");

        tell();

        assertThat(shop.said).contains("Kollinummer: 12");
    }

    @Test
    void aNumberThatIsTooLongForTheOrderIsToldInTheComment() {
        String tooLong = "9".repeat(51);
        happened(OrderEvent.DELIVERED, tooLong);

        tell();

        assertThat(shop.trackingNo).isNull();
        assertThat(shop.said).containsExactly("Kollinummer: " + tooLong);
    }

    @Test
    void sendsNoTrackingWhereTheSetUpDoesNotWantIt() {
        setup = setup(Map.of(Event.DELIVERED, new Rule("completed", true, true, false, false)));
        happened(OrderEvent.DELIVERED, "11", "12");

        tell();

        assertThat(shop.trackingNo).isNull();
        assertThat(shop.said).isEmpty();
    }

    @Test
    void laterParcelsAreToldWithoutAStatus() {
        shop.status = COMPLETED;
        happened(OrderEvent.PARCELS, "11", "12");

        assertThat(tell()).isEqualTo(new Outcome.Reported(null));

        assertThat(shop.writes).containsExactly(new OrderUpdate(null, new OrderUpdate.Tracking(1, "11")));
        assertThat(shop.said).containsExactly("Kollinummer: 12");
        assertThat(shop.mails + shop.captures).isZero();
    }

    @Test
    void laterParcelsAreToldOnceAlthoughAnswersAreLost() {
        shop.status = COMPLETED;
        shop.then(Write.TAKEN_UNHEARD).losesTheAnswerToAComment();
        happened(OrderEvent.PARCELS, "11", "12");

        assertThat(tellUntilSettled()).isEqualTo(new Outcome.Reported(null));

        assertThat(shop.writes).hasSize(1);
        assertThat(shop.said).containsExactly("Kollinummer: 12");
    }

    @Test
    void theCarrierIsTheSetUpsElseTheOneCalledAsTheShippingMethod() {
        setup = new StatusSetup(setup.rules(), Map.of("1", "DHL"), setup.sequence(), 7);
        happened(OrderEvent.DELIVERED, "11");

        tell();

        assertThat(shop.tracker).isEqualTo(2);
    }

    private void happened(OrderEvent event, String... tracking) {
        books.callbacks
                .next(ORDER)
                .ifPresent(open -> books.callbacks.settled(open, "w", CallbackBook.State.NOTED, "the test goes on"));
        books.callbacks.add(new SpecterOrderBook.Happened(ORDER, event, List.of(tracking)), null);
    }

    private CallbackBook.Callback callback() {
        return books.callbacks.next(ORDER).orElseThrow();
    }

    /** One attempt of a process that remembers nothing. */
    private Outcome tell() {
        StatusReport report =
                new StatusReport(books.callbacks, new Parcels(books.orders, new OrderCodec()), PATIENCE, time);
        return report.tell(callback(), shop, setup);
    }

    /** As the engine does it: again after every failure, a little later. */
    private Outcome tellUntilSettled() {
        List<Exception> failures = new ArrayList<>();
        while (failures.size() < 100) {
            try {
                return tell();
            } catch (RemoteFailure | ApplicationFailure failure) {
                failures.add(failure);
                time.advance(PATIENCE.between());
            }
        }
        throw new AssertionError("not settled after " + failures.size() + " attempts: " + failures.getLast());
    }

    private void assertOnce() {
        assertThat(shop.mails).isOne();
        assertThat(shop.captures).isOne();
    }

    private static StatusSetup setup(Map<Event, Rule> rules) {
        return new StatusSetup(rules, Map.of(), List.of("created", "picking", "Packad", "completed"), 7);
    }
}
