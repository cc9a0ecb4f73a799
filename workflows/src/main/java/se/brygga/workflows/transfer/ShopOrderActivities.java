package se.brygga.workflows.transfer;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.OrderRef;

/** What a transfer does in Starweb. Every method may be repeated. */
@ActivityInterface
public interface ShopOrderActivities {

    /**
     * Reads the order, keeps it, decides by the rules, and translates it; all of this is in the database when it returns.
     *
     * <p>A difference in totals holds it back unless an operator has accepted just this one; the books know.
     *
     * @param overridden an operator has said "send anyway" about an order that a rule had skipped: no rule holds it back
     */
    Fetched fetchOrder(OrderRef order, boolean overridden);

    /** Writes Specter's number on the shop's order. Neither mails nor charges anybody. */
    StepResult markOrder(OrderRef order, long specterNumber);

    /** Reads a transferred order again and compares it with what was sent. */
    ChangeFound compareOrder(OrderRef order);
}
