package se.brygga.clients.shop;

import java.util.List;
import java.util.Optional;
import se.brygga.clients.shop.order.OrderComment;
import se.brygga.clients.shop.order.OrderState;
import se.brygga.clients.shop.order.OrderUpdate;

/** What Brygga writes on a shop's orders, and what it looks at before and after. */
public interface OrderMarks {

    /**
     * Writes our number on the order, with our mark. Absolute and without a status, so it may be repeated; it neither mails nor
     * charges anybody. The caller has looked that no other party's mark is there.
     */
    void linkOrder(long orderId, String externalId);

    /**
     * Writes our number beside another party's mark, under the name of our service. May be repeated: the order has one value
     * for each name.
     */
    void putExternalService(long orderId, String serviceName, String value);

    /** Status, payment state and tracking of an order; empty when the shop itself says that it has no such order. */
    Optional<OrderState> orderState(long orderId);

    /**
     * Changes status, tracking or both in one call. <b>Not idempotent</b>: the same status once more may mail and charge once
     * more. After OUTCOME_UNKNOWN ask {@link #orderState} first, and never repeat blindly. What the shop made of it, the payment
     * above all, only a new {@link #orderState} tells.
     */
    void changeOrder(long orderId, OrderUpdate update);

    /** The order's comments, the shopper's own among them. */
    List<OrderComment> comments(long orderId);

    /**
     * Adds a comment from the shop's staff. <b>Not idempotent</b>: after OUTCOME_UNKNOWN list and compare first.
     *
     * @param text nothing that identifies a person
     */
    void addComment(long orderId, String text);
}
