package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;
import static se.brygga.clients.shop.NamesInMemory.CANCELED;
import static se.brygga.clients.shop.NamesInMemory.COMPLETED;
import static se.brygga.clients.shop.NamesInMemory.CREATED;
import static se.brygga.clients.shop.NamesInMemory.PICKING;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.status.StatusReport.CallbackOutcome;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.NamesInMemory;
import se.brygga.clients.shop.OrderInMemory.Write;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StatusSetup.Event;
import se.brygga.setup.StatusSetup.Rule;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** An event waits in the inbox, and Specter takes it back meanwhile: nobody is mailed or charged for what is not so. */
@Timeout(120)
class StatusOvertakenTest extends StatusScene {

    @Test
    void aDeliveryThatWasUndoneBeforeTheShopWasToldIsNotToldNorIsTheUndo() {
        happened(OrderEvent.DELIVERED, "11", "12");
        happenedNext(OrderEvent.UNDONE);

        assertThat(tellAll())
                .hasOnlyElementsOfType(CallbackOutcome.Overtaken.class)
                .hasSize(2);

        assertNothingWritten();
        assertThat(shop.status).isEqualTo(CREATED);
    }

    @Test
    void anUndoThatNoRuleIsForOvertakesTheDeliveryToo() {
        happened(OrderEvent.DELIVERED, "11");
        books.callbacks.add(
                new SpecterOrderBook.Happened(ORDER, OrderEvent.UNDONE, List.of()),
                Detail.value("the set-up has no rule for it"));

        assertThat(tellAll())
                .hasOnlyElementsOfType(CallbackOutcome.Overtaken.class)
                .hasSize(1);

        assertNothingWritten();
    }

    @Test
    void anOrderThatWasCancelledBeforeTheShopWasToldOfItsDeliveryIsOnlyCancelled() {
        happened(OrderEvent.DELIVERED, "11");
        happenedNext(OrderEvent.CANCELLED);

        assertThat(tellAll()).first().isInstanceOf(CallbackOutcome.Overtaken.class);

        assertThat(shop.writes).hasSize(1);
        assertThat(shop.status).isEqualTo(CANCELED);
        assertThat(shop.payment).isEqualTo("released");
        assertThat(shop.mails).isZero();
    }

    @Test
    void aDeliveryThatCameAgainAfterTheUndoIsTold() {
        happened(OrderEvent.DELIVERED, "11");
        happenedNext(OrderEvent.UNDONE);
        happenedNext(OrderEvent.DELIVERED, "12");

        assertThat(tellAll()).last().isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(1);
        assertThat(shop.status).isEqualTo(COMPLETED);
        assertThat(shop.trackingNo).isEqualTo("12");
        assertThat(shop.said).isEmpty();
        assertOnce();
    }

    @Test
    void aDeliveryThatTheShopHasTakenIsUndoneByItsRule() {
        shop.then(Write.TAKEN_UNHEARD);
        happened(OrderEvent.DELIVERED, "11");
        assertThatThrownBy(this::tell).isInstanceOf(RemoteFailure.class);
        happenedNext(OrderEvent.UNDONE);

        assertThat(tellAll()).containsExactly(new CallbackOutcome.Reported(null), new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(2);
        assertThat(shop.status).isEqualTo(PICKING);
    }

    @Test
    void aWriteThatWasLostIsNotRepeatedOnceTheDeliveryIsUndone() {
        shop.then(Write.LOST);
        happened(OrderEvent.DELIVERED, "11");
        assertThatThrownBy(this::tell).isInstanceOf(RemoteFailure.class);
        happenedNext(OrderEvent.UNDONE);

        assertThat(tellAll())
                .hasOnlyElementsOfType(CallbackOutcome.Overtaken.class)
                .hasSize(2);

        assertThat(shop.writes).hasSize(1);
        assertThat(shop.mails + shop.captures).isZero();
    }

    @Test
    void theUndoIsToldWhereTheShopHadTheDeliveryAlready() {
        shop.status = COMPLETED;
        happened(OrderEvent.DELIVERED, "11");
        happenedNext(OrderEvent.UNDONE);

        assertThat(tellAll()).last().isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.status).isEqualTo(PICKING);
        assertThat(shop.trackingNo).isNull();
    }

