package se.brygga.testbed.starweb;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The state of one shop. Every method holds the shop's lock. */
final class SimShop {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Europe/Stockholm"));

    /** A status change that mailed or took money, for tests that count them. */
    record Audit(long orderId, String what, long statusId) {}

    private record ByChange(Instant modifiedAt, long orderId) {}

    final String id;
    final String currency;
    final List<Article> articles;
    final Map<String, Long> statuses = new HashMap<>();
    final NavigableMap<Long, ObjectNode> webHooks = new TreeMap<>();
    final List<Audit> audit = new ArrayList<>();

    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock;
    private final Random random;
    private final NavigableMap<Long, ObjectNode> orders = new TreeMap<>();
    private final TreeSet<ByChange> byChange =
            new TreeSet<>(Comparator.comparing(ByChange::modifiedAt).thenComparingLong(ByChange::orderId));
    private final Map<String, Long> customers = new HashMap<>();
    private long nextOrder;
    private long nextItem = 1;
    private long nextHook = 1;

    SimShop(String id, String currency, List<Article> articles, long firstOrder, Random random, Clock clock) {
        this.id = id;
        this.currency = currency;
        this.articles = articles;
        this.nextOrder = firstOrder;
        this.random = random;
        this.clock = clock;
        // Numbers differ per shop: only idCode means the same everywhere.
        long status = 10L + random.nextInt(40);
        for (String code : List.of("created", "picking", "completed", "canceled", "Skickad till lager")) {
            statuses.put(code, status++);
        }
    }

    synchronized ObjectNode place(OrderKind kind) {
        return place(kind.body(random, articles));
    }

    /** Places an order that is not paid yet. */
    synchronized ObjectNode place(JsonNode wish) {
        ObjectNode order = json.createObjectNode();
        long orderId = nextOrder++;
        order.put("orderId", orderId).put("createdAt", now()).put("statusId", statuses.get("created"));
        String email = wish.path("email").asString("");
        order.put("customerId", customers.computeIfAbsent(email, ignored -> 100L + customers.size()));
        order.put("currencyCode", wish.path("currencyCode").asString(currency)).put("baseCurrencyCode", "SEK");
        order.put("currencyPrecision", wish.path("currencyPrecision").asInt(2));
        order.put(
                "currencyExchangeRate",
                wish.path("currencyExchangeRate").isNumber()
                        ? wish.path("currencyExchangeRate").decimalValue()
                        : java.math.BigDecimal.ONE);
        order.put("langCode", wish.path("langCode").asString("sv")).put("shopCountryCode", "SE");
        method(order, "payment", wish.path("paymentMethod").asString("klarna"), Methods.PAYMENT);
        method(order, "shipping", wish.path("shippingMethod").asString("postnord"), Methods.SHIPPING);
        for (String amount : List.of("shippingCost", "shippingVatRate", "paymentFee", "paymentVatRate")) {
            order.put(
                    amount,
                    wish.path(amount).isNumber() ? wish.path(amount).decimalValue() : java.math.BigDecimal.ZERO);
        }
        order.put("discountCode", wish.path("discountCode").asString("")).put("isComplete", false);
        order.put("paymentStatus", "").put("paymentReference", "RES-" + id + "-" + orderId);
        order.put("originalCustomerEmail", email);
        order.put("originalCustomerNationalIdNo", wish.path("nationalIdNo").asString(""));
        order.put("originalCustomerVatNo", wish.path("vatNo").asString(""));
        order.put("company", wish.path("company").asBoolean(false))
                .put("guest", wish.path("guest").asBoolean(false));
        order.set(
                "address",
                wish.path("address").isObject() ? wish.path("address").deepCopy() : json.createObjectNode());
        order.set("items", wish.path("items").deepCopy());
        numberItems(order.path("items"));
        OrderTotals.compute(order);
        orders.put(orderId, order);
        changed(order);
        return order;
    }

