package se.brygga.testbed.starweb;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders as reads show them: children only if asked for, and wrapped in {@code data}. */
final class OrderView {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> INNER = List.of("items", "address", "company", "guest", "shippingMethodIdCode");

    private OrderView() {}

    static ObjectNode of(ObjectNode order, SimShop shop, Set<String> includes) {
        ObjectNode view = order.deepCopy();
        INNER.forEach(view::remove);
        if (includes.contains("items") || includes.contains("items.bundledItems")) {
            view.set("items", wrapped(items(order.path("items"), includes.contains("items.bundledItems"))));
        }
        if (includes.contains("addresses")) {
            view.set("addresses", wrapped(addresses(order)));
        }
        if (includes.contains("status")) {
            view.set("status", wrapped(status(shop, order.path("statusId").asLong())));
        }
        if (includes.contains("customer")) {
            view.set("customer", wrapped(customer(order)));
        }
        if (includes.contains("externalServices")) {
            view.set(
                    "externalServices",
                    wrapped(
                            order.path("services").isArray()
                                    ? order.path("services").deepCopy()
                                    : JSON.createArrayNode()));
        }
        view.remove("services");
        return view;
    }

    static ObjectNode wrapped(JsonNode data) {
        ObjectNode wrapper = JSON.createObjectNode();
        wrapper.set("data", data);
        return wrapper;
    }

    static ObjectNode status(SimShop shop, long statusId) {
        String code = shop.idCode(statusId);
        ObjectNode status = JSON.createObjectNode().put("statusId", statusId).put("idCode", code);
        status.put("shouldSendEmail", true);
        String name = shop.statuses.entrySet().stream()
                .filter(entry -> entry.getValue() == statusId)
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse("");
        ArrayNode languages = JSON.createArrayNode();
        languages.addObject().put("langCode", "sv").put("name", name);
        status.set("languages", wrapped(languages));
        return status;
    }

    private static ArrayNode items(JsonNode items, boolean withParts) {
        ArrayNode list = JSON.createArrayNode();
        int index = 0;
        for (JsonNode item : items) {
            ObjectNode row = item.deepCopy().asObject();
            row.put("sortIndex", index++).put("unitSymbol", "st");
            if (!row.has("sku")) {
                row.put("sku", "");
            }
            JsonNode parts = row.remove("bundledItems");
            if (withParts && parts != null) {
                row.set("bundledItems", wrapped(items(parts, false)));
            }
            list.add(row);
        }
        return list;
    }

    private static ObjectNode addresses(ObjectNode order) {
        ObjectNode addresses = JSON.createObjectNode();
        addresses.set("originalInvoice", order.path("address").deepCopy());
        addresses.set("originalDelivery", order.path("address").deepCopy());
        addresses.set("customerInvoice", order.path("address").deepCopy());
        return addresses;
    }

    private static ObjectNode customer(ObjectNode order) {
        return JSON.createObjectNode()
                .put("customerId", order.path("customerId").asLong())
                .put("type", order.path("company").asBoolean() ? "company" : "person")
                .put("email", order.path("originalCustomerEmail").asString())
                .put("nationalIdNo", order.path("originalCustomerNationalIdNo").asString())
                .put("vatNo", order.path("originalCustomerVatNo").asString());
    }
}
