package se.brygga.simulators.starweb.shop;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.orders.Methods;
import se.brygga.simulators.starweb.orders.OrderTotals;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The orders of one shop, and what shoppers and the shop owner do with them. Guarded by the shop's lock. */
public final class Orders {

    private record ByChange(Instant modifiedAt, long orderId) {}

    /** @param before the order as it was until {@code at}; null if it did not exist */
    private record LastChange(@Nullable ObjectNode before, ObjectNode after, Instant at) {}

    private final SimShop shop;
    private final NavigableMap<Long, ObjectNode> all = new TreeMap<>();
    private final Map<Long, LastChange> lastChanges = new HashMap<>();
    private final TreeSet<ByChange> byChange =
            new TreeSet<>(Comparator.comparing(ByChange::modifiedAt).thenComparingLong(ByChange::orderId));
    private long next;
    private long nextItem = 1;

    Orders(SimShop shop, long firstOrder) {
        this.shop = shop;
        this.next = firstOrder;
    }

    /** Places an order that is not paid yet. */
    public ObjectNode place(OrderKind kind) {
        return place(kind.body(shop.random(), shop.articles(), shop.currency()));
    }

    /** As {@link #place(OrderKind)}, from a body in the form of the control API. */
    public ObjectNode place(JsonNode wish) {
        return place(Baskets.filled(wish, shop), shop.now());
    }

    /** @param at when it was placed, as the shop writes times */
    public ObjectNode place(JsonNode wish, String at) {
        long orderId = next++;
        ObjectNode order = NewOrder.of(wish, orderId, at, shop);
        numberItems(order.path("items"));
        NewOrder.vatFree(order, wish.path("vatFree").asBoolean(false), shop.quirks());
        OrderTotals.compute(order, shop.quirks());
        all.put(orderId, order);
        changed(order, at);
        shop.moves().placed(order);
        return order;
    }

    private void numberItems(JsonNode items) {
        for (JsonNode item : items) {
            ((ObjectNode) item).put("itemId", nextItem++);
            numberItems(item.path("bundledItems"));
        }
    }

    /** An order that the shop owner makes in the admin, or somebody by the API: no payment step follows (O-10). */
    public ObjectNode madeByHand(ObjectNode order) {
        if (shop.quirks().is(StarwebQuirk.MANUAL_COMPLETE, "true")) {
            order.put("isComplete", true);
            shop.moves().completed(order);
            changed(order);
        }
        return order;
    }

    /** The payment step is done. By default this does not raise {@code modifiedAt} (O-9). */
    public ObjectNode pay(long orderId) {
        ObjectNode order = require(orderId);
        order.put("isComplete", true)
                .put(
                        "paymentStatus",
                        Methods.reserves(order.path("paymentMethodId").asLong()) ? "reserved" : "");
        order.put("amountPaid", order.path("amountToPay").decimalValue());
        if (shop.quirks().is(StarwebQuirk.BUMP_ON, "writes-and-completion")) {
            changed(order);
        } else {
            changed(order, order.path("modifiedAt").asString());
        }
        shop.moves().completed(order);
        return order;
    }

    /** The shopper gives up before the payment: the order stays, never complete. */
    public ObjectNode abandon(long orderId) {
        ObjectNode order = require(orderId);
        order.put("paymentStatus", "cancelled");
        changed(order);
        return order;
    }

    /** @param status an idCode, or the name of the custom status */
    public ObjectNode setStatus(long orderId, String status) {
        ObjectNode order = require(orderId);
        moveTo(order, shop.statuses().id(status));
        changed(order);
        return order;
    }

    /** The order gets a status, and stock goes back if it is canceled. */
    public void moveTo(ObjectNode order, long statusId) {
        order.put("statusId", statusId);
        if ("canceled".equals(shop.statuses().idCode(statusId))) {
            shop.moves().canceled(order);
        }
    }

    /** How the shop owner, or another integration, changes the rows of an order. */
    public enum Edit {
        QUANTITY,
        ADD,
        REMOVE
    }

    /** Changes the first row, adds a row or removes the last one. */
    public ObjectNode edit(long orderId, Edit edit) {
        ObjectNode order = require(orderId);
        ArrayNode rows = (ArrayNode) order.path("items");
        switch (edit) {
            case QUANTITY -> {
                ObjectNode row = (ObjectNode) rows.get(0);
                row.put("quantity", row.path("quantity").asInt() + 1);
            }
            case ADD -> {
                ObjectNode row = rows.get(0).deepCopy().asObject();
                row.put("itemId", nextItem++);
                rows.add(row);
            }
            case REMOVE -> rows.remove(rows.size() - 1);
        }
        OrderTotals.compute(order, shop.quirks());
        changed(order);
        return order;
    }

    public void delete(long orderId) {
        byChange.remove(key(require(orderId)));
        all.remove(orderId);
        lastChanges.remove(orderId);
    }

    public ObjectNode require(long orderId) {
        ObjectNode order = all.get(orderId);
        if (order == null) {
            throw ApiError.notFound();
        }
        return order;
    }

    /** Moves the order to the front of the list by change. */
    public void changed(ObjectNode order) {
        changed(order, shop.now());
    }

    /** A part of the order has been written; whether that raises the order's {@code modifiedAt}, the shop decides (O-9). */
    public void partChanged(ObjectNode order) {
        boolean raises = !shop.quirks().is(StarwebQuirk.BUMP_ON, "the-order-itself");
        changed(order, raises ? shop.now() : order.path("modifiedAt").asString());
    }

    /** Adds up the order's rows again. */
    public void rowsChanged(ObjectNode order) {
        OrderTotals.compute(order, shop.quirks());
    }

    /** A number for a new row, unique in the shop. */
    public long nextItemId() {
        return nextItem++;
    }

    /** The time as the shop writes it. */
    public String now() {
        return shop.now();
    }

    public Quirks quirks() {
        return shop.quirks();
    }

    private void changed(ObjectNode order, String at) {
        if (order.has("modifiedAt")) {
            byChange.remove(key(order));
        }
        order.put("modifiedAt", at);
        byChange.add(key(order));
        long orderId = order.path("orderId").asLong();
        LastChange last = lastChanges.get(orderId);
        lastChanges.put(
                orderId,
                new LastChange(
                        last == null ? null : last.after(),
                        order.deepCopy(),
                        shop.clock().instant()));
    }

    /** The order as a read shows it now: late, if the shop has a read lag. Empty while nothing shows. */
    public Optional<ObjectNode> visible(ObjectNode order) {
        int lagSeconds = shop.quirks().number(StarwebQuirk.READ_LAG);
        LastChange last = lastChanges.get(order.path("orderId").asLong());
        if (last == null || !shop.clock().instant().isBefore(last.at().plusSeconds(lagSeconds))) {
            return Optional.of(order);
        }
        return Optional.ofNullable(last.before());
    }

    private static ByChange key(ObjectNode order) {
        return new ByChange(
                OffsetDateTime.parse(order.path("modifiedAt").asString()).toInstant(),
                order.path("orderId").asLong());
    }

    /** Orders in the order of a list; a copy. */
    public List<ObjectNode> sorted(boolean byModified, boolean descending) {
        if (byModified) {
            List<ObjectNode> list = new ArrayList<>();
            (descending ? byChange.descendingSet() : byChange).forEach(key -> list.add(require(key.orderId())));
            return list;
        }
        return new ArrayList<>((descending ? all.descendingMap() : all).values());
    }
}
