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
 * @param id by which it counts once, however often it is sent; null: each sending is a decision of its own
 */
public record Wish(
        Decision.Kind kind,
        Operator operator,
        @Nullable Long specterNumber,
        @Nullable String id) {

    /** Each sending is a decision of its own. */
    public Wish(Decision.Kind kind, Operator operator, @Nullable Long specterNumber) {
        this(kind, operator, specterNumber, null);
    }

    /** A decision that needs no number. */
    public static Wish of(Decision.Kind kind, Operator operator) {
        return new Wish(kind, operator, null);
    }

    /** The same, which counts once for this id. */
    public Wish withId(String once) {
        return new Wish(kind, operator, specterNumber, once);
    }

    Decision decision(@Nullable Cause about) {
        String unique = id == null ? UUID.randomUUID().toString() : id;
        return new Decision(unique, kind, operator.by(), operator.reason(), specterNumber, about);
    }
}
