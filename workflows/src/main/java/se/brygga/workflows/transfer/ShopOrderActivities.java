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

/** What a transfer does in the shop. Every method is idempotent. */
@ActivityInterface
public interface ShopOrderActivities {

    /**
     * Reads the order, keeps it, decides by the rules, and translates it. The database holds all of this when the
     * method returns.
     *
     * <p>An order whose totals differ is parked, unless an operator has accepted exactly this difference. The books
     * know what was accepted.
     *
     * @param overridden an operator said "send anyway" about an order that a rule had skipped: no rule skips it now
     */
    Fetched fetchOrder(OrderRef order, boolean overridden);

    /** Writes Specter's number on the shop's order. The write neither mails nor charges anybody. */
    StepResult markOrder(OrderRef order, long specterNumber);

    /** Reads a transferred order again and compares it with what was sent. */
    ChangeFound compareOrder(OrderRef order);

    /**
     * What rules and people see of an order: ids, amounts and codes. The order itself is in PostgreSQL, encrypted.
     *
     * @param complete saved, and confirmed by the payment method
     * @param statusKeys words that name the order's status: idCode, id, names
     * @param rows number of item rows
     * @param contentHash changes with anything that Specter was or would be told, but not with the status
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

    /** What came of reading an order, deciding by the rules and translating it. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Fetched.Ready.class, name = "ready"),
        @JsonSubTypes.Type(value = Fetched.AlreadyTransferred.class, name = "already-transferred"),
        @JsonSubTypes.Type(value = Fetched.Skipped.class, name = "skipped"),
        @JsonSubTypes.Type(value = Fetched.Parked.class, name = "parked")
    })
    sealed interface Fetched {

        /**
         * The translated order is in the database, ready to be sent.
         *
         * @param customerKnown Specter has this customer, with exactly these particulars, from us
         * @param articlesToCreate number of articles on the order that Specter does not have, as far as we know
         * @param invoice whether the set-up wants an invoice for the order
         */
        record Ready(OrderFacts facts, boolean customerKnown, int articlesToCreate, boolean invoice)
                implements Fetched {}

        /**
         * Our own record says that the order is in Specter.
         *
         * @param marked whether the shop's order carries Specter's number
         * @param invoiceDue whether an invoice is wanted and, as far as we know, not made
         */
        record AlreadyTransferred(long specterNumber, boolean marked, boolean invoiceDue) implements Fetched {}

        /**
         * A rule skips the order.
         *
         * @param rule name of the rule
         */
        record Skipped(String rule) implements Fetched {}

        /** A person must decide; {@code orders show} says more. */
        record Parked(Cause cause) implements Fetched {}
    }

    /**
     * Whether a shop's order still equals what went to Specter.
     *
     * @param cause what differs now; null when nothing that matters differs
     */
    record ChangeFound(@Nullable Cause cause) {}
}
