package se.brygga.clients.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.brygga.clients.shop.order.ShopOrder;

/**
 * A second shop system, in memory: no wire, no web of its own. It has little: one price list, stock on its variants, four
 * statuses, and small pages. Whatever works with it works with what the roles promise.
 */
public final class ShopInMemory {

    static final List<ShopNames.OrderStatus> STATUSES = List.of(
            new ShopNames.OrderStatus(1, "created", List.of("New")),
            new ShopNames.OrderStatus(2, "picking", List.of("Picking")),
            new ShopNames.OrderStatus(3, "completed", List.of("Sent")),
            new ShopNames.OrderStatus(4, "canceled", List.of("Cancelled")));

    public final OrdersInMemory orders = new OrdersInMemory();
    final GoodsInMemory goods = new GoodsInMemory();

    private final WebShop client = new WebShop(orders, orders, new Names(), new Hooks(), goods, goods, goods);

    /** The shop in its roles. */
    public WebShop client() {
        return client;
    }

    /** A shopper buys one mug of 100 kr and pays it. */
    public ShopOrder placeAndPay() {
        return orders.pay(orders.place());
    }

    private static final class Names implements ShopNames {

        @Override
        public Shop shop() {
            return new Shop("Mugs", "mugs", "open", "SEK");
        }

        @Override
        public List<OrderStatus> orderStatuses() {
            return STATUSES;
        }

        @Override
        public List<Method> paymentMethods() {
            return List.of(new Method(1, "klarna", null, List.of("Klarna")));
        }

        @Override
        public List<Method> shippingMethods() {
            return List.of(new Method(1, null, "postnord", List.of("PostNord")));
        }

        @Override
        public List<TrackingType> trackingTypes() {
            return List.of(new TrackingType(1, "PostNord"));
        }
    }

    private static final class Hooks implements ShopHooks {

        private final List<WebHook> hooks = new ArrayList<>();
        private long next = 1;

        @Override
        public List<WebHook> webHooks() {
            return List.copyOf(hooks);
        }

        @Override
        public WebHook createWebHook(WebHook wanted) {
            WebHook made = new WebHook(next++, wanted.name(), wanted.event(), wanted.statusId(), wanted.url());
            hooks.add(made);
            return made;
        }

        @Override
        public WebHook updateWebHook(WebHook wanted) {
            hooks.replaceAll(hook -> Objects.equals(hook.webHookId(), wanted.webHookId()) ? wanted : hook);
            return wanted;
        }

        @Override
        public void deleteWebHook(long webHookId) {
            hooks.removeIf(hook -> Objects.equals(hook.webHookId(), webHookId));
        }
    }
}
