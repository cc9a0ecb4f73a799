package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.Address;
import se.brygga.clients.shop.order.ShopOrder.Addresses;
import se.brygga.clients.shop.order.ShopOrder.Customer;
import se.brygga.clients.shop.order.ShopOrder.DiscountType;
import se.brygga.clients.shop.order.ShopOrder.Item;
import se.brygga.clients.shop.order.ShopOrder.Payment;
import se.brygga.clients.shop.order.ShopOrder.Remarks;
import se.brygga.clients.shop.order.ShopOrder.Shipping;
import se.brygga.clients.shop.order.ShopOrder.Status;

/** What an order of {@link OrdersInMemory} looks like: mugs of 100 kr, for one shopper. */
final class OrderOfMugs {

    /** Of one mug. */
    static final BigDecimal TOTAL = new BigDecimal("125.00");

    private OrderOfMugs() {}

    static ShopOrder placed(long id, Instant now, Status created) {
        Address home = new Address(
                null,
                "Åsa",
                "Öberg",
                null,
                null,
                null,
                "Ekgatan 1",
                "11122",
                "Stockholm",
                null,
                "SE",
                null,
                "0701234567");
        return new ShopOrder(
                id,
                now,
                now,
                false,
                created,
                new Customer(7L, false, "asa@example.se", null, null),
                new Payment(1L, "klarna", null, "Klarna", BigDecimal.ZERO, BigDecimal.ZERO, null, "reserved"),
                new Shipping(1L, "postnord", "PostNord", BigDecimal.ZERO, BigDecimal.ZERO),
                "SEK",
                2,
                BigDecimal.ONE,
                TOTAL,
                "sv",
                null,
                "SE",
                null,
                null,
                List.of(item(1)),
                new Addresses(home, home, home, home, null, null),
                Remarks.NONE);
    }

    static Item item(long id) {
        return new Item(
                id,
                GoodsInMemory.SKU,
                "A mug",
                BigDecimal.ONE,
                new BigDecimal("100.00"),
                BigDecimal.valueOf(25),
                BigDecimal.ZERO,
                DiscountType.PERCENT,
                List.of());
    }
}
