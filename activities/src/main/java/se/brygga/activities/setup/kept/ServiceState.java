package se.brygga.activities.setup.kept;

import java.time.Instant;
import java.util.Locale;
import se.brygga.setup.OutsideSystem.Place;

/**
 * That a tenant or a shop is not served (any more).
 *
 * @param place a shop, or a tenant with all its shops
 * @param by login of the operator
 */
public record ServiceState(Place place, State state, Instant since, String by, String reason) {

    /** Why not. */
    public enum State {
        /** Until an operator resumes it. */
        SUSPENDED,
        /** For ever: its orders stay, its credentials do not. */
        REMOVED;

        /** As it stands in the database and in lists. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code shop nordkajak/kajak-se is suspended by anna: moves to another house}. */
    @Override
    public String toString() {
        return place + " was " + state.code() + " by " + by + ": " + reason;
    }
}
