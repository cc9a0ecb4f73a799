package se.brygga.simulators.starweb.api;

import java.util.Optional;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.shop.Orders;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.BodyRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /orders/{id}/external-services}: names are unique on an order, and what is read-only cannot be changed. */
final class ExternalServicesApi {

    private static final String KEPT = "services";
    private static final BodyRules BODY =
            new BodyRules().text(40, "serviceName", "externalIdValue").text(255, "agent");

    private final Orders orders;

    ExternalServicesApi(Orders orders) {
        this.orders = orders;
    }

    SimResponse handle(ApiCall call, ObjectNode order) {
        ArrayNode services = order.withArrayProperty(KEPT);
        if (call.is("GET", 3)) {
            return Answers.ok(services.valueStream().toList());
        }
        if (call.is("POST", 3)) {
            return create(order, services, BODY.check(call.body()));
        }
        if (call.segments() != 4) {
            throw call.refused();
        }
        ObjectNode service = find(services, call.segment(3)).orElseThrow(ApiError::notFound);
        if (call.method().equals("GET")) {
            return Answers.ok(service);
        }
        if (service.path("readOnly").asBoolean()) {
            throw ApiError.badRequest("this service is read-only");
        }
        return written(call, order, services, service);
    }

    private SimResponse create(ObjectNode order, ArrayNode services, JsonNode body) {
        ApiCall.required(body, "serviceName");
        if (find(services, body.path("serviceName").asString()).isPresent()) {
            throw ApiError.badRequest("serviceName exists on this order");
        }
        ObjectNode service = JsonMapper.shared().createObjectNode();
        service.put("serviceName", "")
                .put("externalIdValue", "")
                .put("agent", "")
                .put("readOnly", false);
        BODY.copy(body, service);
        services.add(service);
        orders.partChanged(order);
        return Answers.created(service);
    }

    private SimResponse written(ApiCall call, ObjectNode order, ArrayNode services, ObjectNode service) {
        switch (call.method()) {
            case "PATCH", "PUT" -> {
                JsonNode body = BODY.check(call.body());
                String name = body.path("serviceName")
                        .asString(service.path("serviceName").asString());
                if (find(services, name).filter(other -> !other.equals(service)).isPresent()) {
                    throw ApiError.badRequest("serviceName exists on this order");
                }
                if (call.method().equals("PUT")) {
                    service.put("externalIdValue", "").put("agent", "");
                }
                BODY.copy(body, service);
            }
            case "DELETE" -> {
                services.removeIf(service::equals);
                orders.partChanged(order);
                return SimResponse.empty(204);
            }
            default -> throw call.refused();
        }
        orders.partChanged(order);
        return Answers.ok(service);
    }

    private static Optional<ObjectNode> find(ArrayNode services, String name) {
        return services.valueStream()
                .filter(service -> service.path("serviceName").asString().equals(name))
                .map(ObjectNode.class::cast)
                .findFirst();
    }
}
