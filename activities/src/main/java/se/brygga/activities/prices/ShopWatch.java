package se.brygga.activities.prices;

import se.brygga.setup.ShopSetup;
import se.brygga.workflows.ShopRef;

/** Whether something has happened in a shop that a push must follow although Specter has nothing new. */
@FunctionalInterface
public interface ShopWatch {
    boolean mustLook(ShopRef shop, ShopSetup setup);
}
