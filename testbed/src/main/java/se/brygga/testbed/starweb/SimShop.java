package se.brygga.testbed.starweb;

import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.testbed.sim.Quirks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state of one shop. It is its own lock: the API, the control API and the simulator's methods hold it while they use
 * anything of the shop.
 */
final class SimShop {

    /** The shop's own status; the others are Starweb's, which have an idCode. */
    static final String CUSTOM_STATUS = "Skickad till lager";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneId.of("Europe/Stockholm"));

    private final String id;
    private final String currency;
    private final List<Article> articles;
    private final Random random;
    private final Clock clock;
    private final String openedAt;
    private final Quirks quirks = StarwebQuirks.create();
    private final Map<String, Long> statuses = new LinkedHashMap<>();
    private final NavigableMap<Long, ObjectNode> hooks = new TreeMap<>();
    private final List<StarwebSimulator.ShopperAction> audit = new ArrayList<>();
    private final Customers customers;
    private final Orders orders;
    private long nextHook = 1;

    /** @param random decides on the ids of statuses and on what shoppers buy */
    SimShop(String id, String currency, List<Article> articles, long firstOrder, Random random, Clock clock) {
        this.id = id;
        this.currency = currency;
        this.articles = new ArrayList<>(articles);
        this.random = random;
        this.clock = clock;
        this.openedAt = now();
        // Numbers differ per shop: only idCode means the same everywhere.
        long status = 10L + random.nextInt(40);
        for (String code : List.of("created", "picking", "completed", "canceled", CUSTOM_STATUS)) {
            statuses.put(code, status++);
        }
        this.customers = new Customers(this::now);
        this.orders = new Orders(this, firstOrder);
    }

    String id() {
        return id;
    }

    String currency() {
        return currency;
    }

    List<Article> articles() {
        return articles;
    }

    Random random() {
        return random;
    }

    Clock clock() {
        return clock;
    }

    String openedAt() {
        return openedAt;
    }

    Quirks quirks() {
        return quirks;
    }

    Customers customers() {
        return customers;
    }

    Orders orders() {
        return orders;
    }

    /** The time as the shop writes it: with an offset, in whole seconds. */
    String now() {
        return time(clock.instant());
    }

    static String time(java.time.Instant at) {
        return TIME.format(at.truncatedTo(ChronoUnit.SECONDS));
    }

    /** What status changes did to shoppers, oldest first. */
    List<StarwebSimulator.ShopperAction> audit() {
        return audit;
    }

    void note(long orderId, StarwebSimulator.ActionKind kind) {
        audit.add(new StarwebSimulator.ShopperAction(id, orderId, kind));
    }

    /** An article gets another number, while orders keep the old one. */
    void rename(String sku, String newSku) {
        articles.replaceAll(article -> article.sku().equals(sku)
                ? new Article(newSku, article.name(), article.priceExVat(), article.vatRate())
                : article);
    }

    /** @param status an idCode, or the name of the custom status */
    long statusId(String status) {
        Long found = statuses.get(status);
        if (found == null) {
            throw ApiError.badRequest("unknown status " + status);
        }
        return found;
    }

    void requireStatus(long statusId) {
        if (!statuses.containsValue(statusId)) {
            throw ApiError.badRequest("unknown statusId " + statusId);
        }
    }

    /** Somebody removes the custom status (S-24). */
    void removeCustomStatus() {
        statuses.remove(CUSTOM_STATUS);
    }

    /** Null for the custom status, and for one that was removed. */
    @Nullable
    String idCode(long statusId) {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getValue() == statusId)
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals(CUSTOM_STATUS))
                .findFirst()
                .orElse(null);
    }

    List<ObjectNode> statusList() {
        return statuses.values().stream().map(this::status).toList();
    }

    ObjectNode status(long statusId) {
        String name = statuses.entrySet().stream()
                .filter(entry -> entry.getValue() == statusId)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        ObjectNode status = JsonMapper.shared().createObjectNode().put("statusId", statusId);
        status.put("idCode", idCode(statusId)).put("shouldSendEmail", true);
        status.set("languages", Answers.inSwedish(name));
        return status;
    }

    ObjectNode addHook(JsonNode hook) {
        ObjectNode stored = JsonMapper.shared().createObjectNode().put("webHookId", nextHook++);
        stored.put("name", "").putNull("statusId");
        copyHook(hook, stored);
        hooks.put(stored.path("webHookId").asLong(), stored);
        return stored;
    }

    ObjectNode changeHook(long hookId, JsonNode hook) {
        ObjectNode stored = hook(hookId);
        copyHook(hook, stored);
        return stored;
    }

    ObjectNode hook(long hookId) {
        ObjectNode stored = hooks.get(hookId);
        if (stored == null) {
            throw ApiError.notFound();
        }
        return stored;
    }

    void removeHook(long hookId) {
        if (hooks.remove(hookId) == null) {
            throw ApiError.notFound();
        }
    }

    List<ObjectNode> hooks() {
        return List.copyOf(hooks.values());
    }

    private static void copyHook(JsonNode from, ObjectNode to) {
        for (String field : List.of("name", "event", "url", "statusId")) {
            if (from.has(field)) {
                to.set(field, from.get(field));
            }
        }
    }
}
