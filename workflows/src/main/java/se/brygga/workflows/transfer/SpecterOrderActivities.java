package se.brygga.workflows.transfer;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.OrderRef;

/** What a transfer does in Specter. Every method may be repeated. */
@ActivityInterface
public interface SpecterOrderActivities {

    /**
     * Finds or creates the customer; its number is kept for the order.
     *
     * @return Stale, and nothing was sent, when the order was read as a person's and the card is a company's since
     */
    StepResult submitCustomer(OrderRef order);

    /** Creates those of the order's articles that Specter does not have; never changes one. */
    StepResult createArticles(OrderRef order);

    /**
     * Creates the order, once. The attempt is in the database before it is sent; after a lost answer exactly the same is
     * sent again, and only our own record of the earlier attempt turns Specter's "duplicate" into success.
     *
     * @param mayBeStale the customer or some article is in Specter only as far as our books know; a refusal is then
     *     answered with Stale, once, and the books forget them
     * @return Done with Specter's order number; Stale, and nothing was sent, when another order has overwritten the
     *     customer's card since
     */
    StepResult submitOrder(OrderRef order, boolean mayBeStale);

    /** Makes an invoice of the order. */
    StepResult invoiceOrder(OrderRef order, long specterNumber);
}
