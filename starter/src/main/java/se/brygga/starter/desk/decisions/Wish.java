package se.brygga.starter.desk.decisions;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.brygga.starter.desk.Operator;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/**
 * A decision as an operator makes it; see {@link Decision}.
 *
 * @param specterNumber for {@link Decision.Kind#DONE_BY_HAND}: the order's number in Specter; null for the other kinds
 */
public record Wish(
        Decision.Kind kind, Operator operator, @Nullable Long specterNumber) {

    /** A decision that needs no number. */
    public static Wish of(Decision.Kind kind, Operator operator) {
        return new Wish(kind, operator, null);
    }

    Decision decision(@Nullable Cause about) {
        return new Decision(UUID.randomUUID().toString(), kind, operator.by(), operator.reason(), specterNumber, about);
    }
}
