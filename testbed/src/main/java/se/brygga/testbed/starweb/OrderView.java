package se.brygga.testbed.starweb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.brygga.testbed.starweb.wire.Answers;
import se.brygga.testbed.starweb.wire.StarwebQuirks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Orders as reads show them: children only if asked for, and wrapped in {@code data}. */
final class OrderView {

    /** Kept with an order, but not fields of one. */
    private static final List<String> INNER =
            List.of("items", "address", "deliveryAddress", "paymentAddress", "services", "comments");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OrderView() {}

    static ObjectNode of(ObjectNode order, SimShop shop, Set<String> includes) {
        ObjectNode view = order.deepCopy();
        INNER.forEach(view::remove);
        if (includes.contains("items") || includes.contains("items.bundledItems")) {
            view.set("items", Answers.wrapped(items(order, includes.contains("items.bundledItems"))));
        }
        if (includes.contains("addresses")) {
            view.set("addresses", Answers.wrapped(addresses(order, shop)));
        }
        if (includes.contains("status")) {
            view.set(
                    "status",
                    Answers.wrapped(shop.statuses().view(order.path("statusId").asLong())));
        }
        if (includes.contains("customer")) {
            long customerId = order.path("customerId").asLong();
            view.set(
                    "customer",
                    Answers.wrapped(shop.customers().require(customerId).customer()));
        }
        if (includes.contains("externalServices")) {
            view.set("externalServices", Answers.wrapped(list(order, "services")));
        }
        if (shop.quirks().is(StarwebQuirks.LINKS, "on")) {
            view.putArray("links")
                    .addObject()
                    .put("rel", "self")
                    .put("uri", "/orders/" + order.path("orderId").asLong());
        }
        return view;
    }

    /** Rows as they are read; an order's own list keeps them as they were placed. */
    static List<ObjectNode> items(ObjectNode order, boolean withParts) {
        return items(order.path("items"), withParts);
    }

    private static List<ObjectNode> items(JsonNode items, boolean withParts) {
        List<ObjectNode> list = new ArrayList<>();
        for (JsonNode item : items) {
            ObjectNode row = item.deepCopy().asObject();
            row.put("sortIndex", list.size()).put("unitSymbol", "st");
            if (!row.has("sku")) {
                row.put("sku", "");
            }
            JsonNode parts = row.remove("bundledItems");
            if (withParts && parts != null) {
                row.set("bundledItems", Answers.wrapped(items(parts, false)));
            }
            list.add(row);
        }
        return list;
    }

    /** What is kept with an order under a name; empty when nothing is. */
    static List<JsonNode> list(ObjectNode order, String name) {
        return order.path(name).valueStream().toList();
    }

    /** Six keys, of which any may be missing; {@code []} when there is none. */
    static JsonNode addresses(ObjectNode order, SimShop shop) {
        String which = shop.quirks().get(StarwebQuirks.ADDRESSES);
        JsonNode address = order.path("address");
        if (which.equals("none") || !address.isObject()) {
            return JSON.createArrayNode();
        }
        ObjectNode addresses = JSON.createObjectNode();
        addresses.set("originalInvoice", address.deepCopy());
        if (which.equals("invoice-only")) {
            return addresses;
        }
        addresses.set("originalDelivery", otherwise(order, "deliveryAddress", address));
        long customerId = order.path("customerId").asLong();
        JsonNode today = shop.customers().require(customerId).address();
        if (today.isObject()) {
            addresses.set("customerInvoice", today.deepCopy());
        }
        if (which.equals("payment") || order.has("paymentAddress")) {
            addresses.set("paymentMethodInvoice", otherwise(order, "paymentAddress", address));
            addresses.set("paymentMethodDelivery", otherwise(order, "paymentAddress", address));
        }
        return addresses;
    }

    private static JsonNode otherwise(ObjectNode order, String name, JsonNode fallback) {
        return (order.path(name).isObject() ? order.path(name) : fallback).deepCopy();
    }
}
