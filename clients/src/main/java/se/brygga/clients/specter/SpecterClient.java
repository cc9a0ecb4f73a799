package se.brygga.clients.specter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.specter.order.SpecterLimits;
import se.brygga.clients.specter.order.SpecterOrder;
import se.brygga.workflows.refusal.Refusal;

/**
 * One tenant's Specter. All calls throw {@link se.brygga.clients.remote.RemoteFailure} when no understandable answer
 * came. Its kind says whether the call may have had an effect. A value to which {@link SpecterLimits} object is not
 * sent: the call is OUR_FAULT, {@code violates-limits}. So ask {@link SpecterLimits} first.
 */
public interface SpecterClient {

    /**
     * Finds or creates the customer. Idempotent while matching is on. With both ignore flags each call creates another
     * customer.
     *
     * @param subject names the call in its record: the order, never the person
     * @return {@link SpecterAnswer.Done} with the customer's number, or {@link SpecterAnswer.Refused}
     */
    SpecterAnswer submitCustomer(SpecterCustomer customer, String subject);

    /**
     * Creates the articles that do not exist. Idempotent: opening stock counts only when an article is created. A
     * main article's number, variant values and new numbers go through the assumed adapter. Without the adapter the
     * structure is not sent. Ask {@link SpecterLimits#objections} first.
     *
     * @param articles at most {@link SpecterLimits#ARTICLES}
     * @param existing what becomes of articles that exist
     * @throws IllegalStateException an article shall get a new number, and the set-up does not allow assumed actions
     * @return Done (its id means nothing), or Refused for the whole call
     */
    SpecterAnswer submitArticles(List<SpecterArticle> articles, SpecterArticle.Existing existing, String subject);

    /**
     * Creates the order. Not idempotent by itself: Specter refuses a repeated {@code externalOrderNo} (O17). The flag
     * that would switch this guard off is never sent.
     */
    SpecterAnswer submitOrder(SpecterOrder order, long customerId);

    /**
     * Makes an invoice of an order, through the assumed adapter (reference section 11). Not idempotent: nobody knows
     * how Specter answers a second request.
     *
     * @throws IllegalStateException the set-up does not allow assumed actions
     */
    SpecterAnswer invoiceOrder(long orderNo, String subject);

    /**
     * Tests host, account and keys by {@code checkAccountSettings}, which changes nothing and of which only the name is
     * known (section 14 O3). Never throws {@link se.brygga.clients.remote.RemoteFailure}.
     */
    ConnectionCheck check();

    /** What {@link #check()} found. */
    sealed interface ConnectionCheck {

        record Fine() implements ConnectionCheck {}

        /**
         * Specter answered and, as far as the answer shows, did not refuse the credentials. The test cannot show more.
         *
         * @param code of the answer
         */
        record Reached(String code) implements ConnectionCheck {}

        /**
         * The test failed.
         *
         * @param why what is wrong and where to mend it, without secrets
         */
        record Failed(RemoteFailure.Kind kind, Refusal why) implements ConnectionCheck {}
    }

    /**
     * Specter's answer to a write that Specter understood (reference sections 3.1 and 13). All other answers, refused
     * credentials included, are a {@link se.brygga.clients.remote.RemoteFailure}.
     */
    sealed interface SpecterAnswer {

        /**
         * Specter did what was asked.
         *
         * @param id Specter's number of what is new, or of the customer that matched
         */
        record Done(long id) implements SpecterAnswer {}

        /**
         * Specter has an order with this {@code externalOrderNo} already. This is success only if our own record shows
         * an earlier attempt.
         *
         * @param orderNo Specter's number of that order, if the answer has it
         */
        record Duplicate(String code, @Nullable Long orderNo) implements SpecterAnswer {}

        /**
         * Specter understood the call and refused it.
         *
         * @param code Specter's own
         * @param message Specter's own words, for the operator's eyes only. They may quote what we sent, so they go
         *     into no history and no log
         * @param articleMissing whether the code is one of those that mean "no such article"
         */
        record Refused(String code, String message, boolean articleMissing) implements SpecterAnswer {}
    }
}
