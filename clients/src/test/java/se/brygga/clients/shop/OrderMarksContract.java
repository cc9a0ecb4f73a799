package se.brygga.clients.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.brygga.clients.shop.OrderMarks.OrderState;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.clients.shop.OrderMarks.OrderUpdate.StatusChange;
import se.brygga.clients.shop.OrderMarks.OrderUpdate.Tracking;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;

/** What {@link OrderMarks} promises. */
interface OrderMarksContract extends ContractedShop {

    String PARCEL = "00373500012345678905";

    @Test
    default void anOrderThatIsLinkedTwiceIsLinkedOnceAndNobodyIsTold() {
        long order = placeAndPay();
        OrderState before = state(order);

        marks().linkOrder(order, "5001");
        marks().linkOrder(order, "5001");

        assertThat(read(order).externalId()).isEqualTo("5001");
        assertThat(read(order).externalIdType()).isEqualTo("Brygga");
        assertThat(state(order)).isEqualTo(before);
        assertThat(told(order)).isZero();
    }

    @Test
    default void aNumberBesideAnotherPartysMarkLeavesTheMark() {
        long order = placeAndPay();
        markAsAnotherParty(order);
        String theirs = read(order).externalId();

        marks().putExternalService(order, "Brygga", "5001");
        marks().putExternalService(order, "Brygga", "5001");

        assertThat(read(order).externalId()).isEqualTo(theirs);
        assertThat(read(order).externalIdType()).isNotEqualTo("Brygga");
        assertThat(told(order)).isZero();
    }

    @Test
    default void aStatusAndItsParcelAreShownTogether() {
        long order = placeAndPay();
        long picking = status("picking");
        int carrier = client().names().trackingTypes().getFirst().type();

        marks().changeOrder(
                        order, new OrderUpdate(new StatusChange(picking, false, false), new Tracking(carrier, PARCEL)));

        assertThat(state(order).statusId()).isEqualTo(picking);
        assertThat(state(order).statusIdCode()).isEqualTo("picking");
        assertThat(state(order).trackingNo()).isEqualTo(PARCEL);
        assertThat(state(order).trackerType()).isEqualTo(carrier);
        assertThat(told(order)).isZero();
    }

    @Test
    default void aParcelAloneLeavesTheStatus() {
        long order = placeAndPay();
        OrderState before = state(order);

        marks().changeOrder(order, new OrderUpdate(null, new Tracking(1, PARCEL)));

        assertThat(state(order).statusId()).isEqualTo(before.statusId());
        assertThat(state(order).paymentStatus()).isEqualTo(before.paymentStatus());
        assertThat(state(order).trackingNo()).isEqualTo(PARCEL);
    }

    @Test
    default void theShopperIsToldAndChargedOnlyByTheSwitches() {
        long quiet = placeAndPay();
        long loud = placeAndPay();
        long completed = status("completed");

        marks().changeOrder(quiet, new OrderUpdate(new StatusChange(completed, false, false), null));
        marks().changeOrder(loud, new OrderUpdate(new StatusChange(completed, true, true), null));

        assertThat(told(quiet)).isZero();
        assertThat(told(loud)).isPositive();
        assertThat(state(quiet).completed()).isTrue();
        assertThat(state(loud).paymentReserved()).isFalse();
    }

    @Test
    default void aCommentIsListedAsTheStaffsOwn() {
        long order = placeAndPay();

        marks().addComment(order, "Kollinummer: 370");

        assertThat(marks().comments(order).stream()
                        .filter(comment -> comment.text().equals("Kollinummer: 370")))
                .extracting(OrderComment::from)
                .containsExactly("admin");
        assertThat(told(order)).isZero();
    }

    @Test
    default void anOrderThatTheShopDoesNotHaveHasNoState() {
        long order = placeAndPay();
        delete(order);

        assertThat(marks().orderState(order)).isEmpty();
    }

    private OrderMarks marks() {
        return client().marks();
    }

    private ShopOrder read(long orderId) {
        return client().orders().order(orderId).orElseThrow();
    }

    private OrderState state(long orderId) {
        return marks().orderState(orderId).orElseThrow();
    }

    private long status(String idCode) {
        return client().names().orderStatuses().stream()
                .filter(status -> idCode.equals(status.idCode()))
                .mapToLong(ShopNames.OrderStatus::statusId)
                .findFirst()
                .orElseThrow();
    }
}
