package se.brygga.simulators.starweb;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import se.brygga.simulators.Article;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimRequest;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.api.ShopApi;
import se.brygga.simulators.starweb.shop.SimShop;
import se.brygga.simulators.starweb.shop.SimShop.Opening;
import se.brygga.simulators.starweb.shop.WebHookSender;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;

/** The shops of a simulator, by their ids, and the way in to each. */
final class Shops {

    private static final long TEA_SEED = 7;

    private record Shop(SimShop state, Tokens tokens, ShopApi api) {}

    private final Map<String, Shop> all = new LinkedHashMap<>();
    private final Clock clock;
    private final WebHookSender hooks;

    /** Opens the shops that are there from the beginning. */
    Shops(Clock clock, WebHookSender hooks, long seed) {
        this.clock = clock;
        this.hooks = hooks;
        List<String> three = List.of("Göteborg", "Smögen", "Outlet");
        open(new Opening("kajak-se", "SEK", Article.outdoor(), 10_000, three), seed);
        open(new Opening("kajak-no", "NOK", Article.outdoor(), 20_000, List.of("Bergen")), seed + 1);
        open(new Opening("te-butiken", "SEK", Article.tea(), 10_000, List.of()), seed + 2);
    }

    /** One more shop, as te-butiken is at the start; all of them have the same ids. */
    void openTea(String shop) {
        open(new Opening(shop, "SEK", Article.tea(), 10_000, List.of()), TEA_SEED);
    }

    /** One more shop without products and orders. Its ids are its own. */
    void openEmpty(String shop) {
        open(new Opening(shop, "SEK", List.of(), 10_000, List.of()), shop.hashCode());
    }

    void open(SimShop.Opening opening, long seed) {
        SimShop state = new SimShop(opening, seed, clock, hooks);
        // Placed before the shop has stock, so that these orders take nothing from the shelves.
        if (!opening.articles().isEmpty()) {
            SeedOrders.place(state, all.size() * SeedOrders.PER_SHOP);
        }
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
        Optional<Shop> shop = at(request, path);
        List<String> rest = shop.isPresent() && isBelowHost(path) ? path : path.subList(1, path.size());
        if (shop.isPresent() && rest.size() == 2 && rest.getFirst().equals("media")) {
            return shop.get().state().assortment().download(rest.get(1));
        }
        if (shop.isEmpty() || rest.size() < 3 || !rest.subList(0, 2).equals(List.of("api", "v2"))) {
            return SimResponse.html(404, "<html><body><h1>404 Not Found</h1></body></html>");
        }
        Quirks quirks = shop.get().state().quirks();
        try {
            return quirks.is(StarwebQuirk.HOST, "redirect")
                    ? SimResponse.html(301, "<html><body>Moved</body></html>")
                            .withHeader(
                                    "Location",
                                    "http://www." + shop.get().state().id() + ".example" + request.path())
                    : answer(shop.get(), request, rest.subList(2, rest.size()));
        } catch (ApiError e) {
            return e.answer(quirks);
        }
    }

    /** A path that names no shop: the host does. */
    private static boolean isBelowHost(List<String> path) {
        return path.getFirst().equals("api") || path.getFirst().equals("media");
    }

    /** The shop that an address means: named in the path, or by the host as each real shop is (O-1). */
    private Optional<Shop> at(SimRequest request, List<String> path) {
        boolean byHost = isBelowHost(path);
        String name = byHost ? request.header("Host").orElse("").replaceFirst("[.:].*", "") : path.getFirst();
        return Optional.ofNullable(all.get(name))
                .filter(shop -> byHost == shop.state().quirks().is(StarwebQuirk.HOST, "host"));
    }

    /** @param path below {@code /api/v2} */
    private static SimResponse answer(Shop shop, SimRequest request, List<String> path) {
        shop.tokens().count();
        if (path.getFirst().equals("token")) {
            return shop.tokens().issue(request);
        }
        shop.tokens().check(request);
        return shop.api().handle(request, path);
    }

    List<String> ids() {
        return List.copyOf(all.keySet());
    }

    /** @throws IllegalArgumentException there is no such shop */
    SimShop state(String shop) {
        return find(shop).state();
    }

    ShopApi api(String shop) {
        return find(shop).api();
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
