package se.brygga.clients.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.order.OrderComment;
import se.brygga.clients.shop.order.OrderPage;
import se.brygga.clients.shop.order.OrderState;
import se.brygga.clients.shop.order.OrderUpdate;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.Item;
import se.brygga.clients.shop.order.ShopOrder.Status;

/** The orders of {@link ShopInMemory}. Its clock stands still until somebody moves it. */
public final class OrdersInMemory implements ShopOrders, OrderMarks {

    static final int PAGE = 5;

    /** One order with what is not part of it. */
    private static final class Kept {
        ShopOrder order;

        @Nullable
        String trackingNo;

        @Nullable
        Integer carrier;

        String payment = "reserved";
        int told;
        final List<OrderComment> comments = new ArrayList<>();
        final Map<String, String> services = new HashMap<>();

        Kept(ShopOrder order) {
            this.order = order;
        }
    }

    private final TreeMap<Long, Kept> orders = new TreeMap<>();
    private long next = 10_025;
    private Instant now = Instant.parse("2026-11-02T10:00:00Z");

    Instant now() {
        return now;
    }

    void later() {
        now = now.plusSeconds(5);
    }

    long place() {
        long id = next++;
        orders.put(id, new Kept(OrderOfMugs.placed(id, now, status(1))));
        return id;
    }

    ShopOrder pay(long orderId) {
        return change(orderId, order -> edited(order, true, order.status(), order.items()));
    }

    void edit(long orderId) {
        change(
                orderId,
                order -> edited(
                        order,
                        order.complete(),
                        order.status(),
                        Stream.concat(order.items().stream(), Stream.of(OrderOfMugs.item(2)))
                                .toList()));
    }

    void delete(long orderId) {
        orders.remove(orderId);
    }

    void mark(long orderId, String externalId, String type) {
        change(orderId, order -> marked(order, externalId, type));
    }

    int told(long orderId) {
        return kept(orderId).told;
    }

    private ShopOrder change(long orderId, UnaryOperator<ShopOrder> change) {
        Kept kept = kept(orderId);
        kept.order = change.apply(kept.order);
        return kept.order;
    }

    private Kept kept(long orderId) {
        return Objects.requireNonNull(orders.get(orderId), () -> "no order " + orderId);
    }

    @Override
    public Optional<ShopOrder> order(long orderId) {
        return Optional.ofNullable(orders.get(orderId)).map(kept -> kept.order);
    }

    @Override
    public OrderPage ordersByLatestChange(int page) {
        Comparator<ShopOrder> oldest = Comparator.<ShopOrder, Instant>comparing(
                        order -> Objects.requireNonNull(order.modifiedAt()))
                .thenComparingLong(ShopOrder::orderId);
        return page(listed(order -> true).sorted(oldest.reversed()).toList(), page);
    }

    @Override
    public OrderPage newestOrders() {
        List<ShopOrder> all = listed(order -> true).toList().reversed();
        return new OrderPage(all.stream().limit(100).toList(), true, all.size());
    }

    @Override
    public OrderPage ordersCreatedAfter(Instant createdAfter, int page) {
        return page(listed(order -> order.createdAt().isAfter(createdAfter)).toList(), page);
    }

    @Override
    public OrderPage ordersCreatedBetween(Instant createdAfter, Instant createdBefore, int page) {
        return page(
                listed(order -> order.createdAt().isAfter(createdAfter)
                                && order.createdAt().isBefore(createdBefore))
                        .toList(),
                page);
    }

    private Stream<ShopOrder> listed(Predicate<ShopOrder> which) {
        return orders.values().stream()
                .map(kept -> kept.order)
                .filter(ShopOrder::complete)
                .filter(which);
    }

    private static OrderPage page(List<ShopOrder> all, int page) {
        List<ShopOrder> rows = all.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
        return new OrderPage(rows, (long) page * PAGE >= all.size(), all.size());
    }

    @Override
    public void linkOrder(long orderId, String externalId) {
        mark(orderId, externalId, "Brygga");
    }

    @Override
    public void putExternalService(long orderId, String serviceName, String value) {
        kept(orderId).services.put(serviceName, value);
    }

    @Override
    public Optional<OrderState> orderState(long orderId) {
        return Optional.ofNullable(orders.get(orderId))
                .map(kept -> new OrderState(
                        kept.order.status().statusId(),
                        kept.order.status().idCode(),
                        kept.order.status().names(),
                        kept.payment,
                        kept.carrier,
                        kept.trackingNo));
    }

    @Override
    public void changeOrder(long orderId, OrderUpdate update) {
        Kept kept = kept(orderId);
        OrderUpdate.Tracking tracking = update.tracking();
        if (tracking != null) {
            kept.carrier = tracking.trackerType();
            kept.trackingNo = tracking.trackingNo();
        }
        OrderUpdate.StatusChange change = update.status();
        if (change != null) {
            kept.order = edited(kept.order, true, status(change.statusId()), kept.order.items());
            kept.told += change.sendEmail() ? 1 : 0;
            if (change.processPayment()) {
                kept.told++;
                kept.payment = "captured";
            }
        }
    }

    @Override
    public List<OrderComment> comments(long orderId) {
        return List.copyOf(kept(orderId).comments);
    }

    @Override
    public void addComment(long orderId, String text) {
        List<OrderComment> comments = kept(orderId).comments;
        comments.add(new OrderComment(comments.size() + 1L, text, "admin"));
    }

    private static Status status(long statusId) {
        return ShopInMemory.STATUSES.stream()
                .filter(status -> status.statusId() == statusId)
                .map(status -> new Status(statusId, status.idCode(), status.names()))
                .findFirst()
                .orElseThrow();
    }

    private ShopOrder edited(ShopOrder o, boolean complete, Status status, List<Item> items) {
        BigDecimal toPay = new BigDecimal("125.00").multiply(BigDecimal.valueOf(items.size()));
        return OrderOfMugs.copy(o, now, complete, status, toPay, o.externalId(), o.externalIdType(), items);
    }

    private ShopOrder marked(ShopOrder o, String externalId, String type) {
        return OrderOfMugs.copy(o, now, o.complete(), o.status(), o.amountToPay(), externalId, type, o.items());
    }
}
