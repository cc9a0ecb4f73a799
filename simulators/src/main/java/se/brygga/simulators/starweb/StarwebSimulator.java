package se.brygga.simulators.starweb;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import se.brygga.simulators.CommonControl;
import se.brygga.simulators.Faults;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.RequestLog;
import se.brygga.simulators.SimClock;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.SimServer;
import se.brygga.simulators.starweb.catalogue.Assortment;
import se.brygga.simulators.starweb.orders.Shoppers;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.OrderSummary;
import se.brygga.simulators.starweb.shop.Orders;
import se.brygga.simulators.starweb.shop.ShopperAction;
import se.brygga.simulators.starweb.shop.SimShop;
import se.brygga.simulators.starweb.shop.WebHookSender;
import se.brygga.simulators.starweb.wire.ApiError;
import tools.jackson.databind.node.ObjectNode;

/**
 * Starweb with three shops: {@code kajak-se} and {@code kajak-no} of one merchant, {@code te-butiken} of another. Each
 * has some earlier orders. A shop's client is {@code sim.<shop>} with the secret {@code secret-<shop>}. Faults match
 * {@code "METHOD /shop/api/v2/path?query"}.
 */
public final class StarwebSimulator implements ShopGoods, ShopTill, AutoCloseable {

    /**
     * One order with what the client has written to it.
     *
     * @param trackerType the carrier's number; 0 when there is none
     * @param actions mails and payment actions, oldest first
     */
    public record OrderState(OrderSummary order, int trackerType, List<String> comments, List<ShopperAction> actions) {}

    /** What happens between two pages of a scan (S-19). */
    public enum Drift {
        ORDER_PLACED,
        OLDEST_EDITED,
        NEWEST_DELETED
    }

    private final SimClock clock;
    private final Faults faults;
    private final WebHookSender hooks;
    private final Shops shops;
    private final SimServer server;
    private final ControlApi control;

    private StarwebSimulator(int port, long seed, Clock base) throws IOException {
        this.clock = new SimClock(base);
        this.faults = new Faults(seed);
        this.hooks = new WebHookSender(clock, seed);
        this.shops = new Shops(clock, hooks, seed);
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
                    : shops.api(request, path);
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

    public URI uri() {
        return server.uri();
    }

    /** Opens one more shop like te-butiken at its start, with the same ids. */
    public void open(String shop) {
        shops.openTea(shop);
    }

    /** Opens one more shop that sells in SEK and has neither products nor orders. */
    public void openEmpty(String shop) {
        shops.openEmpty(shop);
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

    /** Shows this observer every request that was acted on, with its answer. The control API's are included. */
    public void observe(BiConsumer<SimRequest, SimResponse> observer) {
        server.observe(observer);
    }

    public WebHookSender webHooks() {
        return hooks;
    }

    /** How a shop behaves where nobody knows. Names and values are listed on {@code /__sim/quirks/{shop}}. */
    public Quirks quirks(String shop) {
        return shops.state(shop).quirks();
    }

    public List<String> shops() {
        return shops.ids();
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
        return shops.in(shop, state -> {
            ObjectNode order = state.orders().require(orderId);
            order.put("externalId", "999").put("externalIdType", type);
            state.orders().changed(order);
            return OrderSummary.of(state, order);
        });
    }

    /** Starweb's own Specter connector was here: all orders and variants have its marks (O-40). */
    public void leaveConnectorMarks(String shop) {
        shops.change(shop, SimShop::leaveConnectorMarks);
    }

    /** Lets something happen after the next page of orders was read, so that rows move. */
    public void driftAfterNextPage(String shop, Drift what) {
        shops.change(shop, state -> shops.api(shop).afterNextPage(() -> drift(shop, state, what)));
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
        shops.change(shop, state -> hooks.forge(state, event, orderId));
    }

    @Override
    public <T> T in(String shop, Function<SimShop, T> look) {
        return shops.in(shop, look);
    }

    @Override
    public OrderSummary fire(String shop, String event, Function<SimShop, ObjectNode> change) {
        return shops.in(shop, state -> {
            ObjectNode order = change.apply(state);
            hooks.fire(state, event, order);
            return OrderSummary.of(state, order);
        });
    }

    @Override
    public <T> T goods(String shop, Function<Assortment, T> use) {
        return shops.in(shop, state -> use.apply(state.assortment()));
    }

    /** The shop owner removes the shop's own status. */
    public void removeCustomStatus(String shop) {
        shops.change(shop, state -> state.statuses().removeCustom());
    }

    /** Newest first. */
    public List<OrderSummary> orders(String shop) {
        return shops.in(
                shop,
                state -> state.orders().sorted(false, true).stream()
                        .map(order -> OrderSummary.of(state, order))
                        .toList());
    }

    /** What shoppers got by mail, and what was taken from or given back to them. */
    public List<ShopperAction> shopperActions() {
        return shops.ids().stream()
                .flatMap(shop -> shops.in(shop, state -> List.copyOf(state.audit())).stream())
                .toList();
    }

    /** Who the shop's shoppers are, by everything that they ever wrote on an order. */
    public List<Shoppers.Detail> shoppers(String shop) {
        return shops.in(shop, state -> state.shoppers().list());
    }

    public OrderState orderOf(String shop, long orderId) {
        return shops.in(shop, state -> {
            ObjectNode order = state.orders().require(orderId);
            return new OrderState(
                    OrderSummary.of(state, order),
                    order.path("shippingTrackerType").asInt(0),
                    order.path("comments")
                            .valueStream()
                            .map(comment -> comment.path("text").asString())
                            .toList(),
                    shopperActions(shop, orderId));
        });
    }

    /** Mails and payment actions of one order, oldest first. */
    public List<ShopperAction> shopperActions(String shop, long orderId) {
        return shops.in(
                shop,
                state -> state.audit().stream()
                        .filter(action -> action.orderId() == orderId)
                        .toList());
    }

    /** The shop owner decides whether a status mails; {@code status} as for {@link #setStatus}. */
    public void mailOnStatus(String shop, String status, boolean mails) {
        shops.change(shop, state -> state.statuses().mail(status, mails));
    }

    /** Requests a minute for each shop's client; 1,000 unless changed. */
    public void limit(int perMinute) {
        shops.tokens(tokens -> tokens.perMinute(perMinute));
    }

    public void tokenLife(Duration life) {
        shops.tokens(tokens -> tokens.life(life));
    }

    public void revokeTokens() {
        shops.tokens(tokens -> tokens.revokeAll());
    }

    @Override
    public void close() {
        server.close();
        hooks.close();
    }
}
