package se.brygga.simulators.starweb.api;

import java.util.List;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.shop.Orders;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiCall;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.BodyRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /orders/{id}/comments}. */
final class CommentsApi {

    private static final String KEPT = "comments";
    private static final BodyRules BODY = new BodyRules()
            .text(1, 65_535, "text")
            .oneOf(List.of("admin", "customer"), "from")
            .time("createdAt");

    private final Orders orders;
    private long next = 1;

    CommentsApi(Orders orders) {
        this.orders = orders;
    }

    SimResponse handle(ApiCall call, ObjectNode order) {
        ArrayNode comments = order.withArrayProperty(KEPT);
        if (call.is("GET", 3)) {
            return Answers.ok(comments.valueStream().toList());
        }
        if (call.is("POST", 3)) {
            JsonNode body = BODY.check(call.body());
            ApiCall.required(body, "text");
            ObjectNode comment = comments.addObject().put("commentId", next++).put("createdAt", orders.now());
            comment.put("text", "").put("from", "admin");
            BODY.copy(body, comment);
            changed(order, comments);
            return Answers.created(comment);
        }
        if (call.segments() != 4) {
            throw call.refused();
        }
        return one(call, order, comments, require(comments, call.id(3)));
    }

    private SimResponse one(ApiCall call, ObjectNode order, ArrayNode comments, ObjectNode comment) {
        switch (call.method()) {
            case "GET" -> {
                return Answers.ok(comment);
            }
            case "PATCH", "PUT" -> BODY.copy(BODY.check(call.body()), comment);
            case "DELETE" -> {
                comments.removeIf(comment::equals);
                changed(order, comments);
                return SimResponse.empty(204);
            }
            default -> throw call.refused();
        }
        changed(order, comments);
        return Answers.ok(comment);
    }

    private void changed(ObjectNode order, ArrayNode comments) {
        order.put("hasComments", !comments.isEmpty());
        orders.partChanged(order);
    }

    private static ObjectNode require(ArrayNode comments, long commentId) {
        return comments.valueStream()
                .filter(comment -> comment.path("commentId").asLong() == commentId)
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow(ApiError::notFound);
    }
}
