package se.brygga.workflows.transfer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.temporal.activity.ActivityInterface;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.Money;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.transfer.ShopOrderActivities.OrderFacts;

/** What a transfer does in Starweb. Every method may be repeated. */
@ActivityInterface
public interface ShopOrderActivities {

    /**
     * Reads the order, keeps it, decides by the rules, and translates it; all of this is in the database when it returns.
     *
     * <p>A difference in totals holds it back unless an operator has accepted just this one; the books know.
     *
     * @param overridden an operator has said "send anyway" about an order that a rule had skipped: no rule holds it back
     */
    Fetched fetchOrder(OrderRef order, boolean overridden);

    /** Writes Specter's number on the shop's order. Neither mails nor charges anybody. */
    StepResult markOrder(OrderRef order, long specterNumber);

    /** Reads a transferred order again and compares it with what was sent. */
    ChangeFound compareOrder(OrderRef order);

    /**
     * What rules and people see of an order: ids, amounts and codes. The order itself lies encrypted in PostgreSQL.
     *
     * @param complete saved and confirmed by the payment method
     * @param statusKeys what the order's status answers to: idCode, id, names
     * @param rows item rows
     * @param contentHash changes when anything changes that Specter was or would be told; not with the status
     */
    record OrderFacts(
            Instant placedAt,
            boolean complete,
            List<String> statusKeys,
            Money amountToPay,
            int rows,
            String contentHash) {

        public OrderFacts {
            statusKeys = List.copyOf(statusKeys);
        }
    }

    /** What reading an order, deciding by the rules and translating it led to. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Fetched.Ready.class, name = "ready"),
        @JsonSubTypes.Type(value = Fetched.AlreadyTransferred.class, name = "already-transferred"),
        @JsonSubTypes.Type(value = Fetched.Skipped.class, name = "skipped"),
        @JsonSubTypes.Type(value = Fetched.Parked.class, name = "parked")
    })
    sealed interface Fetched {

        /**
         * The translated order lies in the database, ready to be sent.
         *
         * @param customerKnown Specter has this customer with just these particulars through us
         * @param articlesToCreate articles on the order that we do not know to be in Specter
         * @param invoice whether an invoice is wanted of the order
         */
        record Ready(OrderFacts facts, boolean customerKnown, int articlesToCreate, boolean invoice)
                implements Fetched {}

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
        record Parked(Cause cause) implements Fetched {}
    }

    /**
     * Whether an order in the shop still is what went to Specter.
     *
     * @param cause what is different now; null when nothing that matters is
     */
    record ChangeFound(@Nullable Cause cause) {}
}
