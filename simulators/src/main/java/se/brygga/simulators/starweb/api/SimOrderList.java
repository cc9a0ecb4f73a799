package se.brygga.simulators.starweb.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.brygga.simulators.starweb.shop.Orders;
import se.brygga.simulators.starweb.wire.ApiCall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The order of {@code GET /orders}, and what its filters leave (reference, section 3). */
final class SimOrderList {

    private static final List<String> SORTS = List.of(
            "orderId",
            "createdAt",
            "modifiedAt",
            "customer",
            "paymentMethodName",
            "shippingMethodName",
            "totalAmount",
            "status",
            "read");

    private final Optional<Instant> after;
    private final Optional<Instant> before;
    private final Optional<Long> status;
    private final Optional<Long> payment;
    private final Optional<Long> shipping;
    private final String text;
    private final boolean unfinished;

    private SimOrderList(ApiCall call) {
        this.after = call.time("ordersCreatedAfter");
        this.before = call.time("ordersCreatedBefore");
        this.status = call.number("statusFilter");
        this.payment = call.number("filterPaymentMethodId");
        this.shipping = call.number("filterShippingMethodId");
        this.text = call.query("filterQuery").orElse("").toLowerCase(Locale.ROOT);
        this.unfinished = call.flag("includeNonCompletePayments");
    }

    /** All pages, as a read shows them now. */
    static List<ObjectNode> of(ApiCall call, Orders orders) {
        SimOrderList wanted = new SimOrderList(call);
        String by = call.choice("sortBy", SORTS);
        boolean descending = call.choice("sortOrder", List.of("DESC", "ASC")).equals("DESC");
        List<ObjectNode> rows = orders.sorted(by.equals("modifiedAt"), descending);
        // The others come as they were placed.
        if (!List.of("orderId", "createdAt", "modifiedAt").contains(by)) {
            rows.sort(descending ? order(by).reversed() : order(by));
        }
        return rows.stream()
                .flatMap(order -> orders.visible(order).stream())
                .filter(wanted::includes)
                .toList();
    }

    private static Comparator<ObjectNode> order(String by) {
        return switch (by) {
            case "totalAmount" -> Comparator.comparing(order -> order.path(by).decimalValue());
            case "customer" -> byText("originalCustomerEmail");
            case "status" -> byText("statusId");
            case "read" -> byText("isRead");
            default -> byText(by);
        };
    }

    private static Comparator<ObjectNode> byText(String field) {
        return Comparator.comparing(order -> order.path(field).asString(""));
    }

    private boolean includes(ObjectNode order) {
        Instant created =
                OffsetDateTime.parse(order.path("createdAt").asString()).toInstant();
        return (unfinished || order.path("isComplete").asBoolean())
                // Both bounds are exclusive: the reference assumes it, so a client must not rely on more.
                && after.filter(bound -> !created.isAfter(bound)).isEmpty()
                && before.filter(bound -> !created.isBefore(bound)).isEmpty()
                && has(order, "statusId", status)
                && has(order, "paymentMethodId", payment)
                && has(order, "shippingMethodId", shipping)
                && (text.isEmpty() || matches(order));
    }

    private static boolean has(ObjectNode order, String field, Optional<Long> id) {
        return id.isEmpty() || order.path(field).asLong() == id.get();
    }

    private boolean matches(ObjectNode order) {
        return order.path("orderId").asString().equals(text)
                || order.path("originalCustomerEmail").asString("").equalsIgnoreCase(text)
                || order.path("items")
                        .valueStream()
                        .anyMatch(item -> contains(item, "sku") || contains(item, "description"));
    }

    private boolean contains(JsonNode node, String field) {
        return node.path(field).asString("").toLowerCase(Locale.ROOT).contains(text);
    }
}
