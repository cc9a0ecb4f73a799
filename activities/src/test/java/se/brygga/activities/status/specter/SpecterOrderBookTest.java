package se.brygga.activities.status.specter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.activities.sql.TimeKey;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.workflows.OrderRef;

/** From states in Specter's journal to what the shop is told, each once. */
@Timeout(120)
class SpecterOrderBookTest {

    private static final String TENANT = SHOP.tenant();
    private static final OrderRef ORDER = new OrderRef(SHOP, 10025);
    private static final long NUMBER = 5001;

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);

    @Test
    void anOrderThatWasDeliveredBeforeItsTransferWasConfirmedIsToldAsSoonAsItIsLinked() {
        changed("D", true, "11");
        assertThat(handedOver()).isEmpty();

        books.orders.transferred(ORDER, NUMBER, "hash");

        assertThat(handedOver()).containsExactly(happened(OrderEvent.DELIVERED, "11"));
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void ordersOfNoShopAreNeverTold() {
        changed("D", true, "11");
        books.orders.transferred(ORDER, NUMBER + 1, "hash");

        assertThat(handedOver()).isEmpty();
    }

    @Test
    void theSameBatchReadTwiceIsToldOnce() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        changed("D", true, "11");
        changed("D", true, "11");
        assertThat(handedOver()).hasSize(1);

        changed("D", true, "11");

        assertThat(handedOver()).isEmpty();
    }

    @Test
    void aDeliveryThatIsUndoneBeforeAnybodyWasToldIsNotTold() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        changed("D", true, "11");
        changed("0", false);

        assertThat(handedOver()).isEmpty();
    }

    @Test
    void theParcelsOfADeliveryThatWasUndoneAreNotThoseOfTheNext() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        changed("D", true, "11");
        handedOver();
        changed("0", false);
        assertThat(handedOver()).containsExactly(happened(OrderEvent.UNDONE));

        changed("D", true, "12");

        assertThat(handedOver()).containsExactly(happened(OrderEvent.DELIVERED, "12"));
    }

    @Test
    void aDeliveryTellsTheParcelsOfItsPartsTooForTheShopHasNotHeardOfThem() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        changed("P", true, "11");
        assertThat(handedOver()).containsExactly(happened(OrderEvent.PART_DELIVERED, "11"));

        changed("D", true, "12");

        assertThat(handedOver()).containsExactly(happened(OrderEvent.DELIVERED, "11", "12"));
    }

    @Test
    void laterParcelsAreToldAlone() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        changed("D", true, "11");
        handedOver();

        changed("D", true, "11", "12");

        assertThat(handedOver()).containsExactly(happened(OrderEvent.PARCELS, "12"));
    }

    @Test
    void whatAnAnswerLeavesOutStaysAsItWas() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        changed("D", true, "11");
        handedOver();

        changed(null, true);

        assertThat(handedOver()).isEmpty();
        assertThat(books.specterOrders.find(TENANT, NUMBER))
                .hasValueSatisfying(state -> assertThat(state.delivered()).isTrue());
    }

    @Test
    void anInvoiceFromATriggerIsToldOnceAndACreditIsNone() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        books.specterOrders.invoiced(TENANT, NUMBER);
        books.specterOrders.invoiced(TENANT, NUMBER);
        assertThat(handedOver()).containsExactly(happened(OrderEvent.INVOICED));

        books.specterOrders.changed(
                TENANT,
                new OrderChange(
                        NUMBER,
                        null,
                        null,
                        OrderChange.Deliveries.bare(false, List.of()),
                        List.of(new OrderChange.Invoice("9", true, 2, null))));

        assertThat(handedOver()).isEmpty();
    }

    @Test
    void whatCannotBeTakenIsToldAgain() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        changed("D", true, "11");

        assertThatThrownBy(() -> books.specterOrders.handOver(TENANT, happened -> {
                    books.callbacks.add(happened, null);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");

        assertThat(books.callbacks.ofOrder(ORDER)).as("in one transaction").isEmpty();
        assertThat(handedOver()).hasSize(1);
    }

    @Test
    void listsOrdersOfWhichSpecterSaysNothing() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        OrderRef delivered = new OrderRef(SHOP, 10026);
        books.orders.transferred(delivered, NUMBER + 1, "hash");
        books.specterOrders.changed(
                TENANT, new OrderChange(NUMBER + 1, "D", "1", OrderChange.Deliveries.bare(true, List.of()), List.of()));
        time.advance(Duration.ofDays(8));

        assertThat(silent(7)).containsExactly(ORDER);
        assertThat(silent(9)).isEmpty();
    }

    @Test
    void anOrderIsSilentAgainWhenItsDeliveryIsUndoneWhateverWasHandedOver() {
        books.orders.transferred(ORDER, NUMBER, "hash");
        changed("D", true);
        handedOver();
        time.advance(Duration.ofDays(8));
        assertThat(silent(7)).isEmpty();

        changed("0", false);
        assertThat(silent(1)).as("not for long").isEmpty();
        handedOver();
        time.advance(Duration.ofDays(8));

        assertThat(silent(7)).containsExactly(ORDER);
    }

    @Test
    void silentListsComePageByPageTheOldestOfAllShopsFirst() {
        List<OrderRef> orders =
                List.of(ORDER, OrderRef.of(TENANT, "other", 1), new OrderRef(SHOP, 9), new OrderRef(SHOP, 10));
        for (OrderRef order : orders.subList(0, 3)) {
            books.orders.transferred(order, NUMBER + order.orderId(), "hash");
            time.advance(Duration.ofSeconds(1));
        }
        books.orders.transferred(orders.getLast(), NUMBER + 10, "hash");
        time.advance(Duration.ofDays(8));
        Map<String, Instant> since = Map.of(SHOP.shop(), time.instant(), "other", time.instant());

        List<OrderRef> listed = new ArrayList<>();
        @Nullable TimeKey after = null;
        for (int page = 0; page < 5; page++) {
            List<SilentLists.Silent> lines = silentLists().list(TENANT, since, after, 1);
            lines.forEach(line -> listed.add(line.order()));
            after = lines.isEmpty() ? after : lines.getLast().key();
        }

        assertThat(listed).containsExactlyElementsOf(orders);
        assertThat(silentLists().list(TENANT, Map.of(), null, 9)).isEmpty();
        TimeKey foreign = new TimeKey(time.instant(), "no order");
        assertThatThrownBy(() -> silentLists().list(TENANT, since, foreign, 1)).hasMessageContaining("no cursor");
    }

    private List<OrderRef> silent(int days) {
        Map<String, Instant> since = Map.of(SHOP.shop(), time.instant().minus(Duration.ofDays(days)));
        return silentLists().list(TENANT, since, null, 10).stream()
                .map(SilentLists.Silent::order)
                .toList();
    }

    private SilentLists silentLists() {
        return new SilentLists(books.jdbc);
    }

    private void changed(@Nullable String delivery, boolean newly, String... tracking) {
        books.transactions.executeWithoutResult(tx -> books.specterOrders.changed(
                TENANT,
                new OrderChange(
                        NUMBER, delivery, "1", OrderChange.Deliveries.bare(newly, List.of(tracking)), List.of())));
    }

    private List<SpecterOrderBook.Happened> handedOver() {
        List<SpecterOrderBook.Happened> all = new ArrayList<>();
        books.specterOrders.handOver(TENANT, all::add);
        return all;
    }

    private static SpecterOrderBook.Happened happened(OrderEvent event, String... tracking) {
        return new SpecterOrderBook.Happened(ORDER, event, List.of(tracking));
    }
}
