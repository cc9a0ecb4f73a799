package se.brygga.clients.shop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.OrderMarks.OrderState;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.clients.shop.ShopNames.OrderStatus;
import se.brygga.clients.shop.order.OrderPage;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;

/** The orders of {@link ShopInMemory}, in pages over rows that move. Its clock stands still until somebody moves it. */
public final class OrdersInMemory implements ShopOrders, OrderMarks {

    /** How many orders a page holds. */
    public int pageSize = 100;

    /** Whether the lists say how many orders there are. */
    public boolean tellsTotals = true;

    /** Orders that were never changed have no time of change, and come before all others then. */
    public boolean showsUnchangedFirst;

    /** The one comment of orders that the shopper has commented. */
    public String comment = "Ring på hos grannen";

    /** The {@code createdAfter} of each list by creation. */
    public final List<Instant> askedCreatedAfter = new ArrayList<>();

    private final Script script;
    private final NamesInMemory names;
    private final Set<Long> garbled = new HashSet<>();
    private final TreeMap<Long, OrderInMemory> orders = new TreeMap<>();
    private long next = 10_025;
    private Instant now = Instant.parse("2026-11-02T10:00:00Z");

    OrdersInMemory(Script script, NamesInMemory names) {
        this.script = script;
        this.names = names;
    }

    Instant now() {
        return now;
    }

    void later() {
        now = now.plusSeconds(5);
    }

    /** The shop has this order from now on, or the order is so now. */
    public OrderInMemory put(ShopOrder order) {
        OrderInMemory kept = orders.computeIfAbsent(order.orderId(), id -> new OrderInMemory(names, order));
        kept.put(order);
        return kept;
    }

    public void delete(long orderId) {
        orders.remove(orderId);
    }

    /** The order is in the lists, but lacks what no order can lack. */
    public void garble(long orderId) {
        garbled.add(orderId);
    }

    /** The order is again as every order is. */
    public void heal(long orderId) {
        garbled.remove(orderId);
    }

    long place() {
        OrderStatus created = names.status(NamesInMemory.CREATED);
        put(OrderOfMugs.placed(next, now, new ShopOrder.Status(created.statusId(), created.idCode(), created.names())));
        return next++;
    }

    /** A shopper buys one mug of 100 kr and pays it. */
    public ShopOrder placeAndPay() {
        return changed(place(), edit -> edit.complete = true);
    }

    void edit(long orderId) {
        changed(orderId, edit -> {
            edit.items = Stream.concat(edit.items.stream(), Stream.of(OrderOfMugs.item(2)))
                    .toList();
            edit.amountToPay = edit.amountToPay.add(OrderOfMugs.TOTAL);
        });
    }

    void mark(long orderId, String externalId, String type) {
        changed(orderId, edit -> {
            edit.externalId = externalId;
            edit.externalIdType = type;
        });
    }

    private ShopOrder changed(long orderId, Consumer<OrderEdit> change) {
        ShopOrder changed = OrderEdit.of(kept(orderId).shown(), edit -> {
            edit.modifiedAt = now;
            change.accept(edit);
        });
        put(changed);
        return changed;
    }

    /** An order that the shop has. */
    OrderInMemory kept(long orderId) {
        return Objects.requireNonNull(orders.get(orderId), () -> "no order " + orderId);
    }

    @Override
    public Optional<ShopOrder> order(long orderId) {
        script.play("order " + orderId);
        return Optional.ofNullable(orders.get(orderId)).map(OrderInMemory::shown);
    }

    @Override
    public OrderPage ordersByLatestChange(int page) {
        script.play("changes " + page);
        Comparator<ShopOrder> latest = Comparator.comparing(OrdersInMemory::changedAt)
                .thenComparingLong(ShopOrder::orderId)
                .reversed();
        return page(
                listed(order -> true)
                        .sorted(
                                showsUnchangedFirst
                                        ? Comparator.<ShopOrder, Boolean>comparing(order -> order.modifiedAt() != null)
                                                .thenComparing(latest)
                                        : latest)
                        .toList(),
                page);
    }

    private static Instant changedAt(ShopOrder order) {
        return Objects.requireNonNullElse(order.modifiedAt(), order.createdAt());
    }

    @Override
    public OrderPage newestOrders() {
        script.play("newest");
        List<ShopOrder> all = listed(order -> true).toList().reversed();
        return page(all.stream().limit(100).toList(), all.size(), true);
    }

    @Override
    public OrderPage ordersCreatedAfter(Instant createdAfter, int page) {
        askedCreatedAfter.add(createdAfter);
        script.play("created " + page);
        return page(listed(order -> order.createdAt().isAfter(createdAfter)).toList(), page);
    }

    @Override
    public OrderPage ordersCreatedBetween(Instant createdAfter, Instant createdBefore, int page) {
        script.play("between " + page);
        return page(
                listed(order -> order.createdAt().isAfter(createdAfter)
                                && order.createdAt().isBefore(createdBefore))
                        .toList(),
                page);
    }

    private Stream<ShopOrder> listed(Predicate<ShopOrder> which) {
        return orders.values().stream()
                .map(OrderInMemory::shown)
                .filter(ShopOrder::complete)
                .filter(which);
    }

    private OrderPage page(List<ShopOrder> all, int page) {
        List<ShopOrder> rows =
                all.stream().skip((page - 1L) * pageSize).limit(pageSize).toList();
        return page(rows, all.size(), tellsTotals ? (long) page * pageSize >= all.size() : rows.size() < pageSize);
    }

    private OrderPage page(List<ShopOrder> rows, int total, boolean last) {
        @Nullable Integer told = tellsTotals ? (Integer) total : null;
        return new OrderPage(
                rows.stream()
                        .filter(order -> !garbled.contains(order.orderId()))
                        .toList(),
                last,
                told,
                rows.stream().map(ShopOrder::orderId).filter(garbled::contains).toList());
    }

    @Override
    public void linkOrder(long orderId, String externalId) {
        script.play("link " + orderId + "=" + externalId);
        mark(orderId, externalId, "Brygga");
    }

    @Override
    public void putExternalService(long orderId, String serviceName, String value) {
        script.play("service " + orderId + " " + serviceName + "=" + value);
    }

    @Override
    public Optional<OrderState> orderState(long orderId) {
        script.play("state " + orderId);
        return Optional.ofNullable(orders.get(orderId)).map(OrderInMemory::look);
    }

    @Override
    public void changeOrder(long orderId, OrderUpdate update) {
        script.play("change " + orderId);
        kept(orderId).write(update);
    }

    @Override
    public List<OrderComment> comments(long orderId) {
        script.play("comments " + orderId);
        return kept(orderId).comments(comment);
    }

    @Override
    public void addComment(long orderId, String text) {
        script.play("comment " + orderId);
        kept(orderId).say(text);
    }
}
