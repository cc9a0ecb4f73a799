package se.brygga.workflows.transfer;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.OrderRef;

/** What a transfer does in Starweb. Every method may be repeated. */
@ActivityInterface
public interface ShopOrderActivities {

    /**
     * Reads the order, keeps it, decides by the rules, and translates it; all of this is in the database when it returns.
     *
     * @param overridden an operator has said "send anyway": rules and a difference in totals do not hold it back
     */
    Fetched fetchOrder(OrderRef order, boolean overridden);

    /** Writes Specter's number on the shop's order. Neither mails nor charges anybody. */
    StepResult markOrder(OrderRef order, long specterNumber);

    /** Reads a transferred order again and compares it with what was sent. */
    ChangeFound compareOrder(OrderRef order);
}
