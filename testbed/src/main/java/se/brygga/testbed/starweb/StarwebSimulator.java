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
import java.util.function.Function;
import java.util.stream.IntStream;
import se.brygga.testbed.sim.CommonControl;
import se.brygga.testbed.sim.Faults;
import se.brygga.testbed.sim.Quirks;
import se.brygga.testbed.sim.RequestLog;
import se.brygga.testbed.sim.SimClock;
import se.brygga.testbed.sim.SimRequest;
import se.brygga.testbed.sim.SimResponse;
import se.brygga.testbed.sim.SimServer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Starweb with three shops: {@code kajak-se} and {@code kajak-no} of one merchant, {@code te-butiken} of another, each with
 * some orders from before. A shop's client is {@code sim.<shop>} with the secret {@code secret-<shop>}. Faults match
 * {@code "METHOD /shop/api/v2/path?query"}.
 */
public final class StarwebSimulator implements AutoCloseable {

    /** One order as tests and people look at it. */
    public record OrderSummary(
            long orderId, boolean complete, String status, String total, String currency, String externalId) {}

    /** What a status change did to a shopper. */
    public enum ActionKind {
        MAIL,
        CAPTURE,
        RELEASE
    }

    /** A mail or a payment action that a status change caused. */
    public record ShopperAction(String shop, long orderId, ActionKind what) {}

    /** What happens between two pages of a scan (S-19). */
    public enum Drift {
        ORDER_PLACED,
        OLDEST_EDITED,
        NEWEST_DELETED
    }

    private record Shop(SimShop state, Tokens tokens, ShopApi api) {}

    private final SimClock clock;
    private final Faults faults;
    private final WebHookSender hooks;
    private final Map<String, Shop> shops = new LinkedHashMap<>();
    private final SimServer server;
    private final ControlApi control;

    private StarwebSimulator(int port, long seed, Clock base) throws IOException {
        this.clock = new SimClock(base);
        this.faults = new Faults(seed);
        this.hooks = new WebHookSender(clock, seed);
        add("kajak-se", "SEK", Article.outdoor(), 10_000, seed);
        add("kajak-no", "NOK", Article.outdoor(), 20_000, seed + 1);
        add("te-butiken", "SEK", Article.tea(), 10_000, seed + 2);
        this.server = SimServer.start(port, this::handle, faults);
        this.control = new ControlApi(this, new CommonControl(faults, clock, server.log(), this::quirks));
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
        SeedOrders.place(state, shops.size() * SeedOrders.PER_SHOP);
        shops.put(id, new Shop(state, new Tokens(clock, state), new ShopApi(state, hooks)));
    }

    private SimResponse handle(SimRequest request) {
        try {
            List<String> path = Arrays.stream(request.path().split("/"))
                    .filter(p -> !p.isEmpty())
                    .toList();
            if (path.isEmpty()) {
                return SimResponse.html(200, StarwebPage.render(this));
            }
            return path.getFirst().equals("__sim")
                    ? controlled(request, path.subList(1, path.size()))
                    : api(request, path);
        } catch (ApiError e) {
            return e.answer();
        }
    }

    private SimResponse controlled(SimRequest request, List<String> path) {
        try {
            return control.handle(request, path);
        } catch (IllegalArgumentException e) {
            return CommonControl.refused(e);
        }
    }

