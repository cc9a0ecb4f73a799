package se.brygga.starter.desk.bulk;

import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Operator;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * A decision about all orders that wait for a cause.
 *
 * @param tenant null: of every tenant
 */
public record BulkWish(
        Decision.Kind decision, Cause cause, @Nullable String tenant, Operator operator) {

    /**
     * Refuses what could not be followed for any order.
     *
     * @throws RequestRefused the refusal says what is wrong
     */
    void requireSense() {
        requireAllowed(decision, cause);
        new Decision("", decision, operator.by(), operator.reason(), null, cause)
                .incomplete()
                .ifPresent(why -> {
                    throw new RequestRefused(why);
                });
    }

    static void requireAllowed(Decision.Kind decision, Cause cause) {
        if (decision == Decision.Kind.DONE_BY_HAND) {
            throw Reason.DECISION_ONE_AT_A_TIME.refused();
        }
        if (!cause.allows(decision)) {
            throw new RequestRefused(decision.notAllowed(cause));
        }
    }

    /** For people. */
    String name() {
        return decision.code() + " " + cause.code() + (tenant == null ? "" : " " + tenant);
    }
}
