package se.brygga.activities.orders;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.transfer.TransferRules;

/**
 * What the books say about one order. Nothing in it identifies a person.
 *
 * @param contentHash of what was last read; null before the first read
 * @param statusId Starweb's status when last read
 * @param rulesOverridden whether an operator sends it whatever the rules say
 * @param totalsAccepted the difference in totals that an operator accepts, as it was offered
 * @param invoiceDue whether an invoice is to be made of it in Specter, and as far as we know is not made yet
 * @param foreignMark whether another party's mark is on the shop's order
 * @param heardAt when we were last told of the order, by a web hook, the intake or an operator
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
     * Where an order stands, with what is known of such orders only. Every order in the books stands in exactly one way, and
     * {@code docs/process.md} has the table of what leads from one to another.
     */
    public sealed interface Standing {

        /** A transfer carries the order, or will. */
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
         * @param sentHash of what was sent; null when somebody entered the order by hand
         * @param marked whether the shop's order carries the number
         */
        record Transferred(long number, @Nullable String sentHash, boolean marked) implements Standing {}

        /** The one word for it. */
        default State state() {
            return switch (this) {
                case OnItsWay _ -> State.ON_ITS_WAY;
                case Waiting _ -> State.WAITING;
                case Skipped _ -> State.SKIPPED;
                case Transferred _ -> State.TRANSFERRED;
            };
        }
    }

    /** The one word for where the order stands. */
    public State state() {
        return standing.state();
    }

    /** What is known of an order that is in Specter; empty for any other. */
    public Optional<Standing.Transferred> transferred() {
        return standing instanceof Standing.Transferred transferred ? Optional.of(transferred) : Optional.empty();
    }

    /** Whether the order is skipped by this rule, or by {@link TransferRules#OPERATOR}. */
    public boolean isSkippedBy(String rule) {
        return standing.equals(new Standing.Skipped(rule));
    }

    /** Whether an operator has said that it does not go to Specter: only an operator takes that back. */
    public boolean leftByOperator() {
        return isSkippedBy(TransferRules.OPERATOR);
    }

    /** The words for where an order stands. */
    public enum State {
        ON_ITS_WAY,
        WAITING,
        SKIPPED,
        TRANSFERRED;

        /** As it stands in the database, in search attributes and on the command line. */
        public String code() {
            return Sql.code(this);
        }

        /** The inverse of {@link #code()}. */
        public static State ofCode(String code) {
            return Sql.constant(State.class, code);
        }
    }

    /** Where the invoice of an order stands that Specter is to make one of. */
    public enum InvoiceState {
        /** Nobody has tried to make it, or no try had an effect. */
        DUE,
        /** An attempt has begun. */
        UNDER_WAY,
        /** An attempt has begun after another whose outcome nobody knows. */
        UNCERTAIN,
        MADE;

        /** As it stands in the books. */
        public String code() {
            return Sql.code(this);
        }

        /** The inverse of {@link #code()}. */
        public static InvoiceState ofCode(String code) {
            return Sql.constant(InvoiceState.class, code);
        }
    }
}
