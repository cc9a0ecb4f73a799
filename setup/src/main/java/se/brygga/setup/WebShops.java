package se.brygga.setup;

import se.brygga.clients.shop.WebShop;
import se.brygga.workflows.ShopRef;

/** Reaches every shop as its set-up says: the one place that knows which shop system a shop is on. */
@FunctionalInterface
public interface WebShops {

    /** The shop; may be asked for each call. */
    WebShop shop(ShopRef shop, ShopSetup setup);
}
