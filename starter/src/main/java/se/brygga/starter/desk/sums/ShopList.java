package se.brygga.starter.desk.sums;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.ShopOrders;
import se.brygga.clients.shop.order.OrderPages;
import se.brygga.clients.shop.order.ShopOrder;

/** The complete orders that a shop lists for a time, by their numbers. */
record ShopList(Map<Long, Entry> orders) {

    /**
     * One order of the list.
     *
     * @param at when the order was placed. Null, as are total and currency, when the shop tells the number only
     */
    record Entry(
            long orderId,
            @Nullable Instant at,
            @Nullable BigDecimal total,
            @Nullable String currency) {}

    /**
     * Reads the list from the shop.
     *
     * @param until exclusive
     * @param wanted is asked after each page; once it says no, the list is not complete
     * @throws se.brygga.clients.remote.RemoteFailure as the client does
     */
    static ShopList read(ShopOrders listed, Instant from, Instant until, BooleanSupplier wanted) {
        Map<Long, Entry> orders = new LinkedHashMap<>();
        // Whether the shop's own bounds are exclusive is unknown.
        Instant after = from.minusSeconds(1);
        Instant before = until.plusSeconds(1);
        OrderPages.read(page -> listed.ordersCreatedBetween(after, before, page), (page, number) -> {
            if (number == 1) {
                orders.clear();
            }
            page.unreadable().forEach(id -> orders.put(id, new Entry(id, null, null, null)));
            for (ShopOrder order : page.orders()) {
                if (!order.createdAt().isBefore(from) && order.createdAt().isBefore(until)) {
                    orders.put(
                            order.orderId(),
                            new Entry(order.orderId(), order.createdAt(), order.amountToPay(), order.currency()));
                }
            }
            return wanted.getAsBoolean();
        });
        return new ShopList(orders);
    }

    @Nullable
    Entry find(long orderId) {
        return orders.get(orderId);
    }
}
