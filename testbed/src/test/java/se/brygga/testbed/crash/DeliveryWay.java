package se.brygga.testbed.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.starweb.StarwebSimulator.OrderState;
import se.brygga.simulators.starweb.shop.ShopperAction;
import se.brygga.workflows.Question;
import se.brygga.workflows.feed.Feed;

/** An order is delivered in two parcels: the order feed, and the callback that it starts. */
final class DeliveryWay extends FeedWay {

    private final OrderWay order;

    DeliveryWay(Scene scene) {
        super(
                scene,
                "a delivery in two parcels",
                Feed.ORDERS,
                Set.of("getOrdersExternalNeedUpdate", "updateOrdersFromBatch"),
                List.of(SimFeedKind.ORDERS));
        this.order = new OrderWay(scene, "its order");
    }

    @Override
    void prepare(Victim victim) {
        order.place(victim);
        order.act(victim);
    }

    @Override
    boolean isPrepared(Victim victim) {
        return order.isSettled(victim) && super.isPrepared(victim);
    }

    @Override
    String workflows(Victim victim) {
        return "(" + super.workflows(victim) + "|"
                + Question.callback(victim.order()).workflowId() + ")";
    }

    @Override
    Optional<String> shopCall(Victim victim, String request) {
        return order.shopCall(victim, request);
    }

    @Override
    String shopRequest(Victim victim, String call) {
        return order.shopRequest(victim, call);
    }

    @Override
    void change(Victim victim) {
        long number = scene.specter
                .account(victim.merchant.account())
                .order(Long.toString(victim.orderId))
                .orElseThrow()
                .number();
        scene.specter.account(victim.merchant.account()).deliver(number, List.of(first(victim), second(victim)));
    }

    private static String first(Victim victim) {
        return "1" + victim.orderId;
    }

    private static String second(Victim victim) {
        return "2" + victim.orderId;
    }

    @Override
    boolean isSettled(Victim victim) {
        return super.isSettled(victim)
                && scene.apps.bean(CallbackBook.class).ofOrder(victim.order()).stream()
                        .anyMatch(callback -> callback.event() == OrderEvent.DELIVERED
                                && callback.state() == CallbackBook.State.REPORTED)
                && order.hasEnded(Question.callback(victim.order()).workflowId());
    }

    @Override
    String shown(Victim victim) {
        OrderState state = scene.starweb.orderOf(victim.merchant.name(), victim.orderId);
        assertThat(state.order())
                .extracting("status", "paymentStatus", "tracking")
                .containsExactly("completed", "captured", first(victim));
        assertThat(state.comments()).containsExactly("Kollinummer: " + second(victim));
        assertThat(state.actions().stream().map(ShopperAction::what))
                .containsExactlyInAnyOrder(ShopperAction.Kind.MAIL, ShopperAction.Kind.CAPTURE);
        return "1 mail, 1 capture, 1 comment";
    }
}
