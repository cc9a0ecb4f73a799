package se.brygga.starter.orders;

import java.time.Instant;
import se.brygga.workflows.attention.Cause;

/** What came of a decision that was followed. */
public sealed interface Result {

    /** @param number Specter's */
    record InSpecter(long number) implements Result {}

    /** Nothing is known yet; the order goes on by itself. */
    record OnItsWay() implements Result {}

    /**
     * The decision did not help.
     *
     * @param since when the order began to wait for this
     */
    record WaitsAgain(Cause cause, Instant since) implements Result {}

    /** It helped, and something else is wrong. */
    record WaitsForAnother(Cause cause) implements Result {}

    /** @param rule by which the order is left */
    record Skipped(String rule) implements Result {}

    /** What was told of an order in Specter, or of its change, is settled. */
    record Settled() implements Result {}
}
