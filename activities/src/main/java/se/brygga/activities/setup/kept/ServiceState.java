package se.brygga.activities.setup.kept;

import java.time.Instant;
import java.util.Locale;
import se.brygga.setup.OutsideSystem.Place;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/**
 * Says that a tenant or a shop is not served.
 *
 * @param place a shop, or a tenant with all its shops
 * @param by login of the operator
 */
public record ServiceState(Place place, State state, Instant since, String by, String reason) {

    /** Why the place is not served. */
    public enum State {
        /** Until an operator resumes it. */
        SUSPENDED,
        /** For ever. The orders stay, the credentials do not. */
        REMOVED;

        /** The code in the database and in lists. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The refusal for a person who asks something of the place. */
    public Refusal refusal() {
        return Reason.NOT_SERVED.of(place.part(), place.name(), state.code(), by, reason);
    }
}
