package se.brygga.testbed.starweb;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.brygga.testbed.sim.SimRequest;
import se.brygga.testbed.sim.SimResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The API of one shop below {@code /api/v2}, after token and limit. */
final class ShopApi {

    private static final int PAGE = 100;
    private static final Set<String> INCLUDES =
            Set.of("items", "items.bundledItems", "externalServices", "status", "customer", "addresses");
    private static final Set<String> HOOK_EVENTS = Set.of(
            "product-created",
            "product-updated",
            "product-removed",
            "order-created",
            "order-completed",
            "order-updated",
            "order-deleted",
            "order-status-changed",
            "customer-created",
            "customer-updated",
            "customer-deleted",
            "shop-opened",
            "shop-closed",
            "shop-removed");

    private final JsonMapper json = JsonMapper.builder().build();
    private final SimShop shop;
    private final WebHookSender hooks;

    ShopApi(SimShop shop, WebHookSender hooks) {
        this.shop = shop;
        this.hooks = hooks;
    }

    /** @param path below {@code /api/v2}, split at slashes */
    SimResponse handle(SimRequest request, List<String> path) {
        String resource = path.getFirst();
        return switch (resource) {
            case "shop" -> ok(OrderView.wrapped(describe()));
            case "orders" -> orders(request, path);
            case "order-statuses" -> ok(OrderView.wrapped(statuses()));
            case "payment-methods" -> ok(OrderView.wrapped(methods(Methods.PAYMENT, "paymentMethodId", true)));
            case "shipping-methods" -> ok(OrderView.wrapped(methods(Methods.SHIPPING, "shippingMethodId", false)));
            case "web-hooks" -> webHooks(request, path);
            default -> throw ApiError.notFound();
        };
    }

    private ObjectNode describe() {
        ObjectNode description = json.createObjectNode();
        description
                .put("name", shop.id)
                .put("idCode", shop.id)
                .put("status", "open")
                .put("baseCurrency", "SEK");
        description.put("defaultLangCode", "sv").put("shopCountryCode", "SE");
        description.putArray("activeLangCodes").add("sv").add("no");
        return description;
    }

    private SimResponse orders(SimRequest request, List<String> path) {
        Map<String, List<String>> query = request.query(StandardCharsets.UTF_8);
        if (path.size() == 1) {
            requireMethod(request, "GET");
            return list(query);
        }
        ObjectNode order = shop.require(id(path.get(1)));
        if (path.size() == 2) {
            return switch (request.method()) {
                case "GET" -> ok(OrderView.wrapped(OrderView.of(order, shop, includes(query))));
                case "PATCH" -> ok(OrderView.wrapped(OrderView.of(patch(order, body(request)), shop, Set.of())));
                default -> throw new ApiError(405, "method_not_allowed", request.method());
            };
        }
        if (path.get(2).equals("external-services")) {
            return services(request, order, path);
        }
        throw ApiError.notFound();
    }

    private SimResponse list(Map<String, List<String>> query) {
        int page = page(query);
        boolean byModified = first(query, "sortBy").orElse("orderId").equals("modifiedAt");
        boolean descending = !first(query, "sortOrder").orElse("DESC").equalsIgnoreCase("ASC");
        boolean incomplete = first(query, "includeNonCompletePayments")
                .filter("true"::equals)
                .isPresent();
        Optional<Instant> after = first(query, "ordersCreatedAfter").map(ShopApi::time);
        Set<String> includes = includes(query);
        synchronized (shop) {
            List<ObjectNode> all = shop.sorted(byModified, descending).stream()
                    .filter(order -> incomplete || order.path("isComplete").asBoolean())
                    .filter(order -> after.isEmpty() || created(order).isAfter(after.get()))
                    .toList();
            ArrayNode data = json.createArrayNode();
            all.stream().skip((page - 1L) * PAGE).limit(PAGE).forEach(o -> data.add(OrderView.of(o, shop, includes)));
            ObjectNode answer = OrderView.wrapped(data);
            answer.putObject("meta")
                    .putObject("pagination")
                    .put("total", all.size())
                    .put("count", data.size())
                    .put("per_page", PAGE)
                    .put("current_page", page)
                    .put("total_pages", Math.max(1, (all.size() + PAGE - 1) / PAGE));
            return ok(answer);
        }
    }

    private static Instant created(ObjectNode order) {
        return OffsetDateTime.parse(order.path("createdAt").asString()).toInstant();
    }

    /** Both switches count as true when they are left out: that is the trap of the real thing. */
    private ObjectNode patch(ObjectNode order, JsonNode body) {
        synchronized (shop) {
            length(body, "externalId", 40);
            length(body, "externalIdType", 20);
            length(body, "shippingTrackingNo", 50);
            if (body.has("statusId")) {
                long status = body.path("statusId").asLong();
                if (!shop.statuses.containsValue(status)) {
                    throw ApiError.badRequest("unknown statusId " + status);
                }
                order.put("statusId", status);
                long orderId = order.path("orderId").asLong();
                if (body.path("onOrderStatusChangeSendEmail").asBoolean(true)) {
                    shop.audit.add(new SimShop.Audit(orderId, "mail", status));
                }
                if (body.path("onOrderStatusChangeProcessPayment").asBoolean(true)) {
                    shop.audit.add(new SimShop.Audit(orderId, "payment", status));
                }
            }
            for (String field : List.of("externalId", "externalIdType", "shippingTrackerType", "shippingTrackingNo")) {
                if (body.has(field)) {
                    order.set(field, body.get(field));
                }
            }
            shop.changed(order);
        }
        hooks.fire(shop, "order-updated", order);
        return order;
    }

