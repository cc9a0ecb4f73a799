package se.brygga.clients.starweb;

import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.CallLog;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.shop.WebShop;
import se.brygga.workflows.ShopRef;

/** All shops on Starweb. The roles of a shop have one token, one budget and one record of calls between them. */
public final class StarwebClients {

    private record Key(ShopRef shop, StarwebSetup setup) {}

    private final HttpClient http;
    private final CallLimits limits;
    private final Outages outages;
    private final CallLog log;
    private final InstantSource time;
    private final ConcurrentMap<Key, WebShop> shops = new ConcurrentHashMap<>();

    public StarwebClients(HttpClient http, CallLimits limits, Outages outages, CallLog log, InstantSource time) {
        this.http = http;
        this.limits = limits;
        this.outages = outages;
        this.log = log;
        this.time = time;
    }

    /** The shop; a changed set-up gets a new client. */
    public WebShop shop(ShopRef shop, StarwebSetup setup) {
        return shops.computeIfAbsent(new Key(shop, setup), key -> make(key.shop(), key.setup()));
    }

    private WebShop make(ShopRef shop, StarwebSetup setup) {
        StarwebCalls calls = new StarwebCalls(shop, setup, http, limits, outages, log, time, StarwebCalls.READ_TIMEOUT);
        StarwebClient client = new StarwebClient(setup, calls);
        VariantCalls variants = new VariantCalls(calls);
        return new WebShop(
                client,
                client,
                client,
                client,
                new StarwebProducts(variants),
                new StarwebStock(variants),
                new StarwebPrices(variants));
    }
}
