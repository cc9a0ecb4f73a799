package se.brygga.activities.change;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.mapping.OrderTranslator;
import se.brygga.activities.mapping.Translation;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.orders.OrderCodec;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.status.specter.SpecterOrderBook;
import se.brygga.activities.status.specter.SpecterOrderState;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopOrders;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.transfer.ShopOrderActivities.ChangeFound;

/**
 * Compares an order in Specter, as the shop shows it now, with what both sides agree on. That is what was sent, or what
 * a person has since taken note of.
 */
public final class OrderComparison {

    /** Most orders that a notice names. The others are counted. */
    private static final int NAMED = 20;

    private final OrderBook orders;
    private final ChangeBook changes;
    private final NoticeBook notices;
    private final SpecterOrderBook specterOrders;
    private final SoldGoodsBook sold;
    private final OrderCodec codec = new OrderCodec();
    private final OrderTranslator translator = new OrderTranslator();

    public OrderComparison(
            OrderBook orders,
            ChangeBook changes,
            NoticeBook notices,
            SpecterOrderBook specterOrders,
            SoldGoodsBook sold) {
        this.orders = orders;
        this.changes = changes;
        this.notices = notices;
        this.specterOrders = specterOrders;
        this.sold = sold;
    }

    /** Compares the order. A difference is in the books before this returns. */
    public ChangeFound compare(OrderRef order, WebShop webShop, TenantSetup setup) {
        ChangeBook.Agreed agreed = changes.agreed(order);
        ShopOrder before = agreed.snapshot().map(codec::order).orElse(null);
        Optional<ShopOrder> read;
        try {
            read = webShop.orders().order(order.orderId());
            requireTheSame(order, read, webShop.orders());
            if (before != null && !before.remarks().comments().isEmpty()) {
                read = read.map(now -> now.withComments(webShop.marks().comments(now.orderId())));
            }
        } catch (RemoteFailure failure) {
            if (!Failures.needsPerson(failure)) {
                throw Failures.forRetry(failure);
            }
            return waits(order, null, Failures.causeOf(failure, Cause.STARWEB_REFUSED), failure.told());
        }
        if (read.isEmpty()) {
            return gone(order, agreed);
        }
        ShopSetup shop = setup.shop(order.shop().shop());
        Found found = new Found(order, read.get(), codec.reading(read.get(), shop));
        boolean wasOver = agreed.gone() || (before != null && before.status().cancelled());
        if (found.now().status().cancelled()) {
            sold.gaveBack(order, found.now());
            return wasOver ? asAgreed(found) : cancelled(found);
        }
        OrderDifference difference = before == null ? unknown(found) : difference(found, before, shop, setup.specter());
        return wasOver ? reopened(found, difference) : living(found, difference, before);
    }

    /** The order as the shop shows it now. */
    private record Found(OrderRef order, ShopOrder now, OrderReading reading) {}

    /** Where the shop says too little about the customer, both versions use what was sent for this very order. */
    private OrderDifference difference(Found found, ShopOrder before, ShopSetup shop, SpecterSetup specter) {
        Supplier<Optional<SpecterCustomer>> told = SingletonSupplier.of(
                () -> orders.content().draft(found.order()).map(codec::draft).map(Translation.Draft::customer));
        return OrderDifference.between(
                new OrderDifference.Version(before, translator.told(before, shop, specter, told)),
                new OrderDifference.Version(found.now(), translator.told(found.now(), shop, specter, told)));
    }

    /**
     * Requires the same answer twice. An answer may lack parts of the order (Starweb reference, S-22). So a difference
     * from last time counts only when two answers in a row show it.
     */
    private void requireTheSame(OrderRef order, Optional<ShopOrder> read, ShopOrders listed) {
        Optional<String> hash = read.map(codec::contentHash);
        boolean asLastTime = hash.equals(orders.records().find(order).map(OrderRecord::contentHash));
        if (!asLastTime
                && !listed.order(order.orderId()).map(codec::contentHash).equals(hash)) {
            throw Failures.busy("two answers of the shop in a row show different orders", null);
        }
    }

    private ChangeFound gone(OrderRef order, ChangeBook.Agreed agreed) {
        changes.gone(order);
        if (agreed.gone() || specterState(order).cancelled()) {
            return closed(order);
        }
        return waits(
                order,
                null,
                Cause.CANCELLED_AFTER_TRANSFER,
                Phrase.DELETED_IN_SHOP.with().and(inSpecter(order)));
    }

