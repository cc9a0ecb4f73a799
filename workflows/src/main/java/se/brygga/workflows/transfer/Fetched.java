package se.brygga.workflows.transfer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import se.brygga.workflows.attention.Cause;

/** What reading an order, deciding by the rules and translating it led to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fetched.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Fetched.AlreadyTransferred.class, name = "already-transferred"),
    @JsonSubTypes.Type(value = Fetched.Skipped.class, name = "skipped"),
    @JsonSubTypes.Type(value = Fetched.Held.class, name = "held")
})
public sealed interface Fetched {

    /**
     * The translated order lies in the database, ready to be sent.
     *
     * @param customerKnown Specter has this customer with just these particulars through us
     * @param articlesToCreate articles on the order that we do not know to be in Specter
     * @param invoice whether an invoice is wanted of the order
     */
    record Ready(OrderFacts facts, boolean customerKnown, int articlesToCreate, boolean invoice) implements Fetched {}

    /**
     * Our own record says that the order is in Specter.
     *
     * @param marked whether the shop knows
     * @param invoiceDue whether an invoice is wanted of it and, as far as we know, not made
     */
    record AlreadyTransferred(long specterNumber, boolean marked, boolean invoiceDue) implements Fetched {}

    /** @param rule name of the rule that keeps it back */
    record Skipped(String rule) implements Fetched {}

    /** A person must decide; the order's page says more. */
    record Held(Cause cause) implements Fetched {}
}
