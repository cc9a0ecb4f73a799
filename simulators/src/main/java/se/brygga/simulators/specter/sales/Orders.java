package se.brygga.simulators.specter.sales;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.Articles;
import se.brygga.simulators.specter.goods.Shelves;
import se.brygga.simulators.specter.goods.SimArticle;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.sales.Order.Invoice;
import se.brygga.simulators.specter.sales.SimOrder.Part;
import se.brygga.simulators.specter.sales.SimOrder.Row;
import se.brygga.simulators.specter.sales.SimOrder.Shipment;
import se.brygga.simulators.specter.triggers.Announcer;
import se.brygga.simulators.specter.triggers.SimTriggerKind;

/** The orders of an account, and what people and calls do to them. Guarded by the account's lock. */
public final class Orders {

    /** The aspect that makes a feed say {@code updated="1"}. */
    static final String DELIVERY = "delivery";

    private final Quirks quirks;
    private final Clock clock;
    private final Articles articles;
    private final Feeds feeds;
    private final Announcer announcer;
    private final Map<Long, SimOrder> all = new LinkedHashMap<>();
    private final Map<String, Long> byExternalNo = new LinkedHashMap<>();
    private long next = 5001;
    private long nextInvoice = 9001;
    private long nextShipment = 1;

    public Orders(Quirks quirks, Clock clock, Articles articles, Feeds feeds, Announcer announcer) {
        this.quirks = quirks;
        this.clock = clock;
        this.articles = articles;
        this.feeds = feeds;
        this.announcer = announcer;
    }

    public List<Order> list() {
        return all.values().stream().map(SimOrder::view).toList();
    }

    public Optional<Order> find(String externalNo) {
        return Optional.ofNullable(byExternalNo.get(externalNo)).map(all::get).map(SimOrder::view);
    }

    List<SimOrder> all() {
        return List.copyOf(all.values());
    }

    @Nullable
    SimOrder byNumber(long number) {
        return all.get(number);
    }

    @Nullable
    Long numberOf(String externalNo) {
        return byExternalNo.get(externalNo);
    }

    /** Another party uses an order number. */
    public void occupy(String externalNo) {
        SimOrder.Head head = new SimOrder.Head(externalNo, "", 0, "SEK", "I", "", "", Shelves.DEFAULT_SITE);
        byExternalNo.put(externalNo, add(head, List.of(), BigDecimal.ZERO));
    }

    /** A new order takes stock at once. */
    long add(SimOrder.Head head, List<Row> rows, BigDecimal total) {
        SimOrder order = new SimOrder(next++, head, rows, total);
        all.put(order.number, order);
        byExternalNo.putIfAbsent(head.externalNo(), order.number);
        rows.forEach(row -> reserve(order, row, row.quantity));
        if (quirks.is(FeedQuirk.NEW_ORDER_IN_FEED, "true")) {
            changed(order, "new");
        }
        return order.number;
    }

    private void reserve(SimOrder order, Row row, BigDecimal quantity) {
        SimArticle article = row.article;
        if (article != null) {
            articles.shelves().reserve(article, order.head.site(), quantity);
        }
    }

    private void changed(SimOrder order, String aspect) {
        feeds.changed(SimFeedKind.ORDERS, order.key(), order.key(), aspect);
    }

    private SimOrder require(long orderNo) {
        SimOrder order = all.get(orderNo);
        if (order == null) {
            throw new IllegalArgumentException("no order " + orderNo);
        }
        return order;
    }

    private SimOrder requireOpen(long orderNo) {
        SimOrder order = require(orderNo);
        if (order.cancelled) {
            throw new IllegalArgumentException("order " + orderNo + " is cancelled");
        }
        return order;
    }

    /**
     * Delivers all that is left.
     *
     * @throws IllegalArgumentException nothing is left, or the order is cancelled or unknown
     */
    public void deliver(long orderNo, List<String> trackingNos) {
        SimOrder order = requireOpen(orderNo);
        ship(order, left(order), trackingNos);
    }

    /** Delivers so many of an article; with the last goods, freight and the like go along. */
    public void deliverPart(long orderNo, String articleNo, BigDecimal quantity, String trackingNo) {
        SimOrder order = requireOpen(orderNo);
        List<Part> parts = new ArrayList<>();
        BigDecimal wanted = quantity;
        for (Row row : order.rows) {
            BigDecimal taken = row.left().min(wanted);
            if (row.isOf(articleNo) && taken.signum() > 0) {
                parts.add(new Part(row, taken));
                wanted = wanted.subtract(taken);
            }
        }
        if (wanted.signum() != 0) {
            throw new IllegalArgumentException(
                    "order " + orderNo + " has not " + quantity + " of " + articleNo + " left to deliver");
        }
        ship(order, parts, trackingNo.isBlank() ? List.of() : List.of(trackingNo));
    }

