package se.brygga.activities.orders;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.sql.Sql;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.transfer.TransferRules;

/**
 * What the books say about one order. Nothing in it identifies a person.
 *
 * @param skippedBy name of the rule, in state SKIPPED only
 * @param contentHash of what was last read; null before the first read
 * @param statusId Starweb's status when last read
 * @param sentHash of what went to Specter; null before that, and when somebody entered the order by hand
 * @param marked whether the shop's order carries Specter's number
 * @param rulesOverridden whether an operator sends it whatever the rules say
 * @param totalsAccepted the difference in totals that an operator accepts, as it was offered
 * @param invoiceDue whether an invoice is to be made of it in Specter, and as far as we know is not made yet
 * @param foreignMark whether another party's mark is on the shop's order
 * @param heardAt when we were last told of the order, by a web hook, the intake or an operator
 */
public record OrderRecord(
        OrderRef order,
        State state,
        @Nullable String skippedBy,
        @Nullable BigDecimal total,
        @Nullable String currency,
        @Nullable Instant placedAt,
        @Nullable String contentHash,
        @Nullable Long statusId,
        @Nullable Boolean complete,
        @Nullable String sentHash,
        @Nullable Long specterNumber,
        @Nullable Long customerId,
        boolean rulesOverridden,
        @Nullable String totalsAccepted,
        boolean invoiceDue,
        boolean marked,
        boolean foreignMark,
        Instant heardAt,
        @Nullable Instant transferredAt) {

    /** Whether an operator has said that it does not go to Specter: only an operator takes that back. */
    public boolean leftByOperator() {
        return state == State.SKIPPED && TransferRules.OPERATOR.equals(skippedBy);
    }

    /** Where an order stands. Every order that was ever seen is in exactly one. */
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
}
