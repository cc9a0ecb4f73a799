package se.brygga.simulators.starweb.shop;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import se.brygga.simulators.Article;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.catalogue.Assortment;
import se.brygga.simulators.starweb.orders.Customers;
import se.brygga.simulators.starweb.orders.OrderStatuses;
import se.brygga.simulators.starweb.orders.Shoppers;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state of one shop. It is its own lock: the API, the control API and the simulator's methods hold it while they use
 * anything of the shop.
 */
public final class SimShop {

    private final String id;
    private final String currency;
    private final Random random;
    private final Clock clock;
    private final String openedAt;
    private final Quirks quirks = StarwebQuirk.asUsual();
    private final OrderStatuses statuses;
    private final Assortment assortment;
    private final StockMoves moves;
    private final NavigableMap<Long, ObjectNode> hooks = new TreeMap<>();
    private final List<ShopperAction> audit = new ArrayList<>();
    private final Shoppers shoppers = new Shoppers();
    private final Customers customers;
    private final Orders orders;
    private long nextHook = 1;

    /**
     * A shop without products and orders.
     *
     * @param seed decides on the ids of settings and on what shoppers buy
     */
    public SimShop(Opening opening, long seed, Clock clock, WebHookSender sender) {
        this.id = opening.id();
        this.currency = opening.currency();
        this.random = new Random(seed);
        this.clock = clock;
        this.openedAt = now();
        this.statuses = new OrderStatuses(random);
        this.customers = new Customers(this::now);
        this.orders = new Orders(this, opening.firstOrder());
        // A random of its own, so that what shoppers buy does not depend on how many settings there are.
        this.assortment =
                new Assortment(quirks, clock, opening.articles(), opening.places(), new Random(~seed), watcher(sender));
        this.moves = new StockMoves(assortment, quirks);
    }

    private Assortment.Watcher watcher(WebHookSender sender) {
        return new Assortment.Watcher() {
            @Override
            public void stockChanged(long productId) {
                sender.fireProduct(SimShop.this, "product-updated", productId);
            }

            @Override
            public void created(long productId) {
                sender.fireProduct(SimShop.this, "product-created", productId);
            }

            @Override
            public void updated(long productId) {
                sender.fireProduct(SimShop.this, "product-updated", productId);
            }

            @Override
            public void removed(long productId) {
                sender.fireProduct(SimShop.this, "product-removed", productId);
            }
        };
    }

    /**
     * How a shop starts.
     *
     * @param places names of its stock locations, the e-commerce one first; none: stock lies on the variants
     */
    public record Opening(String id, String currency, List<Article> articles, long firstOrder, List<String> places) {}

    public String id() {
        return id;
    }

    public String currency() {
        return currency;
    }

    /** What shoppers choose from, at the prices of today. */
    public List<Article> articles() {
        return assortment.articles();
    }

    public OrderStatuses statuses() {
        return statuses;
    }

    public Assortment assortment() {
        return assortment;
    }

    /** Whether the web shop has all that is asked for. */
    public boolean canBeSold(JsonNode wish) {
        return moves.canBeSold(wish);
    }

    StockMoves moves() {
        return moves;
    }

    public Random random() {
        return random;
    }

    public Clock clock() {
        return clock;
    }

    String openedAt() {
        return openedAt;
    }

    public Quirks quirks() {
        return quirks;
    }

    public Customers customers() {
        return customers;
    }

    public Shoppers shoppers() {
        return shoppers;
    }

    public Orders orders() {
        return orders;
    }

    /** The time as the shop writes it: with an offset, in whole seconds. */
    public String now() {
        return Answers.time(clock.instant());
    }

    /** What status changes did to shoppers, oldest first. */
    public List<ShopperAction> audit() {
        return audit;
    }

    public void note(long orderId, ShopperAction.Kind kind, long statusId) {
        audit.add(new ShopperAction(id, orderId, kind, statuses.name(statusId), clock.instant()));
    }

    /** A mail that no order caused. */
    public void noteMail(String cause) {
        audit.add(new ShopperAction(id, 0, ShopperAction.Kind.MAIL, cause, clock.instant()));
    }

    /** Another party's connector was here: orders and variants have its marks. */
    public void leaveConnectorMarks() {
        assortment.leaveConnectorMarks();
        orders.sorted(false, true)
                .forEach(order -> order.put("externalId", "999").put("externalIdType", "Specter"));
    }

    public ObjectNode addHook(JsonNode hook) {
        ObjectNode stored = JsonMapper.shared().createObjectNode().put("webHookId", nextHook++);
        stored.put("name", "").putNull("statusId");
        copyHook(hook, stored);
        hooks.put(stored.path("webHookId").asLong(), stored);
        return stored;
    }

    public ObjectNode changeHook(long hookId, JsonNode hook) {
        ObjectNode stored = hook(hookId);
        copyHook(hook, stored);
        return stored;
    }

    public ObjectNode hook(long hookId) {
        ObjectNode stored = hooks.get(hookId);
        if (stored == null) {
            throw ApiError.notFound();
        }
        return stored;
    }

    public void removeHook(long hookId) {
        if (hooks.remove(hookId) == null) {
            throw ApiError.notFound();
        }
    }

    public List<ObjectNode> hooks() {
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
