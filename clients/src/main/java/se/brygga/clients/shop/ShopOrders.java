package se.brygga.clients.shop;

import java.time.Instant;
import java.util.Optional;
import se.brygga.clients.shop.order.OrderPage;
import se.brygga.clients.shop.order.ShopOrder;

/**
 * The orders of a shop, read with everything that a transfer needs. Order ids rise with the time of creation, and an id
 * is never given twice.
 */
public interface ShopOrders {

    /** One order. Empty when the shop itself says that it has no such order. */
    Optional<ShopOrder> order(long orderId);

    /**
     * One page of complete orders, newest change first.
     *
     * @param page from 1; a page past the end is empty
     */
    OrderPage ordersByLatestChange(int page);

    /** The hundred complete orders with the highest numbers. */
    OrderPage newestOrders();

    /**
     * One page of complete orders created after a moment, in ascending order of their ids.
     *
     * @param createdAfter whether the moment itself is included is unknown, so ask for a second earlier
     * @param page from 1; a page past the end is empty
     */
    OrderPage ordersCreatedAfter(Instant createdAfter, int page);

    /**
     * As {@link #ordersCreatedAfter}, and created before another moment.
     *
     * @param createdBefore whether the moment itself is included is unknown, so ask for a second later
     */
    OrderPage ordersCreatedBetween(Instant createdAfter, Instant createdBefore, int page);
}
