package se.brygga.workflows.transfer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import se.brygga.workflows.attention.Cause;

/** What a step that writes to Specter or Starweb led to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StepResult.Done.class, name = "done"),
    @JsonSubTypes.Type(value = StepResult.Stale.class, name = "stale"),
    @JsonSubTypes.Type(value = StepResult.Parked.class, name = "parked")
})
public sealed interface StepResult {

    /** @param number the remote's number of what the step made or found; 0 where there is none */
    record Done(long number) implements StepResult {}

    /**
     * What we believed to be in Specter (an article, a customer, this order's address on the customer's card) is not.
     * Beginning anew makes it.
     */
    record Stale() implements StepResult {}

    /** A person must decide; the order's page says more. */
    record Parked(Cause cause) implements StepResult {}
}
