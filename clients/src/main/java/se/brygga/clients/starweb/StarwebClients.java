package se.brygga.clients.starweb;

import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import se.brygga.clients.remote.CallLimits;
import se.brygga.clients.remote.CallLog;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.starweb.catalogue.StarwebCatalogue;
import se.brygga.workflows.ShopRef;

/**
 * The clients of all shops. A shop has two, for orders and for the catalogue, with one token, one budget and one record of
 * calls between them.
 */
public final class StarwebClients {

    private record Key(ShopRef shop, StarwebSetup setup) {}

    /** Makes something of one shop; asked once for each version of its set-up. */
    @FunctionalInterface
    public interface Maker<T> {
        T make(ShopRef shop, StarwebSetup setup);
    }

    private final Maker<StarwebClient> orders;
    private final Maker<StarwebCatalogue> catalogues;

    public StarwebClients(HttpClient http, CallLimits limits, Outages outages, CallLog log, InstantSource time) {
        Maker<StarwebCalls> calls = once((shop, setup) ->
                new StarwebCalls(shop, setup, http, limits, outages, log, time, StarwebCalls.READ_TIMEOUT));
        this(
                (shop, setup) -> new HttpStarwebClient(setup, calls.make(shop, setup)),
                (shop, setup) -> new HttpStarwebCatalogue(calls.make(shop, setup)));
    }

    public StarwebClients(Maker<StarwebClient> orders, Maker<StarwebCatalogue> catalogues) {
        this.orders = once(orders);
        this.catalogues = once(catalogues);
    }

    /** For those who have to do with orders only. */
    public StarwebClients(Maker<StarwebClient> orders) {
        this(orders, (shop, setup) -> {
            throw new IllegalStateException("these clients know no catalogue, also not that of " + shop);
        });
    }

    /** The shop's orders; a changed set-up gets a new client. */
    public StarwebClient forShop(ShopRef shop, StarwebSetup setup) {
        return orders.make(shop, setup);
    }

    /** The shop's catalogue; a changed set-up gets a new client. */
    public StarwebCatalogue catalogueOf(ShopRef shop, StarwebSetup setup) {
        return catalogues.make(shop, setup);
    }

    private static <T> Maker<T> once(Maker<T> maker) {
        ConcurrentMap<Key, T> made = new ConcurrentHashMap<>();
        return (shop, setup) -> made.computeIfAbsent(new Key(shop, setup), _ -> maker.make(shop, setup));
    }
}
