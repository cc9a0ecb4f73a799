package se.brygga.clients.starweb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.brygga.clients.remote.CallLimits.Urgency;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.OrderMarks;
import se.brygga.clients.shop.OrderMarks.OrderState;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.clients.shop.ShopHooks;
import se.brygga.clients.shop.ShopNames;
import se.brygga.clients.shop.ShopOrders;
import se.brygga.clients.shop.order.OrderPage;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;
import tools.jackson.databind.JsonNode;

/**
 * The paths and bodies of one shop's Starweb API for orders, names and web hooks (reference sections 1 to 5 and 11).
 */
final class StarwebClient implements ShopOrders, OrderMarks, ShopNames, ShopHooks {

    private static final String INCLUDE = "items,items.bundledItems,addresses,customer,status,externalServices";

    private final StarwebSetup setup;
    private final JsonCalls calls;

    StarwebClient(StarwebSetup setup, StarwebCalls calls) {
        this.setup = setup;
        this.calls = new JsonCalls(calls, Urgency.ORDER);
    }

    @Override
    public Shop shop() {
        JsonNode shop = calls.get("/shop", "GET /shop", "shop").path("data");
        return new Shop(
                Json.text(shop, "name"),
                Json.text(shop, "idCode"),
                Json.text(shop, "status"),
                Json.text(shop, "baseCurrency"));
    }

