package se.brygga.testbed.starweb;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import se.brygga.testbed.sim.Faults;
import se.brygga.testbed.sim.SimClock;
import se.brygga.testbed.sim.SimRequest;
import se.brygga.testbed.sim.SimResponse;
import se.brygga.testbed.sim.SimServer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Starweb with three shops: {@code kajak-se} and {@code kajak-no} of one merchant, {@code te-butiken} of another. A shop's
 * client is {@code sim.<shop>} with the secret {@code secret-<shop>}. Faults match {@code "METHOD /shop/api/v2/path?query"}.
 */
public final class StarwebSimulator implements AutoCloseable {

    /** One order as tests and people look at it. */
    public record OrderSummary(
            long orderId, boolean complete, String status, String total, String currency, String externalId) {}

    /** A mail or a payment action that a status change caused. */
    public record ShopperAction(String shop, long orderId, String what) {}

    private record Shop(SimShop state, Tokens tokens, ShopApi api) {}

    private final SimClock clock;
    private final Faults faults;
    private final WebHookSender hooks;
    private final Map<String, Shop> shops = new LinkedHashMap<>();
    private final ControlApi control = new ControlApi(this);
    private final SimServer server;

    private StarwebSimulator(int port, long seed, Clock base) throws IOException {
        this.clock = new SimClock(base);
        this.faults = new Faults(seed);
        this.hooks = new WebHookSender(clock, seed);
        add("kajak-se", "SEK", Article.outdoor(), 10_000, seed);
        add("kajak-no", "NOK", Article.outdoor(), 20_000, seed + 1);
        add("te-butiken", "SEK", Article.tea(), 10_000, seed + 2);
        this.server = SimServer.start(port, this::handle, faults);
    }

    /**
     * Starts the simulator on loopback.
     *
     * @param port 0 picks a free one
     * @param seed the same seed gives the same shops, orders and faults
     * @throws IOException the port is taken
     */
    public static StarwebSimulator start(int port, long seed, Clock clock) throws IOException {
        return new StarwebSimulator(port, seed, clock);
    }

    private void add(String id, String currency, List<Article> articles, long firstOrder, long seed) {
        Random random = new Random(seed);
        SimShop state = new SimShop(id, currency, articles, firstOrder, random, clock);
        shops.put(id, new Shop(state, new Tokens(clock, random), new ShopApi(state, hooks)));
    }

    private SimResponse handle(SimRequest request) {
        try {
            List<String> path = Arrays.stream(request.path().split("/"))
                    .filter(p -> !p.isEmpty())
                    .toList();
            if (path.isEmpty()) {
                return SimResponse.html(200, StarwebPage.render(this));
            }
            return path.getFirst().equals("__sim") ? control.handle(request, path) : api(request, path);
        } catch (ApiError e) {
            ObjectNode body = JsonMapper.shared().createObjectNode();
            body.put("error", e.code).put("error_description", e.getMessage());
            return SimResponse.json(e.status, body.toString());
        }
    }

    private SimResponse api(SimRequest request, List<String> path) {
        Shop shop = shops.get(path.getFirst());
        if (shop == null || path.size() < 4 || !path.subList(1, 3).equals(List.of("api", "v2"))) {
            return SimResponse.html(404, "<html><body><h1>404 Not Found</h1></body></html>");
        }
        shop.tokens().count();
        if (path.get(3).equals("token")) {
            return shop.tokens().issue(request, path.getFirst());
        }
        shop.tokens().check(request);
        return shop.api().handle(request, path.subList(3, path.size()));
    }

    public URI uri() {
        return server.uri();
    }

    /** Base URL of a shop's API, without a slash at the end. */
    public String apiBase(String shop) {
        return uri() + "/" + shop + "/api/v2";
    }

    public Faults faults() {
        return faults;
    }

    public SimClock clock() {
        return clock;
    }

    public WebHookSender webHooks() {
        return hooks;
    }

    public List<String> shops() {
        return List.copyOf(shops.keySet());
    }

    public List<Article> articles(String shop) {
        return state(shop).articles;
    }

    /** A shopper places an order and pays it; web hooks fire. */
    public OrderSummary placeAndPay(String shop, OrderKind kind) {
        return pay(shop, place(shop, kind).orderId());
    }

    /** A shopper places an order; it is not paid yet. */
    public OrderSummary place(String shop, OrderKind kind) {
        return placed(shop, state(shop).place(kind));
    }

    /** As {@link #place}, from JSON in the form of the control API. */
    public OrderSummary place(String shop, String json) {
        return placed(shop, state(shop).place(OrderKind.parse(json)));
    }

    private OrderSummary placed(String shop, ObjectNode order) {
        hooks.fire(state(shop), "order-created", order);
        return summary(shop, order);
    }

    public OrderSummary pay(String shop, long orderId) {
        return fire(shop, state(shop).pay(orderId), "order-completed");
    }

    /** The shop owner raises the quantity of the first row. */
    public OrderSummary edit(String shop, long orderId) {
        return fire(shop, state(shop).edit(orderId), "order-updated");
    }

    /** @param status an idCode, or the name of the custom status */
    public OrderSummary setStatus(String shop, long orderId, String status) {
        return fire(shop, state(shop).setStatus(orderId, status), "order-status-changed");
    }

    public void delete(String shop, long orderId) {
        ObjectNode order = state(shop).require(orderId);
        state(shop).delete(orderId);
        hooks.fire(state(shop), "order-deleted", order);
    }

    /** Another party's connector marks an order. */
    public void markForeign(String shop, long orderId, String type) {
        SimShop state = state(shop);
        ObjectNode order = state.require(orderId);
        order.put("externalId", "999").put("externalIdType", type);
        state.changed(order);
    }

    private OrderSummary fire(String shop, ObjectNode order, String event) {
        hooks.fire(state(shop), event, order);
        return summary(shop, order);
    }

    /** Newest first. */
    public List<OrderSummary> orders(String shop) {
        return state(shop).sorted(false, true).stream()
                .map(order -> summary(shop, order))
                .toList();
    }

    public List<ShopperAction> shopperActions() {
        return shops.values().stream()
                .flatMap(shop -> shop.state().audit.stream()
                        .map(audit -> new ShopperAction(shop.state().id, audit.orderId(), audit.what())))
                .toList();
    }

    /** Requests a minute for each shop's client; 1,000 unless changed. */
    public void limit(int perMinute) {
        shops.values().forEach(shop -> shop.tokens().perMinute(perMinute));
    }

    public void tokenLife(Duration life) {
        shops.values().forEach(shop -> shop.tokens().life(life));
    }

    public void revokeTokens() {
        shops.values().forEach(shop -> shop.tokens().revokeAll());
    }

    SimShop state(String shop) {
        Shop found = shops.get(shop);
        if (found == null) {
            throw ApiError.notFound();
        }
        return found.state();
    }

    private OrderSummary summary(String shop, ObjectNode order) {
        long status = order.path("statusId").asLong();
        String code = state(shop).idCode(status);
        return new OrderSummary(
                order.path("orderId").asLong(),
                order.path("isComplete").asBoolean(),
                code == null ? Long.toString(status) : code,
                order.path("amountToPay").asString(),
                order.path("currencyCode").asString(),
                order.path("externalId").asString(""));
    }

    @Override
    public void close() {
        server.close();
        hooks.close();
    }
}
