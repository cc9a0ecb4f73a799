package se.brygga.activities.status.specter;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.workflows.OrderRef;

/** Specter delivers and invoices in one go, so its trigger comes while the journal is being stored. */
@Timeout(120)
class SpecterOrderRaceTest {

    private static final String TENANT = SHOP.tenant();
    private static final long NUMBER = 5001;
    private static final OrderChange DELIVERY =
            new OrderChange(NUMBER, "D", "1", OrderChange.Deliveries.bare(true, List.of("11")), List.of());

    private final Books books = new Books(new MovableTime("2026-11-24T10:00:00Z"));

    @Test
    void aDeliveryStaysWhenTheTriggerOfItsInvoiceComesWhileItIsStored() {
        meanwhile(
                () -> books.specterOrders.changed(TENANT, DELIVERY),
                () -> books.specterOrders.invoiced(TENANT, NUMBER));

        assertDeliveredAndInvoiced();
    }

    @Test
    void anInvoiceStaysWhenItsTriggerComesWhileTheDeliveryIsStored() {
        meanwhile(
                () -> books.specterOrders.invoiced(TENANT, NUMBER),
                () -> books.specterOrders.changed(TENANT, DELIVERY));

        assertDeliveredAndInvoiced();
    }

    @Test
    void anInvoiceOfADeliveryThatWasToldTakesNothingBack() {
        books.orders.transferred(new OrderRef(SHOP, 10025), NUMBER, "hash");
        books.specterOrders.changed(TENANT, DELIVERY);
        assertThat(books.specterOrders.handOver(TENANT, happened -> {})).isOne();

        meanwhile(
                () -> books.specterOrders.changed(
                        TENANT,
                        new OrderChange(
                                NUMBER, "D", "1", OrderChange.Deliveries.bare(false, List.of("11", "12")), List.of())),
                () -> books.specterOrders.invoiced(TENANT, NUMBER));

        assertDeliveredAndInvoiced();
    }

    /** The second has looked, or would have, before the first is committed. */
    private void meanwhile(Runnable first, Runnable second) {
        CompletableFuture<Void> other = books.transactions.execute(tx -> {
            first.run();
            CompletableFuture<Void> waits = CompletableFuture.runAsync(second);
            while (!isAnybodyWaitingForALock() && !waits.isDone()) {
                Thread.onSpinWait();
            }
            return waits;
        });
        other.orTimeout(60, SECONDS).join();
    }

    private boolean isAnybodyWaitingForALock() {
        return books.jdbc
                        .sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void assertDeliveredAndInvoiced() {
        assertThat(books.specterOrders.find(TENANT, NUMBER)).hasValueSatisfying(state -> {
            assertThat(state.delivered()).isTrue();
            assertThat(state.tracking()).contains("11");
            assertThat(state.invoiced()).isTrue();
        });
    }
}
