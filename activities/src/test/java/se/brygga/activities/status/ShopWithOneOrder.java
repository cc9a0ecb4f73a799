package se.brygga.activities.status;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.OrderMarks;
import se.brygga.clients.shop.ShopNames;
import se.brygga.clients.shop.order.OrderComment;
import se.brygga.clients.shop.order.OrderState;
import se.brygga.clients.shop.order.OrderUpdate;

/** A shop in memory that mails and captures whenever it is told to, and counts it. Its answers can be lost or late. */
final class ShopWithOneOrder implements OrderMarks, ShopNames {

    static final long CREATED = 11;
    static final long PICKING = 12;
    static final long COMPLETED = 13;
    static final long CANCELED = 14;
    static final long PACKED = 90;

    private static final List<OrderStatus> STATUSES = List.of(
            new OrderStatus(CREATED, "created", List.of("Mottagen")),
            new OrderStatus(PICKING, "picking", List.of("Plockas")),
            new OrderStatus(COMPLETED, "completed", List.of("Skickad")),
            new OrderStatus(CANCELED, "canceled", List.of("Makulerad")),
            new OrderStatus(PACKED, null, List.of("Packad")));

    /** What becomes of a write. */
    enum Write {
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

    final List<OrderUpdate> writes = new ArrayList<>();
    final List<String> said = new ArrayList<>();
    int mails;
    int captures;
    boolean capturesFail;
    boolean deleted;

    /** So many looks show the order as it was before the last write. */
    int lateLooks;

    long status = CREATED;
    String payment = "reserved";

    @Nullable
    String trackingNo;

    @Nullable
    Integer tracker;

    private final Deque<Write> next = new ArrayDeque<>();
    private final Deque<RemoteFailure.Kind> nextComments = new ArrayDeque<>();
    private @Nullable OrderState before;

    ShopWithOneOrder then(Write... writes) {
        next.addAll(List.of(writes));
        return this;
    }

    ShopWithOneOrder losesTheAnswerToAComment() {
        nextComments.add(RemoteFailure.Kind.OUTCOME_UNKNOWN);
        return this;
    }

    @Override
    public Optional<OrderState> orderState(long orderId) {
        if (deleted) {
            return Optional.empty();
        }
        if (lateLooks > 0 && before != null) {
            lateLooks--;
            return Optional.of(before);
        }
        return Optional.of(state());
    }

    private OrderState state() {
        OrderStatus now = STATUSES.stream()
                .filter(s -> s.statusId() == status)
                .findFirst()
                .orElseThrow();
        return new OrderState(status, now.idCode(), now.names(), payment, tracker, trackingNo);
    }

    @Override
    public void changeOrder(long orderId, OrderUpdate update) {
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
            payment = status == CANCELED ? "released" : "captured";
        }
    }

    static RemoteFailure failure(RemoteFailure.Kind kind, RemoteFailure.Why why) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, why, "scripted " + why.key());
    }

    @Override
    public List<OrderComment> comments(long orderId) {
        return said.stream().map(text -> new OrderComment(1, text, "admin")).toList();
    }

    @Override
    public void addComment(long orderId, String text) {
        said.add(text);
        RemoteFailure.Kind kind = nextComments.poll();
        if (kind != null) {
            throw failure(kind, RemoteFailure.Why.CONNECTION_LOST);
        }
    }

    @Override
    public List<TrackingType> trackingTypes() {
        return List.of(new TrackingType(1, "PostNord"), new TrackingType(2, "DHL"));
    }

    @Override
    public List<OrderStatus> orderStatuses() {
        return STATUSES;
    }

    @Override
    public Shop shop() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void linkOrder(long orderId, String externalId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putExternalService(long orderId, String serviceName, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Method> paymentMethods() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Method> shippingMethods() {
        throw new UnsupportedOperationException();
    }
}
