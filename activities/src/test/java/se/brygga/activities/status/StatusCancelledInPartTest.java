package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;
import static se.brygga.clients.shop.NamesInMemory.CANCELED;
import static se.brygga.clients.shop.NamesInMemory.CREATED;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.mapping.Translation;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.status.StatusReport.CallbackOutcome;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.clients.specter.feed.OrderChange.Deliveries;
import se.brygga.clients.specter.feed.OrderChange.Invoice;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.specter.order.SpecterOrder;
import se.brygga.workflows.Money;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Detail;

/** What has left the house, or was invoiced, is never cancelled, mailed about or released with the rest of the order. */
@Timeout(120)
class StatusCancelledInPartTest extends StatusScene {

    private static final long NUMBER = 5001;
    private static final Deliveries NONE = Deliveries.bare(false, List.of());
    private static final Deliveries PART = Deliveries.bare(true, List.of("370222"));
    private static final Invoice INVOICE = new Invoice("9", false, 0, new BigDecimal("250"));

    @BeforeEach
    void inSpecter() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        journal("N", "1", NONE);
        handOver();
    }

    @Test
    void theRestOfAnOrderThatIsPartlyDeliveredWaits() {
        journal("P", "2", PART);
        handOver();
        tellPart();
        journal("P", "5", Deliveries.bare(false, List.of("370222")));
        handOver();

        assertWaits("A part is delivered, and Specter does not tell which.", "Parcels: 1", "not invoiced");
    }

    @Test
    void aPartAndACancellationInOneBatchWait() {
        journal("P", "5", PART);
        handOver();

        assertWaits("A part is delivered");
    }

    @Test
    void aPartThatSpecterListsWithoutSayingThatItIsNewWaits() {
        journal("P", "5", new Deliveries(false, true, List.of(), List.of()));
        handOver();

        assertWaits("A part is delivered");
    }

    @Test
    void saysWhichRowsWereDeliveredWhereSpecterTells() {
        journal("P", "5", new Deliveries(true, true, List.of(), List.of(new OrderChange.Row("FRAKT", BigDecimal.ONE))));
        handOver();

        assertWaits("Delivered: 1 FRAKT");
    }

    @Test
    void anInvoicedOrderThatIsCancelledWaitsAndItsInvoiceIsNotTold() {
        journal("N", "5", NONE, INVOICE);
        handOver();

        assertWaits("Nothing is delivered.", "invoiced, and not credited");
    }

    @Test
    void anInvoiceOfATriggerHoldsTheCancellationToo() {
        books.specterOrders.invoiced(SHOP.tenant(), NUMBER);
        handOver();
        books.callbacks.settled(callback(), CallbackBook.State.NOTED, Detail.value("the test goes on"));
        journal("N", "5", NONE);
        handOver();

        assertWaits("invoiced, and not credited");
    }

    @Test
    void aCreditOfAPartIsNotOneOfAll() {
        journal("N", "5", NONE, INVOICE, new Invoice("10", true, null, new BigDecimal("-100")));
        handOver();

        assertWaits("not credited");
    }

    @Test
    void aCreditWhoseInvoiceIsNotToldIsNotOneOfAll() {
        books.specterOrders.invoiced(SHOP.tenant(), NUMBER);
        journal("N", "5", NONE, new Invoice("10", true, null, new BigDecimal("-100")));
        handOver();
        books.callbacks.settled(callback(), CallbackBook.State.NOTED, Detail.value("the invoice"));

        assertWaits("not credited");
    }

    @Test
    void namesWhatIsLeftHoweverSpecterSpellsWhatItHasDelivered() {
        sent(row("KAJ-006", 2), row("KAJ-007", 1));
        journal(
                "P",
                "5",
                new Deliveries(
                        true,
                        true,
                        List.of(),
                        List.of(
                                new OrderChange.Row("kaj-006", BigDecimal.ONE),
                                new OrderChange.Row("KAJ-006", BigDecimal.ONE))));
        handOver();

        assertWaits("Not delivered: 1 KAJ-007");
    }

    @Test
    void aCreditedOrderWithoutDeliveryIsCancelled() {
        journal("N", "5", NONE, INVOICE, new Invoice("10", true, null, new BigDecimal("-250")));
        handOver();

        assertThat(tellAll()).last().isEqualTo(new CallbackOutcome.Reported(null));
        assertThat(shop.status).isEqualTo(CANCELED);
    }

    @Test
    void anOrderThatIsDeliveredInFullAndThenCancelledWaits() {
        journal("D", "5", Deliveries.bare(true, List.of("11")));
        handOver();

        assertWaits("All of it is delivered.");
    }

    @Test
    void aPartThatWasUndoneFirstLetsTheCancellationThrough() {
        journal("P", "2", PART);
        handOver();
        tellPart();
        journal("N", "1", NONE);
        journal("N", "5", NONE);
        handOver();

        assertThat(tellAll()).containsExactly(new CallbackOutcome.Reported(null));
        assertThat(shop.status).isEqualTo(CANCELED);
        assertThat(shop.trackingNo).isNull();
    }

    @Test
    void aPartThatWasUndoneBeforeAnybodyHeardOfItLetsTheCancellationThrough() {
        journal("N", "5", new Deliveries(true, false, List.of(), List.of()));
        handOver();

        assertThat(tellAll()).last().isEqualTo(new CallbackOutcome.Reported(null));
        assertThat(shop.status).isEqualTo(CANCELED);
    }

    @Test
    void ofTwoDeliveriesTheFirstOneCountsWhenTheSecondIsUndone() {
        journal("D", "3", Deliveries.bare(true, List.of("11", "12")));
        handOver();
        books.callbacks.settled(callback(), CallbackBook.State.NOTED, Detail.value("the test goes on"));
        journal("P", "5", Deliveries.bare(false, List.of("11")));
        handOver();
        books.callbacks.settled(callback(), CallbackBook.State.NOTED, Detail.value("the undo"));

        assertWaits("A part is delivered", "Parcels: 1");
    }

    @Test
    void whatBecomesKnownOnlyAfterTheShopWasToldWaitsAndSaysSo() {
        journal("N", "5", NONE);
        handOver();
        assertThat(tellAll()).containsExactly(new CallbackOutcome.Reported(null));
        shop.writes.clear();
        books.specterOrders.invoiced(SHOP.tenant(), NUMBER);
        handOver();

        assertThat(tell())
                .isInstanceOfSatisfying(
                        CallbackOutcome.Parked.class,
                        parked -> assertThat(parked.detail().stored()).contains("{shop-may-show-cancelled}"));
        assertThat(shop.writes).isEmpty();
    }

    @Test
    void aSettledWaitIsNotAskedAgainByTheInvoiceBehindIt() {
        journal("P", "5", PART);
        handOver();
        assertWaits("A part is delivered");
        books.callbacks.parked(ORDER, Cause.CANCELLED_IN_PART, Detail.value("any"));
        books.callbacks.skipped(ORDER, Detail.value("settled by anna"));
        books.specterOrders.invoiced(SHOP.tenant(), NUMBER);
        handOver();

        assertThat(tellAll())
                .hasOnlyElementsOfType(CallbackOutcome.Overtaken.class)
                .hasSize(1);
        assertThat(shop.writes).isEmpty();
    }

    @Test
    void aCancellationThatWasTakenBackIsNotTold() {
        journal("N", "5", NONE);
        handOver();
        journal("N", "1", NONE);

        assertThat(tellAll())
                .hasOnlyElementsOfType(CallbackOutcome.Overtaken.class)
                .hasSize(1);
        assertThat(shop.status).isEqualTo(CREATED);
    }

    private void sent(SpecterOrder.Row... rows) {
        SpecterOrder order = new SpecterOrder(
                "K10025",
                null,
                null,
                "SEK",
                "SE",
                "KG",
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                List.of(rows));
        SpecterCustomer customer = new SpecterCustomer(
                null,
                "Lena",
                "Provsson",
                null,
                null,
                null,
                null,
                null,
                null,
                new SpecterCustomer.Address("Testgatan 1", null, "411 01", "Göteborg", "SE", null),
                null,
                "SEK",
                "SE",
                null,
                new SpecterCustomer.Match(false, false, true));
        OrderCodec codec = new OrderCodec();
        byte[] draft = codec.bytes(new Translation.Draft(
                customer, order, List.of(), new Money(new BigDecimal("250.00"), "SEK"), List.of()));
        books.orders.ready(
                ORDER,
                new OrderReading(
                        BigDecimal.TEN,
                        "SEK",
                        time.instant(),
                        "hash",
                        CREATED,
                        true,
                        false,
                        codec.bytes(SampleOrder.of(ORDER.orderId(), "2026-11-24T09:00:00Z")
                                .build()),
                        Set.of()),
                new OrderReading.Ready("c1", 42L, false, draft, List.of()));
        books.orders.transferred(ORDER, NUMBER, "hash");
    }

    private static SpecterOrder.Row row(String articleNo, int quantity) {
        return new SpecterOrder.Row(articleNo, "any", null, BigDecimal.TEN, new BigDecimal(quantity), 25);
    }

    private void tellPart() {
        assertThat(callback().event()).isEqualTo(OrderEvent.PART_DELIVERED);
        assertThat(tellAll()).hasOnlyElementsOfType(CallbackOutcome.Noted.class);
    }

    /** The cancellation is what waits, whatever is before it in the inbox, and nothing was written. */
    private void assertWaits(String... said) {
        while (callback().event() != OrderEvent.CANCELLED) {
            CallbackBook.Callback before = callback();
            assertThat(tell()).isNotInstanceOf(CallbackOutcome.Parked.class);
            books.callbacks.settled(before, CallbackBook.State.OVERTAKEN, Detail.value("any"));
        }
        assertThat(tell()).isInstanceOfSatisfying(CallbackOutcome.Parked.class, parked -> {
            assertThat(parked.cause()).isEqualTo(Cause.CANCELLED_IN_PART);
            assertThat(CauseTexts.in(Locale.ENGLISH).detail(parked.detail())).contains(said);
        });
        assertThat(shop.writes).isEmpty();
        assertThat(shop.said).isEmpty();
        assertThat(shop.mails + shop.captures).isZero();
        assertThat(shop.payment).isEqualTo("reserved");
        assertThat(shop.status).isEqualTo(CREATED);
    }

    private void journal(String delivery, String status, Deliveries deliveries, Invoice... invoices) {
        books.specterOrders.changed(
                SHOP.tenant(), new OrderChange(NUMBER, delivery, status, deliveries, List.of(invoices)));
    }

    private void handOver() {
        books.specterOrders.handOver(SHOP.tenant(), happened -> books.callbacks.add(happened, null));
    }
}
