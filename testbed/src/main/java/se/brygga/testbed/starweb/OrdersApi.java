package se.brygga.testbed.starweb;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.brygga.testbed.sim.SimResponse;
import se.brygga.testbed.starweb.wire.Answers;
import se.brygga.testbed.starweb.wire.ApiCall;
import se.brygga.testbed.starweb.wire.ApiError;
import se.brygga.testbed.starweb.wire.StarwebQuirks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code /orders} and what lies below it. */
final class OrdersApi {

    private static final Set<String> INCLUDES =
            Set.of("items", "items.bundledItems", "externalServices", "status", "customer", "addresses");
    private static final Set<String> ITEM_INCLUDES = Set.of("bundledItems");

    private final JsonMapper json = JsonMapper.builder().build();
    private final SimShop shop;
    private final WebHookSender hooks;
    private final OrderWrite write;
    private final Deque<Runnable> afterPages = new ArrayDeque<>();
    private long nextComment = 1;

    OrdersApi(SimShop shop, WebHookSender hooks) {
        this.shop = shop;
        this.hooks = hooks;
        this.write = new OrderWrite(shop);
    }

    /** Page drift (S-19): happens after the next page of orders was served. */
    void afterNextPage(Runnable change) {
        afterPages.add(change);
    }

    SimResponse handle(ApiCall call) {
        if (call.is("GET", 1)) {
            return list(call);
        }
        if (call.segments() == 1) {
            throw call.refused();
        }
        ObjectNode order = shop.orders().require(call.id(1));
        if (call.segments() == 2) {
            return switch (call.method()) {
                case "GET" -> Answers.ok(OrderView.of(seen(order), shop, call.includes(INCLUDES)));
                case "PATCH" -> patch(order, call.body());
                default -> throw call.refused();
            };
        }
        return switch (call.segment(2)) {
            case "items" -> items(call, seen(order));
            case "addresses" -> addresses(call, seen(order));
            case "comments" -> comments(call, order);
            case "external-services" -> services(call, order);
            default -> throw ApiError.notFound();
        };
    }

    private ObjectNode seen(ObjectNode order) {
        return shop.orders().visible(order).orElseThrow(ApiError::notFound);
    }

    private SimResponse list(ApiCall call) {
        int page = call.page();
        boolean byModified = call.choice("sortBy", List.of("orderId", "createdAt", "modifiedAt"))
                .equals("modifiedAt");
        boolean descending = call.choice("sortOrder", List.of("DESC", "ASC")).equals("DESC");
        Optional<Instant> after = call.time("ordersCreatedAfter");
        Optional<Instant> before = call.time("ordersCreatedBefore");
        Optional<Long> status = call.query("statusFilter").map(OrdersApi::statusFilter);
        String text = call.query("filterQuery").orElse("");
        Set<String> includes = call.includes(INCLUDES);
        boolean unfinished = call.flag("includeNonCompletePayments");
        List<ObjectNode> rows = shop.orders().sorted(byModified, descending).stream()
                .flatMap(order -> shop.orders().visible(order).stream())
                .filter(order -> unfinished || order.path("isComplete").asBoolean())
                // Both bounds are exclusive: the reference assumes it, so a client must not rely on more.
                .filter(order -> after.isEmpty() || created(order).isAfter(after.get()))
                .filter(order -> before.isEmpty() || created(order).isBefore(before.get()))
                .filter(order -> status.isEmpty() || order.path("statusId").asLong() == status.get())
                .filter(order -> text.isEmpty() || matches(order, text))
                .toList();
        SimResponse answer = Answers.page(rows, page, true, order -> OrderView.of(order, shop, includes));
        Runnable drift = afterPages.poll();
        if (drift != null) {
            drift.run();
        }
        return answer;
    }