    private void ship(SimOrder order, List<Part> parts, List<String> trackingNos) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("order " + order.number + " has nothing left to deliver");
        }
        parts.forEach(part -> move(order, part, part.quantity()));
        List<Part> all = new ArrayList<>(parts);
        if (order.allDelivered()) {
            left(order).forEach(part -> {
                move(order, part, part.quantity());
                all.add(part);
            });
        }
        order.shipments.add(new Shipment(nextShipment++, clock.instant(), List.copyOf(trackingNos), all));
        changed(order, DELIVERY);
    }

    private static List<Part> left(SimOrder order) {
        return order.rows.stream()
                .filter(row -> row.left().signum() != 0)
                .map(row -> new Part(row, row.left()))
                .toList();
    }

    private void move(SimOrder order, Part part, BigDecimal quantity) {
        Row row = part.row();
        row.delivered = row.delivered.add(quantity);
        SimArticle article = row.article;
        if (article != null) {
            articles.shelves().deliver(article, order.head.site(), quantity);
        }
    }

    /** Takes back the latest delivery: its goods return to the shelf, and the order waits for them again. */
    public void undoDelivery(long orderNo) {
        SimOrder order = require(orderNo);
        if (order.shipments.isEmpty()) {
            throw new IllegalArgumentException("order " + orderNo + " has no delivery");
        }
        Shipment undone = order.shipments.removeLast();
        undone.parts().forEach(part -> move(order, part, part.quantity().negate()));
        if (order.cancelled) {
            undone.parts()
                    .forEach(part -> reserve(order, part.row(), part.quantity().negate()));
        }
        if (quirks.is(FeedQuirk.UNDO_IN_FEED, "true")) {
            changed(order, "undo");
        }
    }

    /** @return the invoice's number */
    public long invoice(long orderNo) {
        SimOrder order = requireOpen(orderNo);
        if (order.invoiced()) {
            throw new IllegalArgumentException("order " + orderNo + " is invoiced already");
        }
        return addInvoice(order, order.total, false);
    }

    private long addInvoice(SimOrder order, BigDecimal total, boolean credit) {
        long id = nextInvoice++;
        order.invoices.add(new Invoice(id, clock.instant(), total, credit, BigDecimal.ZERO));
        changed(order, credit ? "credit" : "invoice");
        announcer.announce(
                SimTriggerKind.INVOICE, Map.of("orderId", idForTriggers(order), "invoiceId", Long.toString(id)));
        return id;
    }

    private String idForTriggers(SimOrder order) {
        return switch (quirks.get(FeedQuirk.TRIGGER_ORDER_ID)) {
            case "INTERNAL_ID" -> Long.toString(order.internalId());
            case "EXTERNAL_NO" -> order.head.externalNo();
            default -> order.key();
        };
    }

    /**
     * The latest invoice is paid.
     *
     * @param amount null for all of it
     */
    public void pay(long orderNo, @Nullable BigDecimal amount) {
        SimOrder order = require(orderNo);
        Invoice last = lastInvoice(order);
        BigDecimal paid = amount == null ? last.total() : last.paid().add(amount);
        order.invoices.set(order.invoices.indexOf(last), new Invoice(last.id(), last.at(), last.total(), false, paid));
        changed(order, "paid");
    }

    /**
     * The latest invoice is credited in full.
     *
     * @return the credit's number
     */
    public long credit(long orderNo) {
        SimOrder order = require(orderNo);
        return addInvoice(order, lastInvoice(order).total().negate(), true);
    }

    private static Invoice lastInvoice(SimOrder order) {
        return order.invoices.stream()
                .filter(invoice -> !invoice.credit())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalArgumentException("order " + order.number + " has no invoice"));
    }

    /** The order stays as a cancelled one; what is not delivered is released. */
    public void cancel(long orderNo) {
        SimOrder order = requireOpen(orderNo);
        order.cancelled = true;
        release(order);
        changed(order, "cancelled");
        announcer.announce(SimTriggerKind.ORDER_CANCELLED, Map.of("orderNo", order.key()));
    }

    private void release(SimOrder order) {
        order.rows.forEach(row -> reserve(order, row, row.left().negate()));
    }

    /** The order is gone, and no feed tells so (O37). */
    public void delete(long orderNo) {
        SimOrder order = require(orderNo);
        if (!order.cancelled) {
            release(order);
        }
        all.remove(orderNo);
        byExternalNo.remove(order.head.externalNo(), orderNo);
        feeds.forget(SimFeedKind.ORDERS, order.key());
        if (quirks.is(FeedQuirk.DELETE_TRIGGER, "true")) {
            announcer.announce(SimTriggerKind.ORDER_CANCELLED, Map.of("orderNo", order.key()));
        }
    }
}
