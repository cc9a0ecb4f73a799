package se.brygga.activities.stock;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.setup.StockSetup;

/**
 * One article in Specter, in our books and in a tenant's shops. The rules are those of the real thing: {@link StockLevels} itself;
 * StockBook.sold, release and shopChangedStock; the order of the steps in StockFollower and StockPush. Time is the number of the step.
 *
 * <p>For each shop it keeps what the shop has not heard of: everything that has made the free stock less and was not yet in our
 * books when what the shop shows was decided, other than what the shop has taken off its own shelf.
 */
final class SalesModel {

    private static final String SKU = "A";

    /** Something that made less free: a removal in Specter, or an order. */
    private static final class Event {
        final int quantity;
        final int at;
        /** Null: a removal. */
        final @Nullable Order order;

        /** The shop has put goods back on its shelf: whatever is decided afterwards overwrites it. */
        final boolean givenBack;

        Event(int quantity, int at, @Nullable Order order, boolean givenBack) {
            this.quantity = quantity;
            this.at = at;
            this.order = order;
            this.givenBack = givenBack;
        }
    }

    /** A web order that a shop has accepted. */
    private static final class Order {
        final Shop shop;
        final int quantity;
        boolean known;
        boolean released;
        boolean cancelled;
        int bookedAt = Integer.MAX_VALUE;

        Order(Shop shop, int quantity) {
            this.shop = shop;
            this.quantity = quantity;
        }

        boolean booked() {
            return bookedAt < Integer.MAX_VALUE;
        }

        /** As in the books: one that is in Specter counts until it is released, whatever the shop says of it. */
        boolean counts() {
            return known && !released && (booked() || !cancelled);
        }
    }

    /** What a push has found, before it writes. */
    private record Decision(int wanted, int changed, Set<Event> unheard, int at) {}

    /** A shop, and what our books say of it. */
    static final class Shop {
        int shows;
        private int sent;
        private int changed;
        private int changedByShopThen;
        private Set<Event> unheard = new HashSet<>();
        private boolean looked;
        private @Nullable Decision decision;

        /** The most that it may show; what it has changed itself counts in full, since no shop is told of less than nothing. */
        int mayShow(int free) {
            return Math.max(0, free + unheard(false)) + unheard(true);
        }

        private int unheard(boolean own) {
            return unheard.stream()
                    .filter(event -> own == (event.order != null && event.order.shop == this))
                    .mapToInt(event -> event.quantity)
                    .sum();
        }
    }

    final List<Shop> shops = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final StockSetup setup;
    private int now;

    /** Specter's shelf, and what of it booked orders have reserved. */
    private int onHand;

    private int reserved;

    /** What the open batch holds, and since when; a lost answer leaves it open, and a replay holds the same. */
    private @Nullable Integer batch;

    private int batchAt;
    private int pullBegan;
    private boolean fresh;

    /** Our books. */
    private int available;

    private int availableAt;

    SalesModel(int shopCount, int onHand, StockSetup setup) {
        this.setup = setup;
        this.onHand = onHand;
        this.available = onHand;
        for (int i = 0; i < shopCount; i++) {
            Shop shop = new Shop();
            shop.sent = wanted();
            shop.shows = shop.sent;
            shops.add(shop);
        }
    }

    /** What is left in truth: on the shelf and promised to nobody. */
    int free() {
        return onHand
                - reserved
                - orders.stream()
                        .filter(order -> !order.booked() && !order.cancelled)
                        .mapToInt(order -> order.quantity)
                        .sum();
    }

    int wanted() {
        int unbooked = orders.stream()
                .filter(Order::counts)
                .mapToInt(order -> order.quantity)
                .sum();
        StockBook.Levels levels = new StockBook.Levels(
                Map.of(SKU, List.of(new StockBook.Site("1", BigDecimal.valueOf(available), Instant.EPOCH))),
                Map.of(SKU, BigDecimal.valueOf(unbooked)),
                Map.of(),
                Set.of());
        BigDecimal wanted = new StockLevels(setup, levels).wanted(SKU, null);
        return wanted == null ? 0 : wanted.intValueExact();
    }

    /** A shopper wants so many; the shop refuses what it does not show, and takes the others off its own shelf. */
    void order(Shop shop, int quantity) {
        now++;
        if (quantity <= shop.shows) {
            shop.shows -= quantity;
            Order order = new Order(shop, quantity);
            orders.add(order);
            unheardOf(new Event(quantity, now, order, false), shop);
        }
    }

