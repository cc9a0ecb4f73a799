package se.brygga.simulators.starweb;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.SimShop;
import se.brygga.simulators.starweb.wire.Answers;
import tools.jackson.databind.node.ObjectNode;

/** Ten orders of different kinds that each shop has from before: of the last two days, in different states. */
final class SeedOrders {

    static final int PER_SHOP = 10;

    private SeedOrders() {}

    /** @param offset which kinds this shop gets, so that the shops together have all of them */
    static void place(SimShop shop, int offset) {
        List<OrderKind> kinds = List.of(OrderKind.values());
        Instant first = shop.clock().instant().minus(Duration.ofDays(2));
        for (int i = 0; i < PER_SHOP; i++) {
            OrderKind kind = kinds.get((offset + i) % kinds.size());
            String at = Answers.time(first.plus(Duration.ofMinutes(270L * i)));
            ObjectNode order = shop.orders().place(kind.body(shop.random(), shop.articles(), shop.currency()), at);
            long orderId = order.path("orderId").asLong();
            switch (i) {
                case 3 -> shop.orders().abandon(orderId);
                case 7 -> {
                    // Its shopper has not come back from the payment yet.
                }
                default -> {
                    shop.orders().pay(orderId);
                    order.put("statusId", shop.statuses().id(i < 3 ? "completed" : "created"));
                }
            }
        }
    }
}
