package se.brygga.clients.shop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.OrderMarks.OrderState;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.clients.shop.ShopNames.OrderStatus;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;

/**
 * One order of {@link OrdersInMemory}, which mails and captures whenever it is told to, and counts it. A test sets what staff
 * and shopper do, and which answers are lost or late.
 */
public final class OrderInMemory {

    /** What becomes of a write. */
    public enum Write {
        TAKEN,
        /** Taken, and the answer is lost. */
        TAKEN_UNHEARD,
        /** Lost on its way. */
        LOST,
        /** Lost on its way, and with it the process that sent it. */
        CRASH,
        /** Answered, and nothing comes of it. */
        IGNORED,
        REFUSED,
        FORBIDDEN,
        BUSY
    }

    public final List<OrderUpdate> writes = new ArrayList<>();

    /** What the staff says, Brygga for it. */
    public final List<String> said = new ArrayList<>();

    public int mails;
    public int captures;
    public boolean capturesFail;

    /** So many looks show the order as it was before the last write. */
    public int lateLooks;

    public long status;
    public String payment = "reserved";
    public @Nullable String trackingNo;
    public @Nullable Integer tracker;

    private final NamesInMemory names;
    private final Deque<Write> next = new ArrayDeque<>();
    private ShopOrder order;
    private boolean losesComment;
    private @Nullable OrderState before;

    OrderInMemory(NamesInMemory names, ShopOrder order) {
        this.names = names;
        this.order = order;
        this.status = order.status().statusId();
    }

    public OrderInMemory then(Write... writes) {
        next.addAll(List.of(writes));
        return this;
    }

    public OrderInMemory losesTheAnswerToAComment() {
        losesComment = true;
        return this;
    }

    void put(ShopOrder changed) {
        order = changed;
        status = changed.status().statusId();
    }

    /** The order as the shop shows it. */
    ShopOrder shown() {
        if (order.status().statusId() == status) {
            return order;
        }
        OrderStatus now = names.status(status);
        return OrderEdit.of(order, edit -> edit.status = new ShopOrder.Status(status, now.idCode(), now.names()));
    }

    OrderState look() {
        if (lateLooks > 0 && before != null) {
            lateLooks--;
            return before;
        }
        return state();
    }

    private OrderState state() {
        OrderStatus now = names.status(status);
        return new OrderState(status, now.idCode(), now.names(), payment, tracker, trackingNo);
    }

    void write(OrderUpdate update) {
        writes.add(update);
        Write fate = next.isEmpty() ? Write.TAKEN : next.pop();
        switch (fate) {
            case TAKEN -> take(update);
            case TAKEN_UNHEARD -> {
                take(update);
                throw failure(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
            }
            case LOST -> throw failure(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
            case CRASH -> throw new IllegalStateException("killed");
            case IGNORED -> {}
            case REFUSED -> throw failure(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.BAD_REQUEST);
            case FORBIDDEN -> throw failure(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.FORBIDDEN);
            case BUSY -> throw failure(RemoteFailure.Kind.BUSY, RemoteFailure.Why.LIMIT);
        }
    }

    private void take(OrderUpdate update) {
        before = state();
        OrderUpdate.Tracking tracking = update.tracking();
        if (tracking != null) {
            trackingNo = tracking.trackingNo();
            tracker = tracking.trackerType();
        }
        OrderUpdate.StatusChange change = update.status();
        if (change == null) {
            return;
        }
        status = change.statusId();
        mails += change.sendEmail() ? 1 : 0;
        if (change.processPayment() && !capturesFail) {
            captures++;
            payment = status == NamesInMemory.CANCELED ? "released" : "captured";
        }
    }

    /** The shopper's comment comes first. */
    List<OrderComment> comments(String ofTheShopper) {
        Stream<OrderComment> first = order.remarks().hasComments()
                ? Stream.of(new OrderComment(1, ofTheShopper, "customer"))
                : Stream.empty();
        Stream<OrderComment> ours =
                IntStream.range(0, said.size()).mapToObj(i -> new OrderComment(i + 2L, said.get(i), "admin"));
        return Stream.concat(first, ours).toList();
    }

    void say(String text) {
        said.add(text);
        if (losesComment) {
            losesComment = false;
            throw failure(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        }
    }

    private static RemoteFailure failure(RemoteFailure.Kind kind, RemoteFailure.Why why) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, why, "scripted " + why.key());
    }
}
