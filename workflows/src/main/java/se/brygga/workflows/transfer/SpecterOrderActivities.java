package se.brygga.workflows.transfer;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.OrderRef;

/** What a transfer does in Specter. Every method is idempotent. */
@ActivityInterface
public interface SpecterOrderActivities {

    /**
     * Finds or creates the customer in Specter. The books keep the customer's number for the order.
     *
     * @return Stale when the order was read as a person's and the card has since become a company's; nothing was sent
     */
    StepResult submitCustomer(OrderRef order);

    /** Creates the order's articles that Specter does not have. Never changes an article. */
    StepResult createArticles(OrderRef order);

    /**
     * Creates the order, once. The database holds the attempt before the request is sent. After a lost answer exactly
     * the same request is sent again. Specter's "duplicate" then means success, only because the books hold the earlier
     * attempt.
     *
     * @param mayBeStale the customer or an article is in Specter only as far as our books know. The first refusal is
     *     then answered with Stale, and the books forget what they knew
     * @return Done with Specter's order number. Stale when another order has overwritten the customer's card since;
     *     nothing was sent
     */
    StepResult submitOrder(OrderRef order, boolean mayBeStale);

    /** Makes an invoice of the order. The database holds the attempt before the request is sent. */
    StepResult invoiceOrder(OrderRef order, long specterNumber);
}
