package se.brygga.testbed.starweb;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.testbed.starweb.StarwebSimulator.ActionKind;
import se.brygga.testbed.starweb.orders.Methods;
import se.brygga.testbed.starweb.wire.ApiCall;
import se.brygga.testbed.starweb.wire.ApiError;
import se.brygga.testbed.starweb.wire.Fields;
import se.brygga.testbed.starweb.wire.StarwebQuirks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code PATCH /orders/{id}}: status with its two switches, tracking and marks. A switch that is left out counts as true
 * (S-8): that is the trap of the real thing.
 */
final class OrderWrite {

    private static final String SEND_EMAIL = "onOrderStatusChangeSendEmail";
    private static final String PROCESS_PAYMENT = "onOrderStatusChangeProcessPayment";
    private static final List<String> PLAIN =
            List.of("externalId", "externalIdType", "shippingTrackerType", "shippingTrackingNo");
    private static final Set<String> PAID = Set.of("captured", "cancelled");

    private final SimShop shop;

    OrderWrite(SimShop shop) {
        this.shop = shop;
    }

    /** How a write ended, when it was not refused. */
    enum Outcome {
        WRITTEN,
        /** It answers success, and yet nothing is different: S-14 (c). */
        NOTHING,
        /** The status is changed, and then something broke: S-14 (d). */
        BROKEN
    }

    /** Checks everything before it changes anything. */
    Outcome patch(ObjectNode order, JsonNode body) {
        check(body);
        Outcome outcome = body.has("statusId") ? status(order, body) : Outcome.WRITTEN;
        if (outcome == Outcome.WRITTEN) {
            PLAIN.stream().filter(body::has).forEach(field -> order.set(field, body.get(field)));
            if (shop.quirks().is(StarwebQuirks.SILENCE, "written")) {
                Fields.truth(body, "sendEmailsOnStatusChange")
                        .ifPresent(mails -> order.put("sendEmailsOnStatusChange", mails));
            }
        }
        return outcome;
    }

    private void check(JsonNode body) {
        ApiCall.length(body, "externalId", 40);
        ApiCall.length(body, "externalIdType", 20);
        ApiCall.length(body, "shippingTrackingNo", 50);
        Fields.truth(body, SEND_EMAIL);
        Fields.truth(body, PROCESS_PAYMENT);
        Fields.integer(body, "statusId", 0, Integer.MAX_VALUE).ifPresent(shop.statuses()::require);
        JsonNode type = body.path("shippingTrackerType");
        if (!type.isMissingNode() && (type.asInt(0) < 1 || type.asInt() > Methods.CARRIERS.size())) {
            throw ApiError.badRequest("unknown shippingTrackerType");
        }
        String number = body.path("shippingTrackingNo").asString("");
        if (shop.quirks().is(StarwebQuirks.TRACKING, "format") && !number.matches("[A-Z0-9]{0,35}")) {
            throw ApiError.badRequest("shippingTrackingNo is not in the carrier's format");
        }
    }

    private Outcome status(ObjectNode order, JsonNode body) {
        long status = body.path("statusId").asLong();
        boolean same = order.path("statusId").asLong() == status;
        if (same && shop.quirks().is(StarwebQuirks.SAME_STATUS, "ignored")) {
            return Outcome.WRITTEN;
        }
        ActionKind action = actsOnPayment(body);
        boolean pay = action != null && canBePaid(order.path("paymentStatus").asString(""), same);
        String failure = pay ? shop.quirks().get(StarwebQuirks.PAYMENT_FAILURE) : "off";
        switch (failure) {
            case "refused" -> throw ApiError.badRequest("the payment provider refused");
            case "nothing" -> {
                return Outcome.NOTHING;
            }
            default -> shop.orders().moveTo(order, status);
        }
        mail(order, body, status);
        if (failure.equals("error-after-status")) {
            return Outcome.BROKEN;
        }
        if (pay && action != null && !failure.equals("status-only")) {
            order.put("paymentStatus", action == ActionKind.CAPTURE ? "captured" : "cancelled");
            shop.note(order.path("orderId").asLong(), action, status);
        }
        return Outcome.WRITTEN;
    }

    /** The same status again charges again (O-8); otherwise only a reservation can be taken or let go. */
    private static boolean canBePaid(String payment, boolean same) {
        return payment.equals("reserved") || (same && PAID.contains(payment));
    }

    private void mail(ObjectNode order, JsonNode body, long status) {
        if (body.path(SEND_EMAIL).asBoolean(true)
                && order.path("sendEmailsOnStatusChange").asBoolean(true)
                && shop.statuses().mails(status)) {
            shop.note(order.path("orderId").asLong(), ActionKind.MAIL, status);
        }
    }

    /** What a body asks of the payment; null for nothing (O-19). */
    @Nullable
    ActionKind actsOnPayment(JsonNode body) {
        if (!body.has("statusId") || !body.path(PROCESS_PAYMENT).asBoolean(true)) {
            return null;
        }
        String rule = shop.quirks().get(StarwebQuirks.PAYMENT_ACTIONS);
        String code = shop.statuses().idCode(body.path("statusId").asLong());
        if (rule.equals("none")) {
            return null;
        }
        return switch (code) {
            case "completed" -> ActionKind.CAPTURE;
            case "canceled" -> ActionKind.RELEASE;
            case null -> rule.equals("custom-captures-too") ? ActionKind.CAPTURE : null;
            default -> null;
        };
    }
}
