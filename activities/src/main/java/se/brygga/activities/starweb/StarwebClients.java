package se.brygga.activities.starweb;

import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import se.brygga.activities.remote.CallLimits;
import se.brygga.activities.remote.CallLog;
import se.brygga.activities.setup.StarwebSetup;
import se.brygga.workflows.ShopRef;

/** The clients of all shops, one each, so that a shop has one token in this process. */
public final class StarwebClients {

    private record Key(ShopRef shop, StarwebSetup setup) {}

    private final HttpClient http;
    private final CallLimits limits;
    private final CallLog log;
    private final InstantSource time;
    private final ConcurrentMap<Key, StarwebClient> clients = new ConcurrentHashMap<>();

    public StarwebClients(HttpClient http, CallLimits limits, CallLog log, InstantSource time) {
        this.http = http;
        this.limits = limits;
        this.log = log;
        this.time = time;
    }

    /** The shop's client; a changed set-up gets a new one. */
    public StarwebClient forShop(ShopRef shop, StarwebSetup setup) {
        return clients.computeIfAbsent(
                new Key(shop, setup),
                key -> new HttpStarwebClient(setup, new StarwebCalls(shop, setup, http, limits, log, time)));
    }
}
