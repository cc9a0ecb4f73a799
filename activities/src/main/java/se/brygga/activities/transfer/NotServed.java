package se.brygga.activities.transfer;

import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.Standing;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/** What an order waits for whose shop is not served. */
public record NotServed(Cause cause, String detail) {

    /** Asks the books. */
    public static NotServed why(SetupStore setups, ShopRef shop) {
        return setups.standing(shop)
                .map(standing -> new NotServed(causeOf(standing.state()), standing.toString()))
                .orElseGet(() -> new NotServed(Cause.SETUP_MISSING, "no set-up for shop " + shop));
    }

    private static Cause causeOf(Standing.State state) {
        return switch (state) {
            case SUSPENDED -> Cause.SHOP_SUSPENDED;
            case REMOVED -> Cause.SHOP_REMOVED;
        };
    }
}
