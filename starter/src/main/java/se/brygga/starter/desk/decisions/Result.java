package se.brygga.starter.desk.decisions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import se.brygga.starter.desk.Word;
import se.brygga.workflows.attention.Cause;

/** What a followed decision led to, as far as the books know. */
public sealed interface Result {

    /** The cases, as programs read them. */
    enum Kind implements Word {
        IN_SPECTER,
        ON_ITS_WAY,
        STILL_WAITS,
        WAITS_FOR_ANOTHER,
        SKIPPED,
        SETTLED
    }

    /** Which case it is. */
    @JsonProperty("kind")
    default Kind kind() {
        return switch (this) {
            case InSpecter _ -> Kind.IN_SPECTER;
            case OnItsWay _ -> Kind.ON_ITS_WAY;
            case StillWaits _ -> Kind.STILL_WAITS;
            case WaitsForAnother _ -> Kind.WAITS_FOR_ANOTHER;
            case Skipped _ -> Kind.SKIPPED;
            case Settled _ -> Kind.SETTLED;
        };
    }

    /** @param number Specter's */
    record InSpecter(long number) implements Result {}

    /** Nothing is known yet. The order goes on by itself. */
    record OnItsWay() implements Result {}

    /**
     * The decision did not help: the order waits for the same cause.
     *
     * @param since when the order began to wait for this cause
     */
    record StillWaits(Cause cause, Instant since) implements Result {}

    /** The decision helped, but something else is wrong. */
    record WaitsForAnother(Cause cause) implements Result {}

    /**
     * The order is not transferred.
     *
     * @param rule that skipped it
     */
    record Skipped(String rule) implements Result {}

    /** A question about an order in Specter, or about its change, is settled. */
    record Settled() implements Result {}
}
