package se.brygga.clients.specter;

import java.util.List;
import se.brygga.clients.remote.RemoteFailure;

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
         * @param text what was answered, for the person who tests
         */
        record Reached(String text) implements ConnectionCheck {}

        /** @param text what is wrong and where to mend it, without secrets */
        record Failed(RemoteFailure.Kind kind, String text) implements ConnectionCheck {}
    }
}
