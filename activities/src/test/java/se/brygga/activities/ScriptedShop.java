package se.brygga.activities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.OrderMarks;
import se.brygga.clients.shop.ShopOrders;
import se.brygga.clients.shop.order.OrderComment;
import se.brygga.clients.shop.order.OrderPage;
import se.brygga.clients.shop.order.OrderState;
import se.brygga.clients.shop.order.OrderUpdate;
import se.brygga.clients.shop.order.ShopOrder;

/**
 * A shop in memory that keeps its list as Starweb does, pages of a hundred over rows that move, and does what a test wants
 * just before it answers.
 */
public final class ScriptedShop implements ShopOrders, OrderMarks {

    private static final int PAGE = 100;

    /** The lists and writes that were asked for: {@code changes 1}, {@code created 2}, {@code link 10025=5001}. */
    public final List<String> asked = new ArrayList<>();

    /** The {@code createdAfter} of each list by creation. */
    public final List<Instant> askedCreatedAfter = new ArrayList<>();

    private final Map<Long, SampleOrder> orders = new TreeMap<>();
    private final Set<Long> unreadable = new TreeSet<>();
    private final Map<String, Runnable> before = new HashMap<>();
    private boolean silentOnTotals;
    private boolean unchangedFirst;
    private String comment = "Ring på hos grannen";

    public void put(SampleOrder order) {
        orders.put(order.id(), order);
    }

    public void delete(long orderId) {
        orders.remove(orderId);
    }

    /** The order is in the lists, but lacks what no order can lack. */
    public void garble(long orderId) {
        unreadable.add(orderId);
    }

    /** The order is again as every order is. */
    public void heal(long orderId) {
        unreadable.remove(orderId);
    }

    /** The lists come without {@code meta}. */
    public void tellNoTotals() {
        silentOnTotals = true;
    }

    /** Orders that were never changed have no time of change, and come before all others. */
    public void showUnchangedFirst() {
        unchangedFirst = true;
    }

    /** The one comment of orders that have one reads otherwise now. */
    public void comment(String text) {
        comment = text;
    }

    /** Once, just before this is answered; {@code what} as in {@link #asked}. */
    public void before(String what, Runnable action) {
        before.put(what, action);
    }

    public void failAt(String what, RemoteFailure failure) {
        before(what, () -> {
            throw failure;
        });
    }

    private void play(String what) {
        asked.add(what);
        Runnable action = before.remove(what);
        if (action != null) {
            action.run();
        }
    }

    @Override
    public OrderPage ordersByLatestChange(int page) {
        play("changes " + page);
        Comparator<SampleOrder> oldestChange = Comparator.<SampleOrder, Instant>comparing(order -> order.modified())
                .thenComparingLong(SampleOrder::id);
        Comparator<SampleOrder> latestChange = oldestChange.reversed();
        return page(
                orders.values().stream()
                        .sorted(
                                unchangedFirst
                                        ? Comparator.<SampleOrder, Boolean>comparing(
                                                        order -> order.build().modifiedAt() != null)
                                                .thenComparing(latestChange)
                                        : latestChange)
                        .toList(),
                page);
    }

    @Override
    public OrderPage newestOrders() {
        play("newest");
        return page(List.copyOf(new TreeMap<>(orders).descendingMap().values()), 1);
    }

    @Override
    public OrderPage ordersCreatedAfter(Instant createdAfter, int page) {
        askedCreatedAfter.add(createdAfter);
        play("created " + page);
        return page(
                orders.values().stream()
                        .filter(order -> order.created().isAfter(createdAfter))
                        .toList(),
                page);
    }

    @Override
    public OrderPage ordersCreatedBetween(Instant createdAfter, Instant createdBefore, int page) {
        play("between " + page);
        return page(
                orders.values().stream()
                        .filter(order -> order.complete()
                                && order.created().isAfter(createdAfter)
                                && order.created().isBefore(createdBefore))
                        .toList(),
                page);
    }

    private OrderPage page(List<SampleOrder> all, int page) {
        int from = Math.min((page - 1) * PAGE, all.size());
        List<SampleOrder> rows = all.subList(from, Math.min(from + PAGE, all.size()));
        List<ShopOrder> readable = rows.stream()
                .filter(order -> !unreadable.contains(order.id()))
                .map(SampleOrder::build)
                .toList();
        boolean last = silentOnTotals ? rows.size() < PAGE : page * PAGE >= all.size();
        @Nullable Integer total = silentOnTotals ? null : (Integer) all.size();
        return new OrderPage(
                readable,
                last,
                total,
                rows.stream().map(SampleOrder::id).filter(unreadable::contains).toList());
    }

    @Override
    public Optional<ShopOrder> order(long orderId) {
        play("order " + orderId);
        return Optional.ofNullable(orders.get(orderId)).map(SampleOrder::build);
    }

    @Override
    public void linkOrder(long orderId, String externalId) {
        play("link " + orderId + "=" + externalId);
    }

    @Override
    public void putExternalService(long orderId, String serviceName, String value) {
        play("service " + orderId + " " + serviceName + "=" + value);
    }

    @Override
    public Optional<OrderState> orderState(long orderId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeOrder(long orderId, OrderUpdate update) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<OrderComment> comments(long orderId) {
        play("comments " + orderId);
        return List.of(new OrderComment(1, comment, "customer"));
    }

    @Override
    public void addComment(long orderId, String text) {
        throw new UnsupportedOperationException();
    }
}
