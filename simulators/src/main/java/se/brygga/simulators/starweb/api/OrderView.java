package se.brygga.simulators.starweb.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.brygga.simulators.starweb.orders.OrderTotals;
import se.brygga.simulators.starweb.shop.SimShop;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders as reads show them: children only if asked for, and wrapped in {@code data}. */
final class OrderView {

    /** Kept with an order, but not fields of one. */
    private static final List<String> INNER = List.of(
            "items",
            "address",
            "deliveryAddress",
            "paymentAddress",
            "services",
            "comments",
            AddressesApi.WRITTEN,
            OrderTotals.VAT_FREE);

    /** Words for payment states that nobody outside Starweb knows, beside the one that is known (O-17). */
    private static final Map<String, String> OTHER_WORDS = Map.of("captured", "paid", "cancelled", "annulled");

    private final SimShop shop;
    private final AddressesApi addresses;

    OrderView(SimShop shop, AddressesApi addresses) {
        this.shop = shop;
        this.addresses = addresses;
    }

    ObjectNode of(ObjectNode order, Set<String> includes) {
        ObjectNode view = order.deepCopy();
        INNER.forEach(view::remove);
        view.put("paymentStatus", paymentStatus(order.path("paymentStatus").asString("")));
        if (includes.contains("items") || includes.contains("items.bundledItems")) {
            view.set("items", Answers.wrapped(ItemsApi.view(order, includes.contains("items.bundledItems"))));
        }
        if (includes.contains("addresses")) {
            view.set("addresses", Answers.wrapped(addresses.view(order)));
        }
        if (includes.contains("status")) {
            view.set(
                    "status",
                    Answers.wrapped(shop.statuses().view(order.path("statusId").asLong())));
        }
        long customerId = order.path("customerId").asLong();
        if (includes.contains("customer") && shop.customers().has(customerId)) {
            view.set(
                    "customer",
                    Answers.wrapped(shop.customers().require(customerId).customer()));
        }
        if (includes.contains("externalServices")) {
            view.set("externalServices", Answers.wrapped(list(order, "services")));
        }
        if (shop.quirks().is(StarwebQuirk.LINKS, "on")) {
            view.putArray("links")
                    .addObject()
                    .put("rel", "self")
                    .put("uri", "/orders/" + order.path("orderId").asLong());
        }
        return view;
    }

    private String paymentStatus(String status) {
        return switch (shop.quirks().get(StarwebQuirk.PAYMENT_STATUSES)) {
            case "other-words" -> OTHER_WORDS.getOrDefault(status, status);
            case "reserved-only" -> status.equals("reserved") ? status : "";
            default -> status;
        };
    }

    /** What is kept with an order under a name; empty when nothing is. */
    static List<JsonNode> list(ObjectNode order, String name) {
        return order.path(name).valueStream().toList();
    }
}
