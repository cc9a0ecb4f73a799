package se.brygga.activities.setup.kept;

import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/** What an order waits for whose shop is not served. */
public record NotServed(Cause cause, Detail detail) {

    /** Asks the books. */
    public static NotServed why(SetupStore setups, ShopRef shop) {
        return setups.standing(shop)
                .map(standing -> of(standing))
                .orElseGet(() -> new NotServed(Cause.SETUP_MISSING, Phrase.NO_SETUP.with(shop)));
    }

    private static NotServed of(Standing standing) {
        return switch (standing.state()) {
            case SUSPENDED ->
                new NotServed(
                        Cause.SHOP_SUSPENDED,
                        Phrase.SUSPENDED.with(standing.place().name(), standing.by(), standing.reason()));
            case REMOVED ->
                new NotServed(
                        Cause.SHOP_REMOVED,
                        Phrase.REMOVED.with(standing.place().name(), standing.by(), standing.reason()));
        };
    }
}
