package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.simulators.Fault;
import se.brygga.simulators.starweb.shop.ShopperAction;
import se.brygga.starter.desk.Outcome;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.feed.Feed;

/** What happens to an order in Specter reaches the shop: status, parcels, mail and money, each once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusBackIT {

    private static final String SHOP = "kajak-se";
    private static final long ACCOUNT = 9999;

    private World world;

    @BeforeAll
    void open() {
        world = World.watched(71);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void tellsTheShopOfADeliveryWithParcelMailAndCaptureOnce() {
        OrderRef order = transferred();
        world.specter.account(ACCOUNT).deliver(specterNumber(order), List.of("373500012345678905"));

        reported(order, OrderEvent.DELIVERED);

        assertThat(world.starweb.orderOf(SHOP, order.orderId()).order())
                .extracting("status", "paymentStatus", "tracking")
                .containsExactly("completed", "captured", "373500012345678905");
        assertThat(actions(order)).containsExactlyInAnyOrder(ShopperAction.Kind.MAIL, ShopperAction.Kind.CAPTURE);
    }

    @Test
    void writesAStatusOnceAlthoughItsAnswerWasLost() {
        OrderRef order = transferred();
        world.starweb.faults().add(Fault.times("PATCH .*/orders/" + order.orderId(), Fault.Kind.DROP_AFTER_COMMIT, 1));

        world.specter.account(ACCOUNT).deliver(specterNumber(order), List.of());

        reported(order, OrderEvent.DELIVERED);
        assertThat(actions(order)).containsExactlyInAnyOrder(ShopperAction.Kind.MAIL, ShopperAction.Kind.CAPTURE);
    }

    @Test
    void writesAStatusAgainThatSurelyWasNotTaken() {
        OrderRef order = transferred();
        world.starweb.faults().add(Fault.times("PATCH .*/orders/" + order.orderId(), Fault.Kind.DROP_BEFORE_COMMIT, 1));

        world.specter.account(ACCOUNT).deliver(specterNumber(order), List.of());

        reported(order, OrderEvent.DELIVERED);
        assertThat(actions(order)).containsExactlyInAnyOrder(ShopperAction.Kind.MAIL, ShopperAction.Kind.CAPTURE);
    }

    @Test
    void putsFurtherParcelsInAComment() {
        OrderRef order = transferred();
        world.specter.account(ACCOUNT).deliver(specterNumber(order), List.of("1001", "1002", "1003"));

        reported(order, OrderEvent.DELIVERED);

        var shown = world.starweb.orderOf(SHOP, order.orderId());
        assertThat(shown.order().tracking()).isEqualTo("1001");
        assertThat(shown.comments()).containsExactly("Kollinummer: 1002, 1003");
    }

    @Test
    void leavesWhatAnOperatorHasSetInTheShopAndNotesIt() {
        OrderRef order = transferred();
        world.starweb.setStatus(SHOP, order.orderId(), "canceled");

        world.specter.account(ACCOUNT).deliver(specterNumber(order), List.of());

        CallbackBook.Callback callback = settled(order, OrderEvent.DELIVERED, CallbackBook.State.NOTED);
        assertThat(callback.note()).contains("canceled");
        assertThat(world.starweb.orderOf(SHOP, order.orderId()).order().status())
                .isEqualTo("canceled");
        assertThat(actions(order)).doesNotContain(ShopperAction.Kind.CAPTURE);
    }

    @Test
    void showsAPartialDeliveryWithoutTellingTheShop() {
        OrderRef order = transferred();
        world.deliverOnePiece(order, "2001");
        poke();

        settled(order, OrderEvent.PART_DELIVERED, CallbackBook.State.NOTED);
        assertThat(world.starweb.orderOf(SHOP, order.orderId()).order().status())
                .isNotEqualTo("completed");
        assertThat(actions(order)).isEmpty();
    }

    @Test
    void cancelsTheShopsOrderWithoutMailWhenTheSetUpSaysSo() {
        OrderRef order = transferred();
        world.specter.account(ACCOUNT).cancelOrder(specterNumber(order));

        reported(order, OrderEvent.CANCELLED);

        assertThat(world.starweb.orderOf(SHOP, order.orderId()).order().status())
                .isEqualTo("canceled");
        assertThat(actions(order)).isEmpty();
    }

    @Test
    void anOrderOfWhichAPartHasLeftIsNotCancelledInTheShop() {
        OrderRef order = world.placeTransferred("kajak-no");
        world.deliverOnePiece(order, "370222");
        world.specter.account(ACCOUNT).cancelOrder(specterNumber(order));
        poke();

        world.awaitWaiting(order, Cause.CANCELLED_IN_PART);
        assertThat(world.starweb.orderOf("kajak-no", order.orderId()).order())
                .extracting("status", "paymentStatus")
                .containsExactly("created", "reserved");
        assertThat(world.starweb.shopperActions("kajak-no", order.orderId())).isEmpty();
    }

    @Test
    void anOrderWhosePartWasUndoneIsCancelledInTheShop() {
        OrderRef order = world.placeTransferred("kajak-no");
        world.deliverOnePiece(order, "370223");
        poke();
        settled(order, OrderEvent.PART_DELIVERED, CallbackBook.State.NOTED);
        world.specter.account(ACCOUNT).undoDelivery(specterNumber(order));
        world.specter.account(ACCOUNT).cancelOrder(specterNumber(order));

        reported(order, OrderEvent.CANCELLED);
        assertThat(world.starweb.orderOf("kajak-no", order.orderId()).order().status())
                .isEqualTo("canceled");
    }

    @Test
    void waitsForAPersonWhenThePaymentIsStillReservedAndNeverCapturesTwice() {
        OrderRef order = transferred();
        world.starweb.quirks(SHOP).set("payment.failMode", "status-only");
        try {
            world.specter.account(ACCOUNT).deliver(specterNumber(order), List.of());
            poke();
            world.awaitWaiting(order, Cause.PAYMENT_NOT_CAPTURED);
        } finally {
            world.starweb.quirks(SHOP).set("payment.failMode", "off");
        }
        long mails =
                actions(order).stream().filter(ShopperAction.Kind.MAIL::equals).count();
        assertThat(world.decide(order, Decision.Kind.SKIP, "dragen hos Klarna", null))
                .isInstanceOf(Outcome.Followed.class);

        settled(order, OrderEvent.DELIVERED, CallbackBook.State.SKIPPED);
        assertThat(actions(order).stream()
                        .filter(ShopperAction.Kind.MAIL::equals)
                        .count())
                .isEqualTo(mails);
    }

    private OrderRef transferred() {
        return world.placeTransferred(SHOP);
    }

    private long specterNumber(OrderRef order) {
        return world.inSpecter(order).number();
    }

    private void poke() {
        world.poke(Feed.ORDERS, "nordkajak");
    }

    private void reported(OrderRef order, OrderEvent event) {
        poke();
        settled(order, event, CallbackBook.State.REPORTED);
    }

    private CallbackBook.Callback settled(OrderRef order, OrderEvent event, CallbackBook.State state) {
        CallbackBook book = world.apps.bean(CallbackBook.class);
        await(event + " of " + order)
                .atMost(Duration.ofMinutes(3))
                .until(() -> book.ofOrder(order).stream().anyMatch(c -> c.event() == event && c.state() == state));
        return book.ofOrder(order).stream()
                .filter(c -> c.event() == event)
                .findFirst()
                .orElseThrow();
    }

    private List<ShopperAction.Kind> actions(OrderRef order) {
        return world.starweb.shopperActions(SHOP, order.orderId()).stream()
                .map(ShopperAction::what)
                .toList();
    }
}
