package se.brygga.testbed.starweb;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import se.brygga.testbed.sim.SimRequest;
import se.brygga.testbed.sim.SimResponse;
import se.brygga.testbed.starweb.wire.Tokens;

/** The shops of a simulator, by their ids, and the way in to each. */
final class Shops {

    private record Shop(SimShop state, Tokens tokens, ShopApi api) {}

    private final Map<String, Shop> all = new LinkedHashMap<>();
    private final Clock clock;
    private final WebHookSender hooks;

    Shops(Clock clock, WebHookSender hooks) {
        this.clock = clock;
        this.hooks = hooks;
    }

    void open(SimShop.Opening opening, long seed) {
        SimShop state = new SimShop(opening, seed, clock, hooks);
        // Before there is anything to take: what is on the shelves is what is left.
        SeedOrders.place(state, all.size() * SeedOrders.PER_SHOP);
        state.assortment().seed();
        all.put(
                opening.id(),
                new Shop(
                        state,
                        new Tokens(clock, state.id(), state.quirks(), state.random()),
                        new ShopApi(state, hooks)));
    }

    /** A call of a shop's API: counted, checked for its token, answered. */
    SimResponse api(SimRequest request, List<String> path) {
        Shop shop = all.get(path.getFirst());
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

    List<String> ids() {
        return List.copyOf(all.keySet());
    }

    /** @throws IllegalArgumentException there is no such shop */
    SimShop state(String shop) {
        return find(shop).state();
    }

    OrdersApi ordersApi(String shop) {
        return find(shop).api().orders();
    }

    /** Uses a shop under its lock. */
    <T> T in(String shop, Function<SimShop, T> use) {
        SimShop state = state(shop);
        synchronized (state) {
            return use.apply(state);
        }
    }

    /** Changes a shop under its lock. */
    void change(String shop, Consumer<SimShop> change) {
        SimShop state = state(shop);
        synchronized (state) {
            change.accept(state);
        }
    }

    void tokens(Consumer<Tokens> change) {
        all.values().forEach(shop -> change.accept(shop.tokens()));
    }

    private Shop find(String shop) {
        Shop found = all.get(shop);
        if (found == null) {
            throw new IllegalArgumentException("no shop " + shop + "; there are " + all.keySet());
        }
        return found;
    }
}
