package se.brygga.activities.status.specter;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.status.specter.OrderEvent.CANCELLED;
import static se.brygga.activities.status.specter.OrderEvent.DELIVERED;
import static se.brygga.activities.status.specter.OrderEvent.INVOICED;
import static se.brygga.activities.status.specter.OrderEvent.PAID;
import static se.brygga.activities.status.specter.OrderEvent.PARCELS;
import static se.brygga.activities.status.specter.OrderEvent.PART_DELIVERED;
import static se.brygga.activities.status.specter.OrderEvent.UNDONE;
import static se.brygga.activities.status.specter.OrderEvent.between;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What has happened between two states of an order in Specter. */
class OrderEventTest {

    private static final SpecterOrderState OPEN = state("0", "1", false);
    private static final SpecterOrderState PART = state("P", "1", true, "11");
    private static final SpecterOrderState DONE = state("D", "1", false, "11");
    private static final SpecterOrderState GONE = state("0", "5", false);

    @Test
    void everyTransitionBetweenOpenPartlyDeliveredDeliveredAndCancelled() {
        assertThat(between(SpecterOrderState.UNKNOWN, OPEN)).isEmpty();
        assertThat(between(SpecterOrderState.UNKNOWN, PART)).containsExactly(PART_DELIVERED);
        assertThat(between(SpecterOrderState.UNKNOWN, DONE)).containsExactly(DELIVERED);
        assertThat(between(SpecterOrderState.UNKNOWN, GONE)).containsExactly(CANCELLED);
        assertThat(between(OPEN, PART)).containsExactly(PART_DELIVERED);
        assertThat(between(OPEN, DONE)).containsExactly(DELIVERED);
        assertThat(between(OPEN, GONE)).containsExactly(CANCELLED);
        assertThat(between(PART, DONE)).containsExactly(DELIVERED);
        assertThat(between(PART, OPEN)).isEmpty();
        assertThat(between(DONE, OPEN)).containsExactly(UNDONE);
        assertThat(between(DONE, PART)).containsExactly(UNDONE);
        assertThat(between(DONE, GONE)).containsExactly(UNDONE, CANCELLED);
        assertThat(between(GONE, OPEN)).isEmpty();
    }

    @Test
    void theSameStateAgainIsNoEvent() {
        List.of(OPEN, PART, DONE, GONE, SpecterOrderState.UNKNOWN)
                .forEach(state ->
                        assertThat(between(state, state)).as(state.toString()).isEmpty());
    }

    @Test
    void furtherParcelsOfADeliveredOrderAreAnEventOfTheirOwn() {
        assertThat(between(DONE, state("D", "1", false, "11", "12"))).containsExactly(PARCELS);
    }

    @Test
    void aFurtherPartIsToldWhenItHasAParcel() {
        assertThat(between(PART, state("P", "1", true, "11", "12"))).containsExactly(PART_DELIVERED);
    }

    @Test
    void onlyDIsDelivered() {
        assertThat(between(OPEN, state("d", "1", false, "11"))).isEmpty();
        assertThat(between(OPEN, state(null, "1", false, "11"))).isEmpty();
    }

    @Test
    void theShopHearsOfTheDeliveryBeforeTheInvoiceAndThePayment() {
        SpecterOrderState paid = new SpecterOrderState("D", "1", List.of(), true, true, false, false, List.of());

        assertThat(between(OPEN, paid)).containsExactly(DELIVERED, INVOICED, PAID);
        assertThat(between(paid, DONE)).as("an invoice that is taken back").containsExactly(PARCELS);
    }

    private static SpecterOrderState state(@Nullable String delivery, String status, boolean part, String... tracking) {
        return new SpecterOrderState(delivery, status, List.of(tracking), false, false, part, false, List.of());
    }
}
