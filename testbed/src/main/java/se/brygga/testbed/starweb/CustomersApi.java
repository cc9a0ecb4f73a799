package se.brygga.testbed.starweb;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import se.brygga.testbed.sim.SimResponse;
import se.brygga.testbed.starweb.orders.Customers;
import se.brygga.testbed.starweb.wire.Answers;
import se.brygga.testbed.starweb.wire.ApiCall;
import se.brygga.testbed.starweb.wire.ApiError;
import se.brygga.testbed.starweb.wire.StarwebQuirks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /customers}. */
final class CustomersApi {

    private static final Set<String> TYPES = Set.of("person", "company");

    private final SimShop shop;
    private final WebHookSender hooks;

    CustomersApi(SimShop shop, WebHookSender hooks) {
        this.shop = shop;
        this.hooks = hooks;
    }

    SimResponse handle(ApiCall call) {
        synchronized (shop) {
            if (call.is("GET", 1)) {
                return list(call);
            }
            if (call.is("POST", 1)) {
                return create(call);
            }
            if (call.is("GET", 2)) {
                return Answers.ok(shop.customers().require(call.id(1)).customer());
            }
            if (call.is("PATCH", 2)) {
                long id = call.id(1);
                shop.customers().change(id, checked(call.body()));
                ObjectNode changed = shop.customers().require(id).customer();
                hooks.fireCustomer(shop, "customer-updated", id);
                return Answers.ok(changed);
            }
            throw call.refused();
        }
    }

    private SimResponse list(ApiCall call) {
        Optional<Instant> created = call.time("createdSince");
        Optional<Instant> updated = call.time("updatedSince");
        var rows = shop.customers().list(call.flag("includeWithoutAccount")).stream()
                .filter(entry -> since(entry, "createdAt", created) && since(entry, "modifiedAt", updated))
                .toList();
        return Answers.page(rows, call.page(), true, Customers.Entry::customer);
    }

    private static boolean since(Customers.Entry entry, String field, Optional<Instant> bound) {
        Instant at =
                OffsetDateTime.parse(entry.customer().path(field).asString()).toInstant();
        return bound.isEmpty() || !at.isBefore(bound.get());
    }

    private SimResponse create(ApiCall call) {
        JsonNode body = checked(call.body());
        ApiCall.required(body, "email");
        boolean taken = shop.customers().byEmail(body.path("email").asString()) != null;
        if (taken && shop.quirks().is(StarwebQuirks.CUSTOMER_CREATE, "refused")) {
            throw ApiError.badRequest("a customer with this e-mail exists");
        }
        ObjectNode customer = shop.customers()
                .add(body, false, tools.jackson.databind.node.MissingNode.getInstance())
                .customer();
        hooks.fireCustomer(shop, "customer-created", customer.path("customerId").asLong());
        return Answers.created(customer);
    }

    private static JsonNode checked(JsonNode body) {
        ApiCall.length(body, "email", 255);
        ApiCall.length(body, "nationalIdNo", 20);
        ApiCall.length(body, "vatNo", 20);
        ApiCall.length(body, "externalId", 40);
        ApiCall.length(body, "externalIdType", 20);
        if (body.has("type") && !TYPES.contains(body.path("type").asString())) {
            throw ApiError.badRequest("type must be one of " + TYPES);
        }
        return body;
    }
}
