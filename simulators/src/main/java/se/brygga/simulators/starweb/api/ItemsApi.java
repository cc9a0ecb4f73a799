package se.brygga.simulators.starweb.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.orders.OrderBodies;
import se.brygga.simulators.starweb.shop.Orders;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /orders/{id}/items}: rows as other integrations add, change and remove them (reference, section 5.1). */
final class ItemsApi {

    private static final Set<String> INCLUDES = Set.of("bundledItems");

    private final Orders orders;

    ItemsApi(Orders orders) {
        this.orders = orders;
    }

    /** @param seen the order as a read shows it now */
    SimResponse handle(ApiCall call, ObjectNode order, ObjectNode seen) {
        if (call.is("GET", 3)) {
            call.includes(Set.of());
            return Answers.ok(view(seen, false));
        }
        if (call.is("POST", 3)) {
            ObjectNode row = added(order, OrderBodies.ITEM.check(call.body()));
            changed(order);
            return Answers.created(viewOf(order, row));
        }
        if (call.segments() != 4) {
            throw call.refused();
        }
        long itemId = call.id(3);
        if (call.method().equals("GET")) {
            boolean parts = call.includes(INCLUDES).contains("bundledItems");
            return Answers.ok(view(seen, parts).stream()
                    .filter(item -> item.path("itemId").asLong() == itemId)
                    .findFirst()
                    .orElseThrow(ApiError::notFound));
        }
        return written(call, order, require(order, itemId));
    }

    private SimResponse written(ApiCall call, ObjectNode order, ObjectNode row) {
        switch (call.method()) {
            case "PATCH" -> OrderBodies.ITEM.copy(OrderBodies.ITEM.check(call.body()), row);
            case "PUT" -> {
                JsonNode body = OrderBodies.ITEM.check(call.body());
                defaults(row);
                OrderBodies.ITEM.copy(body, row);
            }
            case "DELETE" -> {
                rows(order).removeIf(row::equals);
                changed(order);
                return SimResponse.empty(204);
            }
            default -> throw call.refused();
        }
        changed(order);
        return Answers.ok(viewOf(order, row));
    }

    private void changed(ObjectNode order) {
        orders.rowsChanged(order);
        orders.partChanged(order);
    }

    /** A new row of an order; the caller adds the order up. */
    ObjectNode added(ObjectNode order, JsonNode body) {
        ObjectNode row = rows(order).addObject().put("itemId", orders.nextItemId());
        defaults(row);
        OrderBodies.ITEM.copy(body, row);
        return row;
    }

    /** Rows in a write of the whole order, which replace what is there or come beside it (O-22). */
    void write(ObjectNode order, JsonNode items, boolean replace) {
        if (replace) {
            rows(order).removeAll();
        }
        items.forEach(item -> added(order, item));
        orders.rowsChanged(order);
    }

    private static void defaults(ObjectNode row) {
        row.put("sku", "").put("description", "").put("quantity", 1).put("unitPrice", BigDecimal.ZERO);
        row.put("vatRate", 25).put("discount", 0).put("discountType", "percent");
    }

    private static ArrayNode rows(ObjectNode order) {
        return order.withArrayProperty("items");
    }

    private static ObjectNode require(ObjectNode order, long itemId) {
        return rows(order)
                .valueStream()
                .filter(item -> item.path("itemId").asLong() == itemId)
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow(ApiError::notFound);
    }

    private static ObjectNode viewOf(ObjectNode order, ObjectNode row) {
        ArrayNode alone = JsonMapper.shared().createArrayNode().add(row);
        ObjectNode view = views(alone, false).getFirst();
        return row.has("sortIndex") ? view : view.put("sortIndex", rows(order).size() - 1);
    }

    /** Rows as they are read; an order's own list keeps them as they were placed. */
    static List<ObjectNode> view(ObjectNode order, boolean withParts) {
        return views(order.path("items"), withParts);
    }

    private static List<ObjectNode> views(JsonNode items, boolean withParts) {
        List<ObjectNode> list = new ArrayList<>();
        for (JsonNode item : items) {
            ObjectNode row = item.deepCopy().asObject();
            row.put("sortIndex", list.size()).put("unitSymbol", "st");
            if (!row.has("sku")) {
                row.put("sku", "");
            }
            JsonNode parts = row.remove("bundledItems");
            if (withParts && parts != null) {
                row.set("bundledItems", Answers.wrapped(views(parts, false)));
            }
            list.add(row);
        }
        return list;
    }
}
