package se.brygga.activities.setup.kept;

import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** The cause of an order whose shop is not served. */
public record NotServed(Cause cause, Detail detail) {

    /** Reads the cause from the books. */
    public static NotServed why(SetupStore setups, ShopRef shop) {
        return setups.serviceState(shop)
                .map(serviceState -> of(serviceState))
                .orElseGet(() -> new NotServed(Cause.SETUP_MISSING, Phrase.NO_SETUP.with(shop)));
    }

    private static NotServed of(ServiceState serviceState) {
        return switch (serviceState.state()) {
            case SUSPENDED ->
                new NotServed(
                        Cause.SHOP_SUSPENDED,
                        Phrase.SUSPENDED.with(serviceState.place().name(), serviceState.by(), serviceState.reason()));
            case REMOVED ->
                new NotServed(
                        Cause.SHOP_REMOVED,
                        Phrase.REMOVED.with(serviceState.place().name(), serviceState.by(), serviceState.reason()));
        };
    }
}