    @Test
    void furtherParcelsOfAnUndoneDeliveryAreNotTold() {
        shop.status = COMPLETED;
        happened(OrderEvent.PARCELS, "12");
        happenedNext(OrderEvent.UNDONE);

        assertThat(tellAll()).first().isInstanceOf(CallbackOutcome.Overtaken.class);

        assertThat(shop.status).isEqualTo(PICKING);
        assertThat(shop.trackingNo).isNull();
        assertThat(shop.said).isEmpty();
    }

    @Test
    void neitherTheInvoiceNorThePaymentOfAnOrderThatWasCancelledMeanwhileIsTold() {
        setup = withInvoices(true);
        happened(OrderEvent.INVOICED);
        happenedNext(OrderEvent.PAID);
        happenedNext(OrderEvent.CANCELLED);

        assertThat(tellAll())
                .containsExactly(
                        new CallbackOutcome.Overtaken(Phrase.CANCELLED_MEANWHILE.with()),
                        new CallbackOutcome.Overtaken(Phrase.CANCELLED_MEANWHILE.with()),
                        new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(1);
        assertThat(shop.status).isEqualTo(CANCELED);
        assertThat(shop.payment).isEqualTo("released");
        assertThat(shop.mails).isZero();
    }

    @Test
    void anInvoiceThatSpecterTellsOnlyAfterTheCancellationIsNotTold() {
        setup = withInvoices(true);
        books.orders.transferred(ORDER, 5001, "hash");
        books.specterOrders.changed(
                SHOP.tenant(),
                new OrderChange(5001, "0", "5", OrderChange.Deliveries.bare(false, List.of()), List.of()));
        books.callbacks.add(
                new SpecterOrderBook.Happened(ORDER, OrderEvent.CANCELLED, List.of()),
                Detail.value("the set-up has no rule for it"));
        happenedNext(OrderEvent.INVOICED);

        assertThat(tellAll())
                .hasOnlyElementsOfType(CallbackOutcome.Overtaken.class)
                .hasSize(1);

        assertNothingWritten();
    }

    @Test
    void anInvoiceOutlivesTheUndoOfItsDelivery() {
        setup = withInvoices(false);
        happened(OrderEvent.INVOICED);
        happenedNext(OrderEvent.UNDONE);

        assertThat(tellAll()).first().isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes.getFirst().status())
                .isEqualTo(new OrderUpdate.StatusChange(NamesInMemory.PACKED, false, false));
    }

    @Test
    void nobodyIsAskedToChargeAnOrderThatWasCancelledAfterItsStatusWasWritten() {
        shop.capturesFail = true;
        happened(OrderEvent.DELIVERED, "11");
        assertThatThrownBy(this::tell).hasMessageContaining("reserved");
        happenedNext(OrderEvent.CANCELLED);

        assertThat(tellAll())
                .first()
                .isInstanceOfSatisfying(
                        CallbackOutcome.Reported.class,
                        reported -> assertThat(String.valueOf(reported.note()))
                                .startsWith("{still-reserved|")
                                .contains("{cancelled-meanwhile}"));
    }

    @Test
    void nobodyIsAskedAboutAWriteThatTheShopDidNotTakeOnceItIsCancelled() {
        shop.then(Write.IGNORED);
        happened(OrderEvent.DELIVERED, "11");
        assertThatThrownBy(this::tell).hasMessageContaining("does not show");
        happenedNext(OrderEvent.CANCELLED);

        assertThat(tellAll()).last().isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(2);
        assertThat(shop.status).isEqualTo(CANCELED);
    }

    private static StatusSetup withInvoices(boolean capture) {
        return setup(Map.of(
                Event.CANCELLED,
                CANCELLED,
                Event.UNDONE,
                UNDONE,
                Event.INVOICED,
                new Rule("Packad", capture, capture, false, false),
                Event.PAID,
                new Rule("no such status", true, true, false, false)));
    }

    private void assertNothingWritten() {
        assertThat(shop.writes).isEmpty();
        assertThat(shop.said).isEmpty();
    }
}
