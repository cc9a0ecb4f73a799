package se.brygga.starter.desk.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.activities.status.specter.SpecterOrderState;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.setup.ShopSetup;
import se.brygga.starter.desk.callbacks.Callback;
import se.brygga.starter.desk.trouble.SystemDesk.OutOfOrder;
import se.brygga.starter.desk.trouble.TroubleDesk;
import se.brygga.workflows.OrderRef;

/** Makes an order's story from the books. */
@Component
class Stories {

    /** The books that know of one order. */
    @Component
    record Books(
            OrderLists lists,
            OrderBook orders,
            AttentionBook attention,
            SpecterOrderBook specter,
            CallbackBook callbacks) {}

    private final Books books;
    private final SetupStore setups;
    private final TroubleDesk trouble;
    private final OrderCodec codec = new OrderCodec();

    Stories(Books books, SetupStore setups, TroubleDesk trouble) {
        this.books = books;
        this.setups = setups;
        this.trouble = trouble;
    }

    OrderStory of(OrderLists.Line line) {
        OrderRef order = line.order();
        List<CallbackBook.Callback> callbacks = books.callbacks().ofOrder(order);
        List<OutOfOrder> behind = behind(line, callbacks);
        return new OrderStory(
                OrderLine.of(line, behind.isEmpty() ? null : behind.getFirst().cause()),
                line.otherTotals(),
                behind,
                books.attention().ofOrder(order).stream().map(Stories::question).toList(),
                line.skippedBy() == null ? Map.of() : ruleNames(order),
                inSpecter(line),
                callbacks.stream().map(one -> Callback.of(one, null)).toList(),
                books.lists().calls(order, externalOrderNo(order)).stream()
                        .map(Stories::call)
                        .toList());
    }

    /**
     * The systems out of order that the order needs. An order on its way needs both systems, and a callback on its way
     * needs the shop.
     */
    private List<OutOfOrder> behind(OrderLists.Line line, List<CallbackBook.Callback> callbacks) {
        boolean transfers = line.state() == OrderRecord.State.ON_ITS_WAY;
        boolean reports = callbacks.stream().anyMatch(one -> one.state() == CallbackBook.State.PENDING);
        return trouble.behind(line.order()).stream()
                .filter(one -> transfers || (reports && one.system() == OutOfOrder.Remote.STARWEB))
                .toList();
    }

    private OrderStory.@Nullable InSpecter inSpecter(OrderLists.Line line) {
        Long number = line.specterNumber();
        return number == null
                ? null
                : books.specter()
                        .told(line.order().shop().tenant(), number)
                        .map(Stories::inSpecter)
                        .orElse(null);
    }

    private static OrderStory.InSpecter inSpecter(SpecterOrderBook.Told told) {
        SpecterOrderState state = told.state();
        return new OrderStory.InSpecter(
                state.deliveryStatus(),
                state.statusId(),
                state.delivered(),
                state.partDelivered(),
                state.cancelled(),
                state.invoiced(),
                state.paid(),
                state.tracking(),
                told.changedAt());
    }

    private static OrderStory.Question question(AttentionBook.Entry entry) {
        return new OrderStory.Question(
                entry.cause(), entry.detail(), entry.named(), entry.openedAt(), entry.closedAt());
    }

    private static OrderStory.Call call(OrderLists.Call call) {
        return new OrderStory.Call(
                call.at(), call.system(), call.action(), call.status(), call.answer(), call.failure(), call.tookMs());
    }

    /** The order's number in the records of Specter's calls. */
    private String externalOrderNo(OrderRef order) {
        return shop(order).map(ShopSetup::orderNoPrefix).orElse("") + order.orderId();
    }

    /**
     * Values for the text of the rule: the order's status when it was last read, and the statuses that are transferred.
     */
    private Map<String, String> ruleNames(OrderRef order) {
        Optional<String> status = books.orders()
                .content()
                .snapshot(order)
                .map(codec::order)
                .map(ShopOrder::status)
                .map(Stories::named);
        Optional<String> wanted =
                shop(order).map(shop -> String.join(", ", shop.orders().transferWhen()));
        return status.isPresent() && wanted.isPresent()
                ? Map.of("status", status.get(), "wanted", wanted.get())
                : Map.of();
    }

    private Optional<ShopSetup> shop(OrderRef order) {
        return setups.find(order.shop()).map(setup -> setup.shop(order.shop().shop()));
    }

    private static String named(ShopOrder.Status status) {
        String code = status.idCode();
        String name = status.names().isEmpty() ? null : status.names().getFirst();
        return name == null
                ? code == null ? "" + status.statusId() : code
                : code == null ? name : name + " (" + code + ")";
    }
}
