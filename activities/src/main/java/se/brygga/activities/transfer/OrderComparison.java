package se.brygga.activities.transfer;

import io.temporal.activity.Activity;
import java.util.Optional;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.starweb.StarwebClient;
import se.brygga.activities.starweb.StarwebOrder;
import se.brygga.activities.store.OrderBook;
import se.brygga.activities.store.OrderReading;
import se.brygga.activities.store.OrderRecord;
import se.brygga.activities.store.feed.SpecterOrderBook;
import se.brygga.workflows.Money;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.transfer.ChangeFound;

/** An order that is in Specter, as the shop has it now, beside what was sent. */
final class OrderComparison {

    private static final String CANCELED = "canceled";

    private final OrderBook orders;
    private final SpecterOrderBook specterOrders;
    private final SoldGoods sold;
    private final OrderCodec codec;

    OrderComparison(OrderBook orders, SpecterOrderBook specterOrders, SoldGoods sold, OrderCodec codec) {
        this.orders = orders;
        this.specterOrders = specterOrders;
        this.sold = sold;
        this.codec = codec;
    }

    /** What has become of the order; a difference is in the books before it is told. */
    ChangeFound compare(OrderRef order, StarwebClient client, ShopSetup shop) {
        Optional<String> sent = orders.find(order).map(OrderRecord::sentHash);
        Optional<StarwebOrder> read;
        boolean differs;
        try {
            read = client.order(order.orderId());
            differs = read.filter(now -> differs(sent, now)).isPresent();
            if (differs) {
                requireTheSame(read.get(), client.order(order.orderId()));
            }
        } catch (RemoteFailure failure) {
            if (!Failures.needsPerson(failure)) {
                throw Failures.forRetry(failure);
            }
            return changed(order, Failures.causeOf(failure, Cause.STARWEB_REFUSED), failure.getMessage());
        }
        orders.compared(order);
        if (read.isEmpty()) {
            return changed(order, Cause.CANCELLED_AFTER_TRANSFER, "the order was deleted in the shop");
        }
        return compare(order, read.get(), codec.reading(read.get(), shop), differs);
    }

    private ChangeFound compare(OrderRef order, StarwebOrder read, OrderReading reading, boolean differs) {
        orders.seenAfterTransfer(order, reading);
        boolean cancelled = CANCELED.equals(read.status().idCode());
        if (cancelled) {
            sold.gaveBack(order, read);
        }
        // Most often it was cancelled in Specter first, and what the shop shows is our own callback.
        if (cancelled && !specterOrders.isCancelled(order)) {
            return changed(order, Cause.CANCELLED_AFTER_TRANSFER, "the order was cancelled in the shop");
        }
        if (!cancelled && differs) {
            Money now = new Money(read.amountToPay(), read.currency());
            return changed(order, Cause.CHANGED_AFTER_TRANSFER, "the shop's order is now of " + now);
        }
        orders.unchanged(workflowId());
        return new ChangeFound(null);
    }

    private boolean differs(Optional<String> sent, StarwebOrder now) {
        return sent.filter(hash -> !hash.equals(codec.contentHash(now))).isPresent();
    }

    /** An answer may lack parts of the order (Starweb reference, S-22): a person is told what two answers in a row show. */
    private void requireTheSame(StarwebOrder read, Optional<StarwebOrder> again) {
        if (again.filter(now -> codec.contentHash(now).equals(codec.contentHash(read)))
                .isEmpty()) {
            throw Failures.busy("two answers of the shop in a row show different orders", null);
        }
    }

    private ChangeFound changed(OrderRef order, Cause cause, String detail) {
        orders.held(order, workflowId(), null, cause, detail);
        return new ChangeFound(cause);
    }

    private static String workflowId() {
        return Activity.getExecutionContext().getInfo().getWorkflowId();
    }
}
