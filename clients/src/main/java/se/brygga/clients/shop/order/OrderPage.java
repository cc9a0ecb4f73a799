package se.brygga.clients.shop.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of orders.
 *
 * @param total number of orders in the whole list at that moment, or null if the shop did not say
 * @param unreadable ids of orders on the page that lack what every order has; one such order must not hide the others
 */
public record OrderPage(
        List<ShopOrder> orders, boolean last, @Nullable Integer total, List<Long> unreadable) {

    public OrderPage {
        orders = List.copyOf(orders);
        unreadable = List.copyOf(unreadable);
    }

    public OrderPage(List<ShopOrder> orders, boolean last, @Nullable Integer total) {
        this(orders, last, total, List.of());
    }
}
