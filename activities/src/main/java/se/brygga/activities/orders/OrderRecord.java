package se.brygga.activities.orders;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.transfer.TransferRules;

/**
 * What the books know about one order. Nothing here identifies a person.
 *
 * @param contentHash of what was last read; null before the first read
 * @param statusId Starweb's status when last read
 * @param rulesOverridden whether an operator sends the order whatever the rules say
 * @param totalsAccepted the difference in totals that an operator accepts, as it was offered
 * @param invoiceDue whether an invoice is wanted in Specter and, as far as we know, not made yet
 * @param foreignMark whether the shop's order has another party's mark
 * @param heardAt when a web hook, the intake or an operator last told of the order
 */
public record OrderRecord(
        OrderRef order,
        Standing standing,
        @Nullable String contentHash,
        @Nullable Long statusId,
        @Nullable Boolean complete,
        @Nullable Long customerId,
        boolean rulesOverridden,
        @Nullable String totalsAccepted,
        boolean invoiceDue,
        boolean foreignMark,
        Instant heardAt) {

    /**
     * Where an order stands, with the data of that standing. Every order in the books has exactly one standing.
     * {@code docs/process.md} has the table of all moves.
     */
    public sealed interface Standing {

        /** A transfer carries the order, now or soon. */
        record OnItsWay() implements Standing {}

        /** The order waits for a person. */
        record Waiting() implements Standing {}

        /**
         * The order does not go to Specter.
         *
         * @param by name of the rule, or {@link TransferRules#OPERATOR}
         */
        record Skipped(String by) implements Standing {}

        /**
         * The order is in Specter.
         *
         * @param number Specter's
         * @param sentHash hash of what was sent; null when somebody entered the order by hand
         * @param marked whether the shop's order carries the number
         */
        record Transferred(long number, @Nullable String sentHash, boolean marked) implements Standing {}

        /** The state of this standing. */
        default State state() {
            return switch (this) {
                case OnItsWay _ -> State.ON_ITS_WAY;
                case Waiting _ -> State.WAITING;
                case Skipped _ -> State.SKIPPED;
                case Transferred _ -> State.TRANSFERRED;
            };
        }
    }

    /** The state of the order's standing. */
    public State state() {
        return standing.state();
    }

    /** What is known of an order in Specter; empty for any other. */
    public Optional<Standing.Transferred> transferred() {
        return standing instanceof Standing.Transferred transferred ? Optional.of(transferred) : Optional.empty();
    }

    /** Whether the order is skipped by this rule, or by {@link TransferRules#OPERATOR}. */
    public boolean isSkippedBy(String rule) {
        return standing.equals(new Standing.Skipped(rule));
    }

    /** Whether an operator skipped the order. Only an operator takes that back. */
    public boolean skippedByOperator() {
        return isSkippedBy(TransferRules.OPERATOR);
    }

    /** The states of an order, one for each standing. */
    public enum State {
        ON_ITS_WAY,
        WAITING,
        SKIPPED,
        TRANSFERRED;

        /** The code in the database, in search attributes and on the command line. */
        public String code() {
            return Sql.code(this);
        }

        /** The inverse of {@link #code()}. */
        public static State ofCode(String code) {
            return Sql.constant(State.class, code);
        }
    }

    /** The state of an order's invoice, if Specter is to make one. */
    public enum InvoiceState {
        /** No try was made, or no try had an effect. */
        DUE,
        /** An attempt has begun. */
        UNDER_WAY,
        /** An attempt has begun after another whose outcome is unknown. */
        UNCERTAIN,
        MADE;

        /** The code in the books. */
        public String code() {
            return Sql.code(this);
        }

        /** The inverse of {@link #code()}. */
        public static InvoiceState ofCode(String code) {
            return Sql.constant(InvoiceState.class, code);
        }
    }
}