    private SimResponse api(SimRequest request, List<String> path) {
        Shop shop = shops.get(path.getFirst());
        if (shop == null || path.size() < 4 || !path.subList(1, 3).equals(List.of("api", "v2"))) {
            return SimResponse.html(404, "<html><body><h1>404 Not Found</h1></body></html>");
        }
        shop.tokens().count();
        if (path.get(3).equals("token")) {
            return shop.tokens().issue(request);
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

    public RequestLog requests() {
        return server.log();
    }

    public WebHookSender webHooks() {
        return hooks;
    }

    /** How a shop behaves where nobody knows; names and values stand on {@code /__sim/quirks/{shop}}. */
    public Quirks quirks(String shop) {
        return find(shop).state().quirks();
    }

    public List<String> shops() {
        return List.copyOf(shops.keySet());
    }

    public List<Article> articles(String shop) {
        return in(shop, state -> List.copyOf(state.articles()));
    }

    /** A shopper places an order and pays it; web hooks fire. */
    public OrderSummary placeAndPay(String shop, OrderKind kind) {
        return pay(shop, place(shop, kind).orderId());
    }

    /** A shopper places an order; it is not paid yet. */
    public OrderSummary place(String shop, OrderKind kind) {
        return fire(shop, "order-created", state -> state.orders().place(kind));
    }

    /** As {@link #place(String, OrderKind)}, from JSON in the form of the control API. */
    public OrderSummary place(String shop, String json) {
        return fire(shop, "order-created", state -> state.orders().place(OrderKind.parse(json)));
    }

    /** Places and pays many orders that all have the same time. */
    public List<OrderSummary> placeAtOnce(String shop, OrderKind kind, int count) {
        String at = in(shop, SimShop::now);
        return IntStream.range(0, count)
                .mapToObj(i -> fire(
                        shop,
                        "order-created",
                        state -> state.orders().place(kind.body(state.random(), state.articles()), at)))
                .map(placed -> pay(shop, placed.orderId()))
                .toList();
    }

    /** The payment step is done: the order is complete. */
    public OrderSummary pay(String shop, long orderId) {
        return fire(shop, "order-completed", state -> state.orders().pay(orderId));
    }

    /** The shopper leaves before paying; no web hook tells. */
    public OrderSummary abandon(String shop, long orderId) {
        return in(shop, state -> summary(state, state.orders().abandon(orderId)));
    }

    /** The shop owner raises the quantity of the first row. */
    public OrderSummary edit(String shop, long orderId) {
        return edit(shop, orderId, Orders.Edit.QUANTITY);
    }

    OrderSummary edit(String shop, long orderId, Orders.Edit edit) {
        return fire(shop, "order-updated", state -> state.orders().edit(orderId, edit));
    }

    /** @param status an idCode, or the name of the custom status */
    public OrderSummary setStatus(String shop, long orderId, String status) {
        return fire(shop, "order-status-changed", state -> state.orders().setStatus(orderId, status));
    }

    public void delete(String shop, long orderId) {
        fire(shop, "order-deleted", state -> {
            ObjectNode order = state.orders().require(orderId);
            state.orders().delete(orderId);
            return order;
        });
    }

    /** Another party's connector marks an order. */
    public OrderSummary markForeign(String shop, long orderId, String type) {
        return in(shop, state -> {
            ObjectNode order = state.orders().require(orderId);
            order.put("externalId", "999").put("externalIdType", type);
            state.orders().changed(order);
            return summary(state, order);
        });
    }

    /** After the next page of orders was read, something happens that moves the rows. */
    public void driftAfterNextPage(String shop, Drift what) {
        ShopApi api = find(shop).api();
        in(shop, state -> {
            api.orders().afterNextPage(() -> drift(shop, state, what));
            return what;
        });
    }

    private void drift(String shop, SimShop state, Drift what) {
        List<ObjectNode> orders = state.orders().sorted(true, true);
        switch (what) {
            case ORDER_PLACED -> placeAndPay(shop, OrderKind.PRIVATE_KLARNA);
            case OLDEST_EDITED -> edit(shop, orders.getLast().path("orderId").asLong());
            case NEWEST_DELETED ->
                delete(shop, orders.getFirst().path("orderId").asLong());
        }
    }

    /** A stranger who knows a hook's address tells of an order. */
    public void forgeHook(String shop, String event, long orderId) {
        in(shop, state -> {
            hooks.forge(state, event, orderId);
            return orderId;
        });
    }

    /** An article gets another number; orders keep the old one. */
    public void renameArticle(String shop, String sku, String newSku) {
        in(shop, state -> {
            state.rename(sku, newSku);
            return newSku;
        });
    }

    /** The shop owner removes the shop's own status. */
    public void removeCustomStatus(String shop) {
        in(shop, state -> {
            state.removeCustomStatus();
            return shop;
        });
    }

    /** Newest first. */
    public List<OrderSummary> orders(String shop) {
        return in(
                shop,
                state -> state.orders().sorted(false, true).stream()
                        .map(order -> summary(state, order))
                        .toList());
    }

    /** What shoppers got by mail, and what was taken from or given back to them. */
    public List<ShopperAction> shopperActions() {
        return shops.keySet().stream()
                .flatMap(shop -> in(shop, state -> List.copyOf(state.audit())).stream())
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

    private OrderSummary fire(String shop, String event, Function<SimShop, ObjectNode> change) {
        return in(shop, state -> {
            ObjectNode order = change.apply(state);
            hooks.fire(state, event, order);
            return summary(state, order);
        });
    }

    private <T> T in(String shop, Function<SimShop, T> use) {
        SimShop state = find(shop).state();
        synchronized (state) {
            return use.apply(state);
        }
    }

    private Shop find(String shop) {
        Shop found = shops.get(shop);
        if (found == null) {
            throw new IllegalArgumentException("no shop " + shop + "; there are " + shops.keySet());
        }
        return found;
    }

    private static OrderSummary summary(SimShop shop, ObjectNode order) {
        long status = order.path("statusId").asLong();
        String code = shop.idCode(status);
        return new OrderSummary(
                order.path("orderId").asLong(),
                order.path("isComplete").asBoolean(),
                code == null ? SimShop.CUSTOM_STATUS : code,
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
