package se.brygga.clients.specter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.workflows.refusal.Refusal;

/**
 * One tenant's Specter. All calls throw {@link se.brygga.clients.remote.RemoteFailure} when no understandable answer
 * came; its kind says whether the call may have had an effect. A value that {@link SpecterLimits} object to is not sent
 * and is OUR_FAULT, {@code violates-limits}: ask them first.
 */
public interface SpecterClient {

    /**
     * Finds or creates the customer. Idempotent with matching on; with both ignore flags each call makes another
     * customer.
     *
     * @param subject what the call record names it by: the order, never the person
     * @return {@link SpecterAnswer.Done} with the customer's number, or {@link SpecterAnswer.Refused}
     */
    SpecterAnswer submitCustomer(SpecterCustomer customer, String subject);

    /**
     * Creates the articles that do not exist; existing ones are left as they are. Idempotent.
     *
     * @return Done (its id means nothing) or Refused for the whole call
     */
    SpecterAnswer submitArticles(List<SpecterArticle> articles, String subject);

    /**
     * Creates the order. Not idempotent by itself: Specter refuses a repeated {@code externalOrderNo} (O17), and the flag
     * that would switch this off is never sent.
     */
    SpecterAnswer submitOrder(SpecterOrder order, long customerId);

    /**
     * Makes an invoice of an order, through the assumed adapter (reference section 11).
     *
     * @throws IllegalStateException the set-up does not allow assumed actions
     */
    SpecterAnswer invoiceOrder(long orderNo, String subject);

    /**
     * Tries host, account and keys by asking {@code checkAccountSettings}, which changes nothing and of which only the
     * name is known (section 14 O3). Never throws {@link se.brygga.clients.remote.RemoteFailure}.
     */
    ConnectionCheck check();

    /** What {@link #check()} found. */
    sealed interface ConnectionCheck {

        record Fine() implements ConnectionCheck {}

        /**
         * Specter answered, and did not refuse the credentials as far as we can tell; more than that this test cannot say.
         *
         * @param code what was answered
         */
        record Reached(String code) implements ConnectionCheck {}

        /** @param why what is wrong and where to mend it, without secrets */
        record Failed(RemoteFailure.Kind kind, Refusal why) implements ConnectionCheck {}
    }

    /**
     * What Specter says to a write that it understood (reference sections 3.1 and 13). Everything else, credentials included,
     * is a {@link se.brygga.clients.remote.RemoteFailure}.
     */
    sealed interface SpecterAnswer {

        /** @param id Specter's number: new, or of the customer that matched */
        record Done(long id) implements SpecterAnswer {}

        /**
         * {@code externalOrderNo} is there already. Success only if our own record shows that an earlier attempt put it there.
         *
         * @param orderNo Specter's number of that order, if the answer tells it
         */
        record Duplicate(String code, @Nullable Long orderNo) implements SpecterAnswer {}

        /**
         * Understood and refused.
         *
         * @param code Specter's own
         * @param message Specter's own words, for the operator's eyes only: it may quote what we sent, so it goes into no
         *     history and no log
         * @param articleMissing whether the code is one of those that mean "no such article"
         */
        record Refused(String code, String message, boolean articleMissing) implements SpecterAnswer {}
    }
}
