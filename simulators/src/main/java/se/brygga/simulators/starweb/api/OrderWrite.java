package se.brygga.simulators.starweb.api;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.starweb.orders.Methods;
import se.brygga.simulators.starweb.orders.OrderBodies;
import se.brygga.simulators.starweb.shop.NewOrder;
import se.brygga.simulators.starweb.shop.ShopperAction;
import se.brygga.simulators.starweb.shop.SimShop;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.Fields;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes of {@code /orders} and {@code /orders/{id}}: status with its two switches, tracking, marks and the rest. A
 * missing switch counts as true (S-8), as in the real Starweb, where this is a trap.
 */
final class OrderWrite {

    private static final String SEND_EMAIL = "onOrderStatusChangeSendEmail";
    private static final String PROCESS_PAYMENT = "onOrderStatusChangeProcessPayment";
    private static final Set<String> PAID = Set.of("captured", "cancelled");
    private static final List<String> NOT_IN_PUT = List.of("externalId", "externalIdType");

    private final SimShop shop;
    private final ItemsApi items;

    OrderWrite(SimShop shop, ItemsApi items) {
        this.shop = shop;
        this.items = items;
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
            fields(order, body);
            rows(order, body);
        }
        return outcome;
    }

    /** As {@link #patch}, and what is left out becomes empty; it needs a status and has no marks (reference, section 12). */
    Outcome put(ObjectNode order, JsonNode body) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        for (String text : List.of("customInfo1", "discountCode", "internalComment", "shippingTrackingNo")) {
            whole.put(text, "");
        }
        whole.put("paymentFee", 0)
                .put("paymentVatRate", 0)
                .put("shippingCost", 0)
                .put("shippingVatRate", 0);
        body.forEachEntry(whole::set);
        whole.remove(NOT_IN_PUT);
        Fields.required(Fields.integer(body, "statusId", 0, Integer.MAX_VALUE), "statusId");
        return patch(order, whole);
    }

    /** Makes an order of a body; whether it is complete at once, nobody knows (O-10). */
    ObjectNode create(JsonNode body) {
        check(body);
        ObjectNode wish = JsonMapper.shared().createObjectNode();
        for (String same : List.of("currencyCode", "currencyPrecision", "currencyExchangeRate", "langCode")) {
            if (body.has(same)) {
                wish.set(same, body.get(same));
            }
        }
        wish.put("email", email(body)).putArray("items");
        ObjectNode order = shop.orders().place(wish);
        fields(order, body);
        items.write(order, body.path("items"), true);
        if (!body.has("isComplete")) {
            shop.orders().madeByHand(order);
        }
        if (body.has("statusId")) {
            shop.orders().moveTo(order, body.path("statusId").asLong());
        }
        // The switch is for the mail of a new order, too (reference, section 6).
        mail(order, body, order.path("statusId").asLong());
        return order;
    }

    private String email(JsonNode body) {
        String email = body.path("originalCustomerEmail").asString("");
        return email.isEmpty() && body.has("customerId")
                ? shop.customers()
                        .require(body.path("customerId").asLong())
                        .customer()
                        .path("email")
                        .asString("")
                : email;
    }

    private void check(JsonNode body) {
        OrderBodies.PLAIN.check(body);
        OrderBodies.MONEY.check(body);
        OrderBodies.ACTING.check(body);
        if (body.has("statusId")) {
            shop.statuses().require(body.path("statusId").asLong());
        }
        if (body.has("customerId")
                && !shop.customers().has(body.path("customerId").asLong())) {
            throw ApiError.badRequest("unknown customerId");
        }
        if (body.path("shippingTrackerType").asInt(1) > Methods.CARRIERS.size()) {
            throw ApiError.badRequest("unknown shippingTrackerType");
        }
        Methods.referenced(body, "paymentMethodId", Methods.PAYMENT);
        Methods.referenced(body, "shippingMethodId", Methods.SHIPPING);
        String number = body.path("shippingTrackingNo").asString("");
        if (shop.quirks().is(StarwebQuirk.TRACKING, "format") && !number.matches("[A-Z0-9]{0,35}")) {
            throw ApiError.badRequest("shippingTrackingNo is not in the carrier's format");
        }
    }

    private void fields(ObjectNode order, JsonNode body) {
        Methods.referenced(body, "paymentMethodId", Methods.PAYMENT)
                .ifPresent(method -> NewOrder.method(order, "payment", method));
        Methods.referenced(body, "shippingMethodId", Methods.SHIPPING)
                .ifPresent(method -> NewOrder.method(order, "shipping", method));
        OrderBodies.PLAIN.copy(body, order);
        OrderBodies.MONEY.copy(body, order);
        body.path("addresses").forEachEntry((key, address) -> AddressesApi.write(order, key, address));
        if (shop.quirks().is(StarwebQuirk.SILENCE, "written")) {
            Fields.truth(body, "sendEmailsOnStatusChange")
                    .ifPresent(mails -> order.put("sendEmailsOnStatusChange", mails));
        }
    }

    private void rows(ObjectNode order, JsonNode body) {
        String how = shop.quirks().get(StarwebQuirk.PATCH_ITEMS);
        if (body.has("items") && !how.equals("IGNORED")) {
            items.write(order, body.path("items"), how.equals("REPLACE"));
        } else if (OrderBodies.MONEY.namedIn(body)) {
            shop.orders().rowsChanged(order);
        }
    }

    private Outcome status(ObjectNode order, JsonNode body) {
        long status = body.path("statusId").asLong();
        boolean same = order.path("statusId").asLong() == status;
        if (same && shop.quirks().is(StarwebQuirk.SAME_STATUS, "ignored")) {
            return Outcome.WRITTEN;
        }
        ShopperAction.Kind action = actsOnPayment(body);
        boolean pay = action != null && canBePaid(order.path("paymentStatus").asString(""), same);
        String failure = pay ? shop.quirks().get(StarwebQuirk.PAYMENT_FAILURE) : "off";
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
            order.put("paymentStatus", action == ShopperAction.Kind.CAPTURE ? "captured" : "cancelled");
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
            shop.note(order.path("orderId").asLong(), ShopperAction.Kind.MAIL, status);
        }
    }

    /** What a body asks of the payment; null for nothing (O-19). */
    ShopperAction.@Nullable Kind actsOnPayment(JsonNode body) {
        if (!body.path("statusId").canConvertToLong()
                || !body.path(PROCESS_PAYMENT).asBoolean(true)) {
            return null;
        }
        String rule = shop.quirks().get(StarwebQuirk.PAYMENT_ACTIONS);
        String code = shop.statuses().idCode(body.path("statusId").asLong());
        if (rule.equals("none")) {
            return null;
        }
        return switch (code) {
            case "completed" -> ShopperAction.Kind.CAPTURE;
            case "canceled" -> ShopperAction.Kind.RELEASE;
            case null -> rule.equals("custom-captures-too") ? ShopperAction.Kind.CAPTURE : null;
            default -> null;
        };
    }
}
