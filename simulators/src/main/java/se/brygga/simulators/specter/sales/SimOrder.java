package se.brygga.simulators.specter.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.specter.goods.SimArticle;
import se.brygga.simulators.specter.sales.Order.Delivered;
import se.brygga.simulators.specter.sales.Order.Invoice;

/** One order and what has become of it. Guarded by the account's lock. */
final class SimOrder {

    /**
     * Who ordered, and how it is paid.
     *
     * @param site the warehouse
     */
    record Head(
            String externalNo,
            String webshopId,
            long customerId,
            String currency,
            String payType,
            String payReference,
            String carrier,
            int site) {}

    /** A row; its article is null when Specter does not know the number. */
    static final class Row {
        final String articleNo;
        final @Nullable SimArticle article;
        final boolean goods;
        private final String name;
        final BigDecimal price;
        final BigDecimal quantity;
        final int vatPercent;
        private final BigDecimal discountPercent;
        BigDecimal delivered = BigDecimal.ZERO;

        /** @param goods whether there is something to carry, unlike for freight and discounts */
        Row(
                String articleNo,
                @Nullable SimArticle article,
                boolean goods,
                String name,
                BigDecimal price,
                BigDecimal quantity,
                int vatPercent,
                BigDecimal discountPercent) {
            this.articleNo = articleNo;
            this.article = article;
            this.goods = goods;
            this.name = name;
            this.price = price;
            this.quantity = quantity;
            this.vatPercent = vatPercent;
            this.discountPercent = discountPercent;
        }

        /** What the row costs without VAT. */
        BigDecimal net() {
            BigDecimal whole = price.multiply(quantity);
            return whole.subtract(whole.multiply(discountPercent).movePointLeft(2));
        }

        BigDecimal left() {
            return quantity.subtract(delivered);
        }

        /** By the number on the row, or by the one that the article has now. */
        boolean isOf(String number) {
            return articleNo.equals(number)
                    || (article != null && article.articleNo().equals(number));
        }

        Order.Row view() {
            return new Order.Row(articleNo, name, price, quantity, vatPercent, delivered);
        }
    }

    /** What left in one delivery. */
    record Part(Row row, BigDecimal quantity) {}

    /** One delivery with what was in it. */
    record Shipment(long id, Instant at, List<String> trackingNos, List<Part> parts) {}

    final long number;
    final Head head;
    final List<Row> rows;
    final BigDecimal total;
    final List<Shipment> shipments = new ArrayList<>();
    final List<Invoice> invoices = new ArrayList<>();
    boolean cancelled;

    SimOrder(long number, Head head, List<Row> rows, BigDecimal total) {
        this.number = number;
        this.head = head;
        this.rows = List.copyOf(rows);
        this.total = total;
    }

    /** The key of its changes. */
    String key() {
        return Long.toString(number);
    }

    /** Specter's own id of the order, which no reader of the feed sees. */
    long internalId() {
        return 900_000 + number;
    }

    boolean invoiced() {
        return !invoices.isEmpty();
    }

    /** Whether all goods have left; of an order without goods, whether all rows have. */
    boolean allDelivered() {
        boolean hasGoods = rows.stream().anyMatch(row -> row.goods);
        return !rows.isEmpty()
                && rows.stream()
                        .filter(row -> row.goods || !hasGoods)
                        .allMatch(row -> row.left().signum() <= 0);
    }

    Delivered delivered() {
        if (shipments.isEmpty()) {
            return Delivered.NOT;
        }
        return allDelivered() ? Delivered.ALL : Delivered.PARTLY;
    }

    int statusId() {
        if (cancelled) {
            return 5;
        }
        if (invoiced()) {
            return 4;
        }
        return switch (delivered()) {
            case NOT -> 1;
            case PARTLY -> 2;
            case ALL -> 3;
        };
    }

    Order view() {
        return new Order(
                number,
                head.externalNo(),
                head.webshopId(),
                head.customerId(),
                head.currency(),
                head.payType(),
                head.payReference(),
                rows.stream().map(Row::view).toList(),
                total,
                delivered(),
                statusId(),
                shipments.stream()
                        .map(s -> new Order.Delivery(s.id(), s.at(), s.trackingNos()))
                        .toList(),
                List.copyOf(invoices));
    }
}
