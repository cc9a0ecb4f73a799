package se.brygga.workflows.transfer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import se.brygga.workflows.attention.Cause;

/** What came of a step that writes to Specter or to the shop. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StepResult.Done.class, name = "done"),
    @JsonSubTypes.Type(value = StepResult.Stale.class, name = "stale"),
    @JsonSubTypes.Type(value = StepResult.Parked.class, name = "parked")
})
public sealed interface StepResult {

    /**
     * The step is done.
     *
     * @param number the remote's number of what the step made or found; 0 where there is none
     */
    record Done(long number) implements StepResult {}

    /**
     * The books were wrong: an article, a customer, or this order's address on the customer's card is not in Specter.
     * Beginning anew creates it.
     */
    record Stale() implements StepResult {}

    /** A person must decide; {@code orders show} says more. */
    record Parked(Cause cause) implements StepResult {}
}
