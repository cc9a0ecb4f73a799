package se.brygga.simulators.starweb.api;

import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.orders.Customers;
import se.brygga.simulators.starweb.orders.OrderBodies;
import se.brygga.simulators.starweb.shop.Orders;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /orders/{id}/addresses}: six of them, of which any may be missing (reference, section 5.4). */
final class AddressesApi {

    /** Kept with an order: what was written to it, by key; null for an address that was deleted. */
    static final String WRITTEN = "writtenAddresses";

    private final Orders orders;
    private final Customers customers;

    AddressesApi(Orders orders, Customers customers) {
        this.orders = orders;
        this.customers = customers;
    }

    /** @param seen the order as a read shows it now */
    SimResponse handle(ApiCall call, ObjectNode order, ObjectNode seen) {
        if (call.is("GET", 3)) {
            return Answers.ok(view(seen));
        }
        if (call.segments() != 4) {
            throw call.refused();
        }
        String key = call.segment(3);
        if (!OrderBodies.ADDRESSES.contains(key)) {
            throw ApiError.notFound();
        }
        JsonNode before = view(call.method().equals("GET") ? seen : order).path(key);
        return switch (call.method()) {
            case "GET" -> Answers.ok(existing(before));
            case "PATCH", "PUT" -> {
                boolean whole = call.method().equals("PUT") || !before.isObject();
                ObjectNode after = whole
                        ? JsonMapper.shared().createObjectNode()
                        : before.deepCopy().asObject();
                OrderBodies.ADDRESS.copy(OrderBodies.ADDRESS.check(call.body()), after);
                write(order, key, after);
                orders.partChanged(order);
                yield Answers.ok(after);
            }
            case "DELETE" -> {
                existing(before);
                order.withObjectProperty(WRITTEN).putNull(key);
                orders.partChanged(order);
                yield SimResponse.empty(204);
            }
            default -> throw call.refused();
        };
    }

    private static JsonNode existing(JsonNode address) {
        if (!address.isObject()) {
            throw ApiError.notFound();
        }
        return address;
    }

    /** An address in a write of the whole order. */
    static void write(ObjectNode order, String key, JsonNode address) {
        order.withObjectProperty(WRITTEN).set(key, address);
    }

    /** Six keys, of which any may be missing; {@code []} when there is none. */
    JsonNode view(ObjectNode order) {
        ObjectNode addresses = fromPlacement(order);
        order.path(WRITTEN).forEachEntry((key, address) -> {
            if (address.isNull()) {
                addresses.remove(key);
            } else {
                addresses.set(key, address.deepCopy());
            }
        });
        return addresses.isEmpty() ? JsonMapper.shared().createArrayNode() : addresses;
    }

    private ObjectNode fromPlacement(ObjectNode order) {
        ObjectNode addresses = JsonMapper.shared().createObjectNode();
        String which = orders.quirks().get(StarwebQuirk.ADDRESSES);
        JsonNode address = order.path("address");
        if (which.equals("none") || !address.isObject()) {
            return addresses;
        }
        addresses.set("originalInvoice", address.deepCopy());
        if (which.equals("invoice-only")) {
            return addresses;
        }
        addresses.set("originalDelivery", otherwise(order, "deliveryAddress", address));
        long customerId = order.path("customerId").asLong();
        if (customers.has(customerId) && customers.require(customerId).address().isObject()) {
            addresses.set(
                    "customerInvoice", customers.require(customerId).address().deepCopy());
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
