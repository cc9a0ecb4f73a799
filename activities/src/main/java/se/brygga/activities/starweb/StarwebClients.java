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

    /** Makes the client of one shop; asked once for each version of its set-up. */
    @FunctionalInterface
    public interface Maker {
        StarwebClient make(ShopRef shop, StarwebSetup setup);
    }

    private final Maker maker;
    private final ConcurrentMap<Key, StarwebClient> clients = new ConcurrentHashMap<>();

    public StarwebClients(HttpClient http, CallLimits limits, CallLog log, InstantSource time) {
        this((shop, setup) -> new HttpStarwebClient(
                setup, new StarwebCalls(shop, setup, http, limits, log, time, StarwebCalls.READ_TIMEOUT)));
    }

    public StarwebClients(Maker maker) {
        this.maker = maker;
    }

    /** The shop's client; a changed set-up gets a new one. */
    public StarwebClient forShop(ShopRef shop, StarwebSetup setup) {
        return clients.computeIfAbsent(new Key(shop, setup), key -> maker.make(shop, setup));
    }
}
