package se.brygga.activities.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.LongStream;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.clients.shop.ShopOrders;
import se.brygga.clients.shop.order.OrderPage;
import se.brygga.clients.shop.order.ShopOrder;

/**
 * Where a new shop begins: after the orders that it has. The shop's clock may differ from ours, so our clock decides
 * nothing. An order of the next second must not be lost, and one of the last hour not be doubled.
 */
final class ShopBeginning {

    private ShopBeginning() {}

    /** @throws se.brygga.clients.remote.RemoteFailure as the client throws it */
    static IntakeBook.Beginning of(ShopOrders shop) {
        OrderPage newest = shop.newestOrders();
        long last = LongStream.concat(
                        newest.orders().stream().mapToLong(ShopOrder::orderId),
                        newest.unreadable().stream().mapToLong(Long::longValue))
                .max()
                .orElse(0);
        Instant since = newest.orders().stream()
                .map(ShopOrder::createdAt)
                .max(Comparator.naturalOrder())
                // A shop without an order tells no time. Whatever it shows next is ours.
                .orElse(Instant.EPOCH);
        return new IntakeBook.Beginning(since, last);
    }
}