    private static long statusFilter(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiError.badRequest("statusFilter must be one status id");
        }
    }

    private static boolean matches(ObjectNode order, String text) {
        boolean goods = order.path("items")
                .valueStream()
                .anyMatch(item -> contains(item, "sku", text) || contains(item, "description", text));
        return order.path("orderId").asString().equals(text)
                || order.path("originalCustomerEmail").asString().equalsIgnoreCase(text)
                || goods;
    }

    private static boolean contains(JsonNode node, String field, String text) {
        return node.path(field).asString("").toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private static Instant created(ObjectNode order) {
        return OffsetDateTime.parse(order.path("createdAt").asString()).toInstant();
    }

    /** A slow payment provider (S-14 (e)): nothing has changed yet while the client waits. */
    void waitForPayment(ApiCall call) {
        if (!call.is("PATCH", 2)
                || !call.segment(0).equals("orders")
                || !shop.quirks().is(StarwebQuirks.PAYMENT_FAILURE, "slow")) {
            return;
        }
        synchronized (shop) {
            if (write.actsOnPayment(call.body()) == null) {
                return;
            }
        }
        try {
            Thread.sleep(shop.quirks().number(StarwebQuirks.PAYMENT_WAIT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private SimResponse patch(ObjectNode order, JsonNode body) {
        long before = order.path("statusId").asLong();
        OrderWrite.Outcome outcome = write.patch(order, body);
        if (outcome != OrderWrite.Outcome.NOTHING) {
            shop.orders().changed(order);
            echo(order, before);
        }
        if (body.has("statusId") && shop.quirks().is(StarwebQuirks.FOREIGN_CONNECTOR, "fights")) {
            order.put("externalId", "999").put("externalIdType", "Specter");
            shop.orders().moveTo(order, before);
            shop.orders().changed(order);
        }
        return outcome == OrderWrite.Outcome.BROKEN
                ? SimResponse.html(500, "<html><body><h1>500 Internal Server Error</h1></body></html>")
                : Answers.ok(OrderView.of(order, shop, Set.of()));
    }

    private void echo(ObjectNode order, long statusBefore) {
        if (shop.quirks().is(StarwebQuirks.HOOK_ECHO, "fires")) {
            hooks.fire(shop, "order-updated", order);
            if (order.path("statusId").asLong() != statusBefore) {
                hooks.fire(shop, "order-status-changed", order);
            }
        }
    }

    private static SimResponse items(ApiCall call, ObjectNode order) {
        if (call.is("GET", 3)) {
            call.includes(Set.of());
            return Answers.ok(OrderView.items(order, false));
        }
        if (call.is("GET", 4)) {
            boolean parts = call.includes(ITEM_INCLUDES).contains("bundledItems");
            long itemId = call.id(3);
            return Answers.ok(OrderView.items(order, parts).stream()
                    .filter(item -> item.path("itemId").asLong() == itemId)
                    .findFirst()
                    .orElseThrow(ApiError::notFound));
        }
        throw call.refused();
    }

    private SimResponse addresses(ApiCall call, ObjectNode order) {
        if (call.is("GET", 3)) {
            return Answers.ok(OrderView.addresses(order, shop));
        }
        throw call.refused();
    }

    private SimResponse comments(ApiCall call, ObjectNode order) {
        if (call.is("GET", 3)) {
            return Answers.ok(OrderView.list(order, "comments"));
        }
        if (call.is("POST", 3)) {
            JsonNode body = call.body();
            ApiCall.required(body, "text");
            ObjectNode comment = json.createObjectNode().put("commentId", nextComment++);
            comment.put("createdAt", shop.now());
            comment.put("text", body.path("text").asString());
            comment.put("from", body.path("from").asString("admin"));
            order.withArray("comments").add(comment);
            order.put("hasComments", true);
            shop.orders().changed(order);
            return Answers.created(comment);
        }
        throw call.refused();
    }

    private SimResponse services(ApiCall call, ObjectNode order) {
        if (call.is("GET", 3)) {
            return Answers.ok(OrderView.list(order, "services"));
        }
        if (call.is("POST", 3)) {
            JsonNode body = call.body();
            ApiCall.required(body, "serviceName");
            ApiCall.length(body, "serviceName", 40);
            ApiCall.length(body, "externalIdValue", 40);
            String name = body.path("serviceName").asString();
            if (service(order, name).isPresent()) {
                throw ApiError.badRequest("serviceName exists on this order");
            }
            ObjectNode service = json.createObjectNode().put("serviceName", name);
            service.put("externalIdValue", body.path("externalIdValue").asString(""));
            service.put("agent", "").put("readOnly", false);
            order.withArray("services").add(service);
            shop.orders().changed(order);
            return Answers.created(service);
        }
        if (call.segments() != 4) {
            throw call.refused();
        }
        ObjectNode service = service(order, call.segment(3)).orElseThrow(ApiError::notFound);
        if (call.method().equals("GET")) {
            return Answers.ok(service);
        }
        if (!Set.of("PATCH", "PUT").contains(call.method())) {
            throw call.refused();
        }
        if (service.path("readOnly").asBoolean()) {
            throw ApiError.forbidden("this service is read-only");
        }
        JsonNode body = call.body();
        ApiCall.length(body, "externalIdValue", 40);
        service.put("externalIdValue", body.path("externalIdValue").asString(""));
        shop.orders().changed(order);
        return Answers.ok(service);
    }

    private static Optional<ObjectNode> service(ObjectNode order, String name) {
        return OrderView.list(order, "services").stream()
                .filter(service -> service.path("serviceName").asString().equals(name))
                .map(ObjectNode.class::cast)
                .findFirst();
    }
}
