package se.brygga.setup;

import se.brygga.clients.shop.WebShop;
import se.brygga.workflows.ShopRef;

/**
 * Makes the client of every shop from its set-up. The implementation is the one place that knows which shop system a
 * shop uses.
 */
@FunctionalInterface
public interface WebShops {

    /** The shop in all its roles. Cheap, so it may be asked for before each call. */
    WebShop shop(ShopRef shop, ShopSetup setup);
}
