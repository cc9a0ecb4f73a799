package se.brygga.simulators.starweb.api;

import java.util.Optional;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.orders.OrderStatuses;
import se.brygga.simulators.starweb.shop.SimShop;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.BodyRules;
import se.brygga.simulators.starweb.wire.Fields;
import tools.jackson.databind.JsonNode;

/** {@code /order-statuses}: Starweb's own cannot be changed, and one that an order has cannot be deleted (section 4). */
final class OrderStatusesApi {

    private static final BodyRules BODY = new BodyRules()
            .truth("shouldSendEmail")
            .wrappedList("languages", new BodyRules().text(2, 2, "langCode").text(1, 64, "name"));

    private final SimShop shop;

    OrderStatusesApi(SimShop shop) {
        this.shop = shop;
    }

    SimResponse handle(ApiCall call) {
        OrderStatuses statuses = shop.statuses();
        if (call.is("GET", 1)) {
            return Answers.ok(statuses.list());
        }
        if (call.is("POST", 1)) {
            JsonNode body = BODY.check(call.body());
            long id = statuses.add(Fields.required(name(body), "languages"));
            statuses.change(id, Optional.empty(), Fields.truth(body, "shouldSendEmail"));
            return Answers.created(statuses.view(id));
        }
        if (call.segments() != 2) {
            throw call.refused();
        }
        long id = call.id(1);
        if (!statuses.has(id)) {
            throw ApiError.notFound();
        }
        if (call.method().equals("GET")) {
            return Answers.ok(statuses.view(id));
        }
        if (statuses.idCode(id) != null) {
            throw ApiError.forbidden("a standard status cannot be changed");
        }
        return written(call, statuses, id);
    }

    private SimResponse written(ApiCall call, OrderStatuses statuses, long id) {
        switch (call.method()) {
            case "PATCH", "PUT" -> {
                JsonNode body = BODY.check(call.body());
                statuses.change(id, name(body), Fields.truth(body, "shouldSendEmail"));
            }
            case "DELETE" -> {
                if (shop.orders().sorted(false, true).stream()
                        .anyMatch(order -> order.path("statusId").asLong() == id)) {
                    throw ApiError.forbidden("an order has this status");
                }
                statuses.remove(id);
                return SimResponse.empty(204);
            }
            default -> throw call.refused();
        }
        return Answers.ok(statuses.view(id));
    }

    /** The first name in a body, whatever its language. */
    private static Optional<String> name(JsonNode body) {
        return body.path("languages")
                .path("data")
                .valueStream()
                .filter(language -> language.has("name"))
                .map(language -> language.path("name").asString())
                .findFirst();
    }
}