    private SimResponse services(SimRequest request, ObjectNode order, List<String> path) {
        synchronized (shop) {
            ArrayNode services =
                    order.path("services").isArray() ? (ArrayNode) order.path("services") : order.putArray("services");
            if (path.size() == 3 && request.method().equals("GET")) {
                return ok(OrderView.wrapped(services.deepCopy()));
            }
            JsonNode body = body(request);
            length(body, "externalIdValue", 40);
            String name =
                    path.size() == 4 ? path.get(3) : body.path("serviceName").asString("");
            Optional<JsonNode> found = services.valueStream()
                    .filter(service -> service.path("serviceName").asString().equals(name))
                    .findFirst();
            if (path.size() == 4) {
                ObjectNode service = (ObjectNode) found.orElseThrow(ApiError::notFound);
                service.put("externalIdValue", body.path("externalIdValue").asString(""));
                shop.changed(order);
                return ok(OrderView.wrapped(service.deepCopy()));
            }
            if (found.isPresent() || name.isEmpty() || name.length() > 40) {
                throw ApiError.badRequest("serviceName must be unique, 1 to 40 characters");
            }
            ObjectNode service = services.addObject().put("serviceName", name);
            service.put("externalIdValue", body.path("externalIdValue").asString(""))
                    .put("readOnly", false);
            shop.changed(order);
            return SimResponse.json(201, OrderView.wrapped(service.deepCopy()).toString());
        }
    }

    private ArrayNode statuses() {
        ArrayNode list = json.createArrayNode();
        shop.statuses.values().stream().sorted().forEach(id -> list.add(OrderView.status(shop, id)));
        return list;
    }

    private ArrayNode methods(List<Methods.Method> methods, String idField, boolean withCode) {
        ArrayNode list = json.createArrayNode();
        for (Methods.Method method : methods) {
            ObjectNode node = list.addObject().put(idField, method.id());
            if (withCode) {
                node.put("idCode", method.idCode());
            }
            ArrayNode languages = json.createArrayNode();
            languages.addObject().put("langCode", "sv").put("name", method.name());
            node.set("languages", OrderView.wrapped(languages));
        }
        return list;
    }

    private SimResponse webHooks(SimRequest request, List<String> path) {
        if (path.size() == 1 && request.method().equals("GET")) {
            ArrayNode list = json.createArrayNode();
            shop.hooks().forEach(list::add);
            return ok(OrderView.wrapped(list));
        }
        if (request.method().equals("DELETE")) {
            shop.removeHook(id(path.get(1)));
            return SimResponse.empty(204);
        }
        JsonNode body = body(request);
        length(body, "url", 255);
        length(body, "name", 255);
        if (body.has("event") && !HOOK_EVENTS.contains(body.path("event").asString())) {
            throw ApiError.badRequest("unknown event");
        }
        if (path.size() == 1) {
            if (!body.has("event") || !body.has("url")) {
                throw ApiError.badRequest("event and url are required");
            }
            return SimResponse.json(201, OrderView.wrapped(shop.addHook(body)).toString());
        }
        return ok(OrderView.wrapped(shop.changeHook(id(path.get(1)), body)));
    }

    private static void requireMethod(SimRequest request, String method) {
        if (!request.method().equals(method)) {
            throw new ApiError(405, "method_not_allowed", request.method());
        }
    }

    private JsonNode body(SimRequest request) {
        try {
            JsonNode body = json.readTree(request.body());
            if (body.isObject() && !body.has("data")) {
                return body;
            }
        } catch (JacksonException e) {
            // Falls through to the refusal.
        }
        throw ApiError.badRequest("expected an unwrapped JSON object");
    }

    private static void length(JsonNode body, String field, int most) {
        if (body.path(field).asString("").length() > most) {
            throw ApiError.badRequest(field + " is longer than " + most);
        }
    }

    private static Set<String> includes(Map<String, List<String>> query) {
        Set<String> includes = first(query, "include")
                .map(text -> Arrays.stream(text.split(",")).collect(Collectors.toSet()))
                .orElse(Set.of());
        if (!INCLUDES.containsAll(includes)) {
            throw ApiError.badRequest("unknown include");
        }
        return includes;
    }

    private static int page(Map<String, List<String>> query) {
        try {
            int page = Integer.parseInt(first(query, "page").orElse("1"));
            if (page >= 1) {
                return page;
            }
        } catch (NumberFormatException e) {
            // Falls through to the refusal.
        }
        throw ApiError.badRequest("page must be a number from 1");
    }

    /** A {@code +} that was not encoded has become a space and is refused, as by the real thing. */
    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ApiError.badRequest("not a time with an offset");
        }
    }

    private static long id(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiError.notFound();
        }
    }

    private static Optional<String> first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static SimResponse ok(ObjectNode answer) {
        return SimResponse.json(200, answer.toString());
    }
}
