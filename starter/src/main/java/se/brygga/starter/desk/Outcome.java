package se.brygga.starter.desk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.function.Function;
import se.brygga.workflows.refusal.Refusal;

/**
 * The outcome of one decision of an operator. Decisions of all kinds have this shape.
 *
 * @param <R> what a decision of this kind leads to
 */
public sealed interface Outcome<R> {

    /** The three outcomes, as programs read them. */
    enum Kind implements Word {
        FOLLOWED,
        REFUSED,
        UNKNOWN
    }

    /** The order, loop, shop or other thing that the decision is about, as an operator names it. */
    String subject();

    /** Which of the three it is. */
    @JsonProperty("outcome")
    default Kind kind() {
        return switch (this) {
            case Followed<R> _ -> Kind.FOLLOWED;
            case Refused<R> _ -> Kind.REFUSED;
            case Unknown<R> _ -> Kind.UNKNOWN;
        };
    }

    /** The same outcome, with another view of what a followed decision leads to. */
    default <V> Outcome<V> map(Function<R, V> view) {
        return switch (this) {
            case Followed<R>(String subject, R result) -> new Followed<>(subject, view.apply(result));
            case Refused<R>(String subject, Refusal why) -> new Refused<>(subject, why);
            case Unknown<R>(String subject, Refusal why) -> new Unknown<>(subject, why);
        };
    }

    /** The decision is in the books and is followed. */
    record Followed<R>(String subject, R result) implements Outcome<R> {}

    /**
     * The decision was not taken, and nothing was changed.
     *
     * @param why for the operator
     */
    record Refused<R>(String subject, Refusal why) implements Outcome<R> {}

    /**
     * Whether the decision was taken is not known. The operator looks at the subject before deciding again.
     *
     * @param why for the operator
     */
    record Unknown<R>(String subject, Refusal why) implements Outcome<R> {}
}