    /** Somebody cancels an order in the shop, which puts the goods back on its own shelf. */
    void cancel(int which) {
        now++;
        List<Order> open = orders.stream().filter(order -> !order.cancelled).toList();
        if (!open.isEmpty()) {
            Order order = open.get(which % open.size());
            order.cancelled = true;
            order.shop.shows += order.quantity;
            order.shop.changed += order.quantity;
            if (!order.booked()) {
                events.removeIf(event -> event.order == order);
                shops.stream()
                        .filter(shop -> shop != order.shop)
                        .forEach(shop -> shop.unheard.removeIf(event -> event.order == order));
            }
            Event event = new Event(order.quantity, now, order, true);
            events.add(event);
            order.shop.unheard.add(event);
        }
    }

    /** Intake reads the shop's orders. */
    void look(Shop shop) {
        now++;
        for (Order order : orders) {
            if (order.shop == shop && !order.known && !order.booked() && !order.cancelled) {
                order.known = true;
                shop.changed += order.quantity;
            }
        }
    }

    /** A transfer books the oldest order that is known. */
    void book() {
        now++;
        orders.stream()
                .filter(order -> order.known && !order.booked() && !order.cancelled)
                .findFirst()
                .ifPresent(order -> {
                    order.bookedAt = now;
                    reserved += order.quantity;
                });
    }

    /** Goods of a booked order leave the house: as many fewer on the shelf as reserved. */
    void deliver(int quantity) {
        now++;
        int delivered = Math.min(quantity, Math.min(reserved, onHand));
        onHand -= delivered;
        reserved -= delivered;
    }

    void add(int quantity) {
        now++;
        onHand += quantity;
    }

    /** Specter sells elsewhere, or somebody counts: never what is reserved. */
    void remove(int quantity) {
        now++;
        int removed = Math.max(0, Math.min(quantity, onHand - reserved));
        onHand -= removed;
        if (removed > 0) {
            unheardOf(new Event(removed, now, null, false), null);
        }
    }

    private void unheardOf(Event event, @Nullable Shop but) {
        events.add(event);
        for (Shop shop : shops) {
            if (shop != but) {
                shop.unheard.add(event);
            }
        }
    }

    /** A pull: of a new batch, or of the one that is open already, which holds what was true then. */
    void pull(boolean answerIsLost) {
        now++;
        fresh = batch == null;
        if (fresh) {
            pullBegan = now;
            batchAt = now;
            batch = onHand - reserved;
        }
        if (answerIsLost) {
            fresh = false;
        }
    }

    /** Stores what was pulled and acknowledges; what was booked before a batch that was begun by this poll counts no more. */
    void store() {
        now++;
        if (batch == null) {
            return;
        }
        available = batch;
        availableAt = batchAt;
        batch = null;
        if (fresh) {
            orders.stream().filter(order -> order.bookedAt < pullBegan).forEach(order -> order.released = true);
        }
    }

    /** The three steps of a push. */
    void lookToPush(Shop shop) {
        look(shop);
        shop.looked = true;
    }

    void decide(Shop shop) {
        now++;
        if (!shop.looked) {
            return;
        }
        shop.looked = false;
        Set<Event> unheard = new HashSet<>();
        for (Event event : events) {
            if (!inOurBooks(event)) {
                if (event.order != null && event.order.known) {
                    throw new AssertionError(
                            "an order that we know of is neither counted nor in the stock that we know");
                }
                unheard.add(event);
            }
        }
        shop.decision = new Decision(wanted(), shop.changed, unheard, now);
    }

    void write(Shop shop) {
        now++;
        Decision decision = shop.decision;
        shop.decision = null;
        if (decision == null) {
            return;
        }
        Set<Event> unheard = new HashSet<>(decision.unheard());
        events.stream().filter(event -> event.at > decision.at()).forEach(unheard::add);
        if (decision.wanted() == shop.sent && decision.changed() == shop.changedByShopThen) {
            // Nothing is written, so nothing that the shop has changed is overwritten.
            unheard.removeIf(event -> event.order != null && event.order.shop == shop);
            shop.unheard.stream()
                    .filter(event -> event.order != null && event.order.shop == shop)
                    .forEach(unheard::add);
            shop.unheard = unheard;
            return;
        }
        shop.unheard = unheard;
        shop.shows = decision.wanted();
        shop.sent = decision.wanted();
        shop.changedByShopThen = decision.changed();
    }

    private boolean inOurBooks(Event event) {
        Order order = event.order;
        if (order == null) {
            return event.at < availableAt;
        }
        return event.givenBack || order.counts() || order.bookedAt < availableAt;
    }

    /** Everything is looked at, booked, pulled and written, once. */
    void rest() {
        shops.forEach(this::look);
        orders.forEach(_ -> book());
        pull(false);
        store();
        pull(false);
        store();
        for (Shop shop : shops) {
            shop.looked = false;
            shop.decision = null;
            push(shop);
        }
    }

    /** A push in one step. */
    void push(Shop shop) {
        lookToPush(shop);
        decide(shop);
        write(shop);
    }

    int available() {
        return onHand - reserved;
    }
}
