package se.brygga.starter.desk.bulk;

import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Operator;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

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
     * @throws IllegalArgumentException the text says what is wrong
     */
    void requireSense() {
        requireAllowed(decision, cause);
        new Decision("", decision, operator.by(), operator.reason(), null, cause)
                .incomplete()
                .ifPresent(BulkWish::refuse);
    }

    static void requireAllowed(Decision.Kind decision, Cause cause) {
        if (decision == Decision.Kind.DONE_BY_HAND) {
            refuse("each order that was done by hand has a number of its own: decide about one at a time");
        }
        if (!cause.allows(decision)) {
            refuse("an order that waits for \"" + cause.code() + "\" cannot be answered with " + decision.code()
                    + ", only with one of "
                    + cause.decisions().stream()
                            .map(Decision.Kind::code)
                            .sorted()
                            .toList());
        }
    }

    private static void refuse(String why) {
        throw new IllegalArgumentException(why);
    }

    /** For people. */
    String name() {
        return decision.code() + " " + cause.code() + (tenant == null ? "" : " " + tenant);
    }
}