    private ChangeFound cancelled(Found found) {
        OrderRef order = found.order();
        if (specterState(order).cancelled()) {
            // Most often the order was cancelled in Specter first, and the shop shows our own callback.
            return agree(found);
        }
        return waits(
                order,
                found.reading(),
                Cause.CANCELLED_AFTER_TRANSFER,
                Phrase.CANCELLED_IN_SHOP.with().and(inSpecter(order)));
    }

    private ChangeFound reopened(Found found, OrderDifference difference) {
        Detail detail =
                Phrase.REOPENED_IN_SHOP.with().and(inSpecter(found.order())).and(difference.text());
        return waits(found.order(), found.reading(), Cause.REOPENED_AFTER_TRANSFER, detail);
    }

    private ChangeFound living(Found found, OrderDifference difference, @Nullable ShopOrder before) {
        if (difference.isNone()) {
            return before == null ? agree(found) : asAgreed(found);
        }
        SpecterOrderState specter = specterState(found.order());
        if (difference.isOfTheCustomerOnly() && (specter.delivered() || specter.cancelled())) {
            return listed(found, difference);
        }
        return waits(found.order(), found.reading(), difference.cause().orElseThrow(), difference.text());
    }

    /**
     * Lists a change that needs no decision. A delivered order needs no other address, and a shop may clean up
     * thousands of orders in a night.
     */
    private ChangeFound listed(Found found, OrderDifference difference) {
        Cause cause = Cause.CUSTOMER_CHANGED_AFTER_DELIVERY;
        List<OrderRef> all = changes.listed(found.order(), found.reading(), cause, difference.text());
        Detail names = Detail.list(all.stream()
                .limit(NAMED)
                .map(order -> Detail.value(order.orderId()))
                .toList());
        Detail named = all.size() > NAMED ? Phrase.AND_MORE.with(names, all.size() - NAMED) : names;
        String tenant = found.order().shop().tenant();
        notices.open(tenant, found.order().shop().shop(), cause, "", named);
        return new ChangeFound(null);
    }

    /**
     * A difference where what was sent is not kept. An order that was entered by hand was entered as the shop shows it.
     */
    private OrderDifference unknown(Found found) {
        Optional<String> sent = orders.records()
                .find(found.order())
                .flatMap(OrderRecord::transferred)
                .map(OrderRecord.Standing.Transferred::sentHash);
        boolean same =
                sent.filter(hash -> !hash.equals(found.reading().contentHash())).isEmpty();
        return same ? OrderDifference.NONE : OrderDifference.unknown(found.now());
    }

    /** What a cancellation comes too late for, in words for people. */
    private Phrase inSpecter(OrderRef order) {
        SpecterOrderState specter = specterState(order);
        if (specter.cancelled()) {
            return Phrase.CANCELLED_IN_SPECTER;
        }
        if (specter.delivered()) {
            return Phrase.DELIVERED_IN_SPECTER;
        }
        if (specter.partDelivered()) {
            return Phrase.PARTLY_DELIVERED_IN_SPECTER;
        }
        return specter.invoiced() ? Phrase.INVOICE_TOLD : Phrase.NO_DELIVERY_TOLD;
    }

    private SpecterOrderState specterState(OrderRef order) {
        return orders.records()
                .find(order)
                .flatMap(OrderRecord::transferred)
                .flatMap(transferred -> specterOrders.told(order.shop().tenant(), transferred.number()))
                .map(SpecterOrderBook.Told::state)
                .orElse(SpecterOrderState.UNKNOWN);
    }

    private ChangeFound waits(OrderRef order, @Nullable OrderReading reading, Cause cause, Detail detail) {
        changes.differs(order, reading, cause, detail);
        return new ChangeFound(cause);
    }

    private ChangeFound asAgreed(Found found) {
        changes.same(found.order(), found.reading());
        return new ChangeFound(null);
    }

    private ChangeFound agree(Found found) {
        changes.agree(found.order(), found.reading());
        return new ChangeFound(null);
    }

    private ChangeFound closed(OrderRef order) {
        orders.unchanged(order);
        return new ChangeFound(null);
    }
}
