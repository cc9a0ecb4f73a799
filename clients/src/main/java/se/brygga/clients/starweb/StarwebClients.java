package se.brygga.clients.starweb;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.shop.WebShop;
import se.brygga.workflows.ShopRef;

/**
 * Makes the clients of all shops on Starweb. The roles of a shop share one token, one budget and one record of calls.
 */
public final class StarwebClients {

    private record Key(ShopRef shop, StarwebSetup setup) {}

    private final CallContext context;
    private final ConcurrentMap<Key, WebShop> shops = new ConcurrentHashMap<>();

    public StarwebClients(CallContext context) {
        this.context = context;
    }

    /** The shop in all its roles. A changed set-up gets a new client. */
    public WebShop shop(ShopRef shop, StarwebSetup setup) {
        return shops.computeIfAbsent(new Key(shop, setup), key -> make(key.shop(), key.setup()));
    }

    private WebShop make(ShopRef shop, StarwebSetup setup) {
        StarwebCalls calls = new StarwebCalls(shop, setup, context, StarwebCalls.READ_TIMEOUT);
        StarwebClient client = new StarwebClient(setup, calls);
        VariantCalls variants = new VariantCalls(calls);
        StarwebLists lists = new StarwebLists(variants.json(), context.time());
        return new WebShop(
                client,
                client,
                client,
                client,
                new StarwebProducts(variants),
                new StarwebStock(variants),
                new StarwebPrices(variants),
                new StarwebCatalogue(variants, lists, setup.externalIdType()),
                lists);
    }
}
