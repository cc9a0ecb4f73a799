package se.brygga.testbed.starweb;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.testbed.starweb.StarwebSimulator.ActionKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code PATCH /orders/{id}}: status with its two switches, tracking and marks. A switch that is left out counts as true
 * (S-8): that is the trap of the real thing.
 */
final class OrderWrite {

    private static final List<String> PLAIN =
            List.of("externalId", "externalIdType", "shippingTrackerType", "shippingTrackingNo");

    private final SimShop shop;

    OrderWrite(SimShop shop) {
        this.shop = shop;
    }

    /** Checks everything before it changes anything. */
    void patch(ObjectNode order, JsonNode body) {
        ApiCall.length(body, "externalId", 40);
        ApiCall.length(body, "externalIdType", 20);
        ApiCall.length(body, "shippingTrackingNo", 50);
        tracking(body);
        if (body.has("statusId")) {
            shop.requireStatus(body.path("statusId").asLong());
            status(order, body);
        }
        PLAIN.stream().filter(body::has).forEach(field -> order.set(field, body.get(field)));
    }

    private void tracking(JsonNode body) {
        JsonNode type = body.path("shippingTrackerType");
        if (!type.isMissingNode() && (type.asInt(0) < 1 || type.asInt() > Methods.CARRIERS.size())) {
            throw ApiError.badRequest("unknown shippingTrackerType");
        }
        String number = body.path("shippingTrackingNo").asString("");
        if (shop.quirks().is(StarwebQuirks.TRACKING, "format") && !number.matches("[A-Z0-9]{0,35}")) {
            throw ApiError.badRequest("shippingTrackingNo is not in the carrier's format");
        }
    }

    private void status(ObjectNode order, JsonNode body) {
        long status = body.path("statusId").asLong();
        boolean same = order.path("statusId").asLong() == status;
        if (same && shop.quirks().is(StarwebQuirks.SAME_STATUS, "ignored")) {
            return;
        }
        ActionKind action = paymentAction(status);
        boolean pay = action != null
                && order.path("paymentStatus").asString("").equals("reserved")
                && body.path("onOrderStatusChangeProcessPayment").asBoolean(true);
        String failure = shop.quirks().get(StarwebQuirks.PAYMENT_FAILURE);
        if (pay && failure.equals("refused")) {
            throw ApiError.badRequest("the payment provider refused");
        }
        if (pay && failure.equals("nothing")) {
            return;
        }
        order.put("statusId", status);
        long orderId = order.path("orderId").asLong();
        if (body.path("onOrderStatusChangeSendEmail").asBoolean(true)
                && order.path("sendEmailsOnStatusChange").asBoolean(true)) {
            shop.note(orderId, ActionKind.MAIL);
        }
        if (pay && failure.equals("off")) {
            order.put("paymentStatus", action == ActionKind.CAPTURE ? "captured" : "cancelled");
        }
        boolean repeated = same
                && action != null
                && body.path("onOrderStatusChangeProcessPayment").asBoolean(true);
        if (action != null && ((pay && failure.equals("off")) || repeated)) {
            shop.note(orderId, action);
        }
    }

    /** O-19: completed takes the money, canceled lets go of it; the others do nothing. */
    private @Nullable ActionKind paymentAction(long statusId) {
        return switch (shop.idCode(statusId)) {
            case "completed" -> ActionKind.CAPTURE;
            case "canceled" -> ActionKind.RELEASE;
            case null, default -> null;
        };
    }
}
