package se.brygga.simulators.starweb.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.orders.Customers;
import se.brygga.simulators.starweb.orders.OrderBodies;
import se.brygga.simulators.starweb.shop.SimShop;
import se.brygga.simulators.starweb.shop.WebHookSender;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /customers}. Of the paths below it there are only addresses and the external services, both read-only. */
final class CustomersApi {

    private static final Set<String> INCLUDES = Set.of("tags", "externalServices", "addresses");
    private static final List<String> ADDRESSES = List.of("invoice", "delivery");

    private final SimShop shop;
    private final WebHookSender hooks;

    CustomersApi(SimShop shop, WebHookSender hooks) {
        this.shop = shop;
        this.hooks = hooks;
    }

    SimResponse handle(ApiCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.is("POST", 1)) {
            return create(call);
        }
        if (call.segments() == 1) {
            throw call.refused();
        }
        long id = call.id(1);
        Customers.Entry entry = shop.customers().require(id);
        if (call.segments() == 2) {
            return one(call, id, entry);
        }
        return switch (call.segment(2)) {
            case "addresses" -> addresses(call, entry);
            case "external-services" -> services(call);
            default -> throw ApiError.notFound();
        };
    }

    private SimResponse one(ApiCall call, long id, Customers.Entry entry) {
        switch (call.method()) {
            case "GET" -> {
                return Answers.ok(view(entry, call.includes(INCLUDES)));
            }
            case "PATCH", "PUT" ->
                shop.customers().change(id, checked(call.body()), call.method().equals("PUT"));
            case "DELETE" -> {
                shop.customers().remove(id);
                hooks.fireCustomer(shop, "customer-deleted", id);
                return SimResponse.empty(204);
            }
            default -> throw call.refused();
        }
        hooks.fireCustomer(shop, "customer-updated", id);
        return Answers.ok(entry.customer());
    }

    private static ObjectNode view(Customers.Entry entry, Set<String> includes) {
        ObjectNode view = entry.customer().deepCopy();
        if (includes.contains("addresses")) {
            view.set("addresses", Answers.wrapped(entry.addresses().deepCopy()));
        }
        for (String none : List.of("tags", "externalServices")) {
            if (includes.contains(none)) {
                view.set(none, Answers.wrapped(List.of()));
            }
        }
        return view;
    }

    private SimResponse list(ApiCall call) {
        Optional<Instant> created = call.time("createdSince");
        Optional<Instant> updated = call.time("updatedSince");
        Set<String> includes = call.includes(INCLUDES);
        call.choice("sortBy", List.of("customerId"));
        boolean descending = call.choice("sortOrder", List.of("DESC", "ASC")).equals("DESC");
        List<Customers.Entry> newestFirst = shop.customers().list(call.flag("includeWithoutAccount")).stream()
                .filter(entry -> since(entry, "createdAt", created) && since(entry, "modifiedAt", updated))
                .toList();
        return Answers.page(
                descending ? newestFirst : newestFirst.reversed(), call.page(), true, entry -> view(entry, includes));
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
        String rule = shop.quirks().get(StarwebQuirk.CUSTOMER_CREATE);
        if (taken && rule.equals("refused")) {
            throw ApiError.badRequest("a customer with this e-mail exists");
        }
        ObjectNode customer =
                shop.customers().add(body, false, MissingNode.getInstance()).customer();
        if (rule.equals("created-and-mailed")) {
            shop.noteMail("customer");
        }
        hooks.fireCustomer(shop, "customer-created", customer.path("customerId").asLong());
        return Answers.created(customer);
    }

    private JsonNode checked(JsonNode body) {
        Customers.BODY.check(body);
        if (body.path("pricelistId").isNumber()) {
            shop.assortment().requireCustomerList(body.path("pricelistId").asLong());
        }
        return body;
    }

    private SimResponse addresses(ApiCall call, Customers.Entry entry) {
        if (call.is("GET", 3)) {
            return Answers.ok(entry.addresses());
        }
        if (call.segments() != 4) {
            throw call.refused();
        }
        String which = call.segment(3);
        JsonNode before = entry.addresses().path(which);
        if (!ADDRESSES.contains(which) || (call.method().equals("GET") && before.isMissingNode())) {
            throw ApiError.notFound();
        }
        return switch (call.method()) {
            case "GET" -> Answers.ok(before);
            case "PATCH", "PUT" -> {
                boolean whole = call.method().equals("PUT") || before.isMissingNode();
                ObjectNode after = whole
                        ? JsonMapper.shared().createObjectNode()
                        : before.deepCopy().asObject();
                OrderBodies.ADDRESS.copy(OrderBodies.ADDRESS.check(call.body()), after);
                entry.addresses().set(which, after);
                shop.customers().touched(entry.customer());
                yield Answers.ok(after);
            }
            case "DELETE" -> throw ApiError.forbidden("a customer's address cannot be deleted");
            default -> throw call.refused();
        };
    }

    private static SimResponse services(ApiCall call) {
        if (call.is("GET", 3)) {
            return Answers.ok(List.of());
        }
        if (call.is("GET", 4)) {
            throw ApiError.notFound();
        }
        throw call.refused();
    }
}
