package se.brygga.simulators.starweb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import se.brygga.simulators.starweb.shop.Baskets;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.OrderSummary;
import se.brygga.simulators.starweb.shop.SimShop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What shoppers do at a shop's till: they place orders, pay, or leave. */
interface ShopTill {

    /** Reads something of a shop, under the shop's lock. */
    <T> T in(String shop, Function<SimShop, T> look);

    /** Changes an order and tells the shop's web hooks of the event. */
    OrderSummary fire(String shop, String event, Function<SimShop, ObjectNode> change);

    /** A shopper places an order and pays it; web hooks fire. */
    default OrderSummary placeAndPay(String shop, OrderKind kind) {
        return pay(shop, place(shop, kind).orderId());
    }

    /** A shopper places an order; it is not paid yet. */
    default OrderSummary place(String shop, OrderKind kind) {
        return fire(shop, "order-created", state -> state.orders().place(kind));
    }

    /** As {@link #place(String, OrderKind)}, from JSON in the form of the control API. */
    default OrderSummary place(String shop, String json) {
        return fire(shop, "order-created", state -> state.orders().place(OrderKind.parse(json)));
    }

    /** The shop owner makes an order in the admin: no payment step follows, and whether it is complete nobody knows (O-10). */
    default OrderSummary placeInAdmin(String shop, String json) {
        OrderSummary placed = fire(shop, "order-created", state -> {
            ObjectNode order = state.orders().place(OrderKind.parse(json));
            return state.orders().madeByHand(order);
        });
        return placed.complete()
                ? fire(shop, "order-completed", state -> state.orders().require(placed.orderId()))
                : placed;
    }

    /** A shopper buys and pays so many of each SKU, whether the shop has them or not. */
    default OrderSummary placeAndPay(String shop, Map<String, Integer> goods) {
        return pay(shop, place(shop, Baskets.wish(goods)).orderId());
    }

    /**
     * A shopper buys in a shop that does not sell what it does not have. Empty, and nothing is placed, when the shop
     * has no such SKU, too little of it, or does not sell it.
     */
    default Optional<OrderSummary> buyIfInStock(String shop, Map<String, Integer> goods) {
        return placeIfInStock(shop, Baskets.wish(goods)).map(placed -> pay(shop, placed.orderId()));
    }

    /** As {@link #buyIfInStock}, of an order in the form of the control API, and not paid. */
    default Optional<OrderSummary> placeIfInStock(String shop, String json) {
        return in(shop, state -> {
            JsonNode asked = OrderKind.parse(json);
            if (!Baskets.known(asked, state.assortment())) {
                return Optional.empty();
            }
            JsonNode wish = Baskets.filled(asked, state);
            return state.canBeSold(wish) ? Optional.of(place(shop, wish.toString())) : Optional.empty();
        });
    }

    /** Places and pays many orders that all have the same time. */
    default List<OrderSummary> placeAtOnce(String shop, OrderKind kind, int count) {
        String at = in(shop, SimShop::now);
        return IntStream.range(0, count)
                .mapToObj(i -> fire(
                        shop,
                        "order-created",
                        state -> state.orders()
                                .place(kind.body(state.random(), state.articles(), state.currency()), at)))
                .map(placed -> pay(shop, placed.orderId()))
                .toList();
    }

    /** The payment step is done: the order is complete. */
    default OrderSummary pay(String shop, long orderId) {
        return fire(shop, "order-completed", state -> state.orders().pay(orderId));
    }

    /** The shopper leaves before paying; no web hook tells. */
    default OrderSummary abandon(String shop, long orderId) {
        return in(shop, state -> OrderSummary.of(state, state.orders().abandon(orderId)));
    }
}