    @Override
    public Optional<ShopOrder> order(long orderId) {
        String action = "GET /orders/{id}";
        try {
            JsonNode answer = calls.get("/orders/" + orderId + "?include=" + INCLUDE, action, "order " + orderId);
            return Optional.of(OrderReader.read(answer.path("data"), action));
        } catch (RemoteFailure failure) {
            if (JsonCalls.isNotFound(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public OrderPage ordersByLatestChange(int page) {
        return orders("sortBy=modifiedAt&sortOrder=DESC", page);
    }

    @Override
    public OrderPage newestOrders() {
        return orders("sortBy=orderId&sortOrder=DESC", 1);
    }

    @Override
    public OrderPage ordersCreatedAfter(Instant createdAfter, int page) {
        return orders("sortBy=orderId&sortOrder=ASC&ordersCreatedAfter=" + StarwebCalls.queryTime(createdAfter), page);
    }

    @Override
    public OrderPage ordersCreatedBetween(Instant createdAfter, Instant createdBefore, int page) {
        return orders(
                "sortBy=orderId&sortOrder=ASC&ordersCreatedAfter=" + StarwebCalls.queryTime(createdAfter)
                        + "&ordersCreatedBefore=" + StarwebCalls.queryTime(createdBefore),
                page);
    }

    private OrderPage orders(String query, int page) {
        String action = "GET /orders";
        JsonNode answer = calls.get("/orders?" + query + "&include=" + INCLUDE + "&page=" + page, action, "orders");
        List<JsonNode> rows = JsonCalls.rows(answer, action);
        List<ShopOrder> orders = new ArrayList<>();
        List<Long> unreadable = new ArrayList<>();
        for (JsonNode row : rows) {
            try {
                orders.add(OrderReader.read(row, action));
            } catch (RemoteFailure failure) {
                Long id = Json.number(row, "orderId");
                if (id == null) {
                    throw failure;
                }
                unreadable.add(id);
            }
        }
        Long total = Json.number(answer.path("meta").path("pagination"), "total");
        boolean last = JsonCalls.isLast(answer, rows.size(), page);
        return new OrderPage(orders, last, total == null ? null : total.intValue(), unreadable);
    }

    @Override
    public void linkOrder(long orderId, String externalId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("externalId", externalId);
        body.put("externalIdType", setup.externalIdType());
        calls.write("PATCH", "/orders/" + orderId, body, "PATCH /orders/{id}", "order " + orderId);
    }

    @Override
    public void putExternalService(long orderId, String serviceName, String value) {
        String path = "/orders/" + orderId + "/external-services";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("serviceName", serviceName);
        body.put("externalIdValue", value);
        try {
            calls.write(
                    "PUT",
                    path + "/" + StarwebCalls.encode(serviceName).replace("+", "%20"),
                    body,
                    "PUT /orders/{id}/external-services/{name}",
                    "order " + orderId);
        } catch (RemoteFailure failure) {
            if (!JsonCalls.isNotFound(failure)) {
                throw failure;
            }
            // Unique per order and name. So a repeated create is refused, and the next PUT finds the entry.
            calls.write("POST", path, body, "POST /orders/{id}/external-services", "order " + orderId);
        }
    }

    @Override
    public Optional<OrderState> orderState(long orderId) {
        String action = "GET /orders/{id}";
        try {
            JsonNode answer = calls.get("/orders/" + orderId + "?include=status", action, "order " + orderId);
            return Optional.of(OrderReader.state(answer.path("data"), action + ", order " + orderId));
        } catch (RemoteFailure failure) {
            if (JsonCalls.isNotFound(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public void changeOrder(long orderId, OrderUpdate update) {
        Map<String, Object> body = new LinkedHashMap<>();
        OrderUpdate.StatusChange status = update.status();
        if (status != null) {
            body.put("statusId", status.statusId());
            // Both switches count as true when they are absent (reference section 6).
            body.put("onOrderStatusChangeSendEmail", status.sendEmail());
            body.put("onOrderStatusChangeProcessPayment", status.processPayment());
        }
        OrderUpdate.Tracking tracking = update.tracking();
        if (tracking != null) {
            body.put("shippingTrackerType", tracking.trackerType());
            body.put("shippingTrackingNo", tracking.trackingNo());
        }
        calls.write("PATCH", "/orders/" + orderId, body, "PATCH /orders/{id}", "order " + orderId);
    }

    @Override
    public List<OrderComment> comments(long orderId) {
        String path = "/orders/" + orderId + "/comments";
        return calls.list(path, "GET /orders/{id}/comments", "order " + orderId).stream()
                .map(node -> new OrderComment(
                        Json.numberOrZero(node, "commentId"), node.path("text").asString(""), Json.text(node, "from")))
                .toList();
    }

    @Override
    public void addComment(long orderId, String text) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", text);
        body.put("from", "admin");
        String path = "/orders/" + orderId + "/comments";
        calls.write("POST", path, body, "POST /orders/{id}/comments", "order " + orderId);
    }

    @Override
    public List<TrackingType> trackingTypes() {
        String path = "/shipping-tracking-types";
        return calls.list(path, "GET " + path, "tracking types").stream()
                .map(node -> new TrackingType(node.path("type").asInt(0), Json.text(node, "name")))
                .toList();
    }

    @Override
    public List<OrderStatus> orderStatuses() {
        return calls.list("/order-statuses", "GET /order-statuses", "statuses").stream()
                .filter(node -> Json.number(node, "statusId") != null)
                .map(node -> new OrderStatus(
                        Json.numberOrZero(node, "statusId"), Json.text(node, "idCode"), OrderReader.names(node)))
                .toList();
    }

    @Override
    public List<Method> paymentMethods() {
        return methods("/payment-methods", "paymentMethodId");
    }

    @Override
    public List<Method> shippingMethods() {
        return methods("/shipping-methods", "shippingMethodId");
    }

    private List<Method> methods(String path, String idField) {
        return calls.list(path, "GET " + path, "methods").stream()
                .filter(node -> Json.number(node, idField) != null)
                .map(node -> new Method(
                        Json.numberOrZero(node, idField),
                        Json.text(node, "idCode"),
                        Json.text(node, "externalId"),
                        OrderReader.names(node)))
                .toList();
    }

    @Override
    public List<WebHook> webHooks() {
        return calls.list("/web-hooks", "GET /web-hooks", "web hooks").stream()
                .map(StarwebClient::webHook)
                .toList();
    }

    @Override
    public WebHook createWebHook(WebHook wanted) {
        return webHook(calls.write("POST", "/web-hooks", body(wanted), "POST /web-hooks", wanted.event())
                .path("data"));
    }

    @Override
    public WebHook updateWebHook(WebHook wanted) {
        String path = "/web-hooks/" + wanted.webHookId();
        return webHook(calls.write("PATCH", path, body(wanted), "PATCH /web-hooks/{id}", wanted.event())
                .path("data"));
    }

    @Override
    public void deleteWebHook(long webHookId) {
        calls.delete("/web-hooks/" + webHookId, "DELETE /web-hooks/{id}", "web hook " + webHookId);
    }

    private static Map<String, Object> body(WebHook hook) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", hook.name());
        body.put("event", hook.event());
        body.put("url", hook.url());
        body.put("statusId", hook.statusId());
        return body;
    }

    private static WebHook webHook(JsonNode node) {
        return new WebHook(
                Json.number(node, "webHookId"),
                Json.text(node, "name"),
                node.path("event").asString(""),
                Json.number(node, "statusId"),
                node.path("url").asString(""));
    }
}