    private void numberItems(JsonNode items) {
        for (JsonNode item : items) {
            ((ObjectNode) item).put("itemId", nextItem++);
            numberItems(item.path("bundledItems"));
        }
    }

    private static void method(ObjectNode order, String what, String code, List<Methods.Method> known) {
        Methods.Method method = known.stream()
                .filter(m -> m.idCode().equals(code))
                .findFirst()
                .orElseThrow(() -> ApiError.badRequest("unknown " + what + " method " + code));
        order.put(what + "MethodId", method.id()).put(what + "MethodName", method.name());
        order.put(what + "MethodIdCode", method.idCode()).put(what + "MethodExternalId", "");
    }

    /** The payment step is done. */
    synchronized ObjectNode pay(long orderId) {
        ObjectNode order = require(orderId);
        order.put("isComplete", true).put("paymentStatus", "reserved");
        changed(order);
        return order;
    }

    synchronized ObjectNode setStatus(long orderId, String code) {
        ObjectNode order = require(orderId);
        order.put(
                "statusId",
                Optional.ofNullable(statuses.get(code))
                        .orElseThrow(() -> ApiError.badRequest("unknown status " + code)));
        changed(order);
        return order;
    }

    /** Changes the quantity of the first row, as a shop owner would. */
    synchronized ObjectNode edit(long orderId) {
        ObjectNode order = require(orderId);
        ObjectNode row = (ObjectNode) order.path("items").get(0);
        row.put("quantity", row.path("quantity").asInt() + 1);
        OrderTotals.compute(order);
        changed(order);
        return order;
    }

    synchronized void delete(long orderId) {
        ObjectNode order = require(orderId);
        byChange.remove(key(order));
        orders.remove(orderId);
    }

    synchronized ObjectNode require(long orderId) {
        ObjectNode order = orders.get(orderId);
        if (order == null) {
            throw ApiError.notFound();
        }
        return order;
    }

    /** Moves the order to the front of the list by change. */
    synchronized void changed(ObjectNode order) {
        if (order.has("modifiedAt")) {
            byChange.remove(key(order));
        }
        order.put("modifiedAt", now());
        byChange.add(key(order));
    }

    private static ByChange key(ObjectNode order) {
        return new ByChange(
                java.time.OffsetDateTime.parse(order.path("modifiedAt").asString())
                        .toInstant(),
                order.path("orderId").asLong());
    }

    /** Orders in the order of a list; a copy. */
    synchronized List<ObjectNode> sorted(boolean byModified, boolean descending) {
        if (byModified) {
            List<ObjectNode> list = new ArrayList<>();
            (descending ? byChange.descendingSet() : byChange).forEach(key -> list.add(orders.get(key.orderId())));
            return list;
        }
        return new ArrayList<>((descending ? orders.descendingMap() : orders).values());
    }

    synchronized ObjectNode addHook(JsonNode hook) {
        ObjectNode stored = json.createObjectNode().put("webHookId", nextHook++);
        copyHook(hook, stored);
        webHooks.put(stored.path("webHookId").asLong(), stored);
        return stored;
    }

    synchronized ObjectNode changeHook(long hookId, JsonNode hook) {
        ObjectNode stored = webHooks.get(hookId);
        if (stored == null) {
            throw ApiError.notFound();
        }
        copyHook(hook, stored);
        return stored;
    }

    synchronized void removeHook(long hookId) {
        if (webHooks.remove(hookId) == null) {
            throw ApiError.notFound();
        }
    }

    synchronized List<ObjectNode> hooks() {
        return List.copyOf(webHooks.values());
    }

    private static void copyHook(JsonNode from, ObjectNode to) {
        for (String field : List.of("name", "event", "url", "statusId")) {
            if (from.has(field)) {
                to.set(field, from.get(field));
            }
        }
    }

    @Nullable
    String idCode(long statusId) {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getValue() == statusId && !entry.getKey().contains(" "))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    String now() {
        return TIME.format(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
