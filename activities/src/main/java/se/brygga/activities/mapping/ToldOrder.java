package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;
import se.brygga.clients.specter.order.SpecterCustomer;
import se.brygga.clients.specter.order.SpecterOrder;
import se.brygga.setup.OrderSetup;
import se.brygga.workflows.Sku;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * Everything that Specter is told of one order, part by part, so that two readings of the order can be compared. What
 * Specter is not told is left out. Most of it is personal, so it belongs in no log, history or message.
 *
 * @param rows by article, whatever their order; rows that only mend a sum are left out
 * @param untold what could not be translated, in words that name no person
 */
public record ToldOrder(SortedMap<String, List<Row>> rows, List<Detail> untold, Map<Part, Object> parts) {

    /** A part that is one value. */
    public enum Part {
        TOTAL(Cause.CHANGED_AFTER_TRANSFER, Phrase.TOTAL_CHANGED),
        DELIVERY_METHOD(Cause.CHANGED_AFTER_TRANSFER, Phrase.DELIVERY_METHOD_CHANGED),
        PAYMENT_METHOD(Cause.PAYMENT_CHANGED_AFTER_TRANSFER, Phrase.PAYMENT_METHOD_CHANGED),
        PAYMENT_REFERENCE(Cause.PAYMENT_CHANGED_AFTER_TRANSFER, Phrase.PAYMENT_REFERENCE_CHANGED),
        DELIVERY_ADDRESS(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER, Phrase.DELIVERY_ADDRESS_CHANGED),
        RECIPIENT(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER, Phrase.RECIPIENT_CHANGED),
        INVOICE_ADDRESS(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER, Phrase.INVOICE_ADDRESS_CHANGED),
        NAME(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER, Phrase.NAME_CHANGED),
        EMAIL(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER, Phrase.EMAIL_CHANGED),
        PHONE(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER, Phrase.PHONE_CHANGED),
        NUMBERS(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER, Phrase.NUMBERS_CHANGED),
        REFERENCE(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER, Phrase.REFERENCE_CHANGED),
        LANGUAGE(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER, Phrase.LANGUAGE_CHANGED),
        /** Each text that was sent. A text that was written later was never told. */
        TEXTS(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER, Phrase.COMMENT_CHANGED);

        private final Cause cause;
        private final Phrase changed;

        Part(Cause cause, Phrase changed) {
            this.cause = cause;
            this.changed = changed;
        }

        /** The cause for which an order waits when this part has changed. */
        public Cause cause() {
            return cause;
        }

        /** The phrase that the part has changed. Of a personal part it never says how. */
        public Phrase changed() {
            return changed;
        }

        /** Whether the part differs. A text that was sent still counts as told when somebody adds to it. */
        public boolean differs(ToldOrder then, ToldOrder now) {
            Object was = then.parts.get(this);
            Object is = now.parts.get(this);
            return this == TEXTS
                    ? !texts(was).allMatch(text -> texts(is).anyMatch(other -> other.contains(text)))
                    : !Objects.equals(was, is);
        }

        private static Stream<String> texts(@Nullable Object part) {
            return part instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.of();
        }
    }

    /** One row of an article. Amounts have no trailing zeros, so that equal ones are equal. */
    public record Row(BigDecimal quantity, BigDecimal price, int vatPercent, String text) {

        private static final Comparator<Row> ORDER = Comparator.comparing(Row::price)
                .thenComparing(Row::quantity)
                .thenComparingInt(Row::vatPercent)
                .thenComparing(Row::text);

        static Row of(SpecterOrder.Row row) {
            return new Row(
                    row.quantity().stripTrailingZeros(),
                    row.priceExclVat().stripTrailingZeros(),
                    row.vatPercent(),
                    row.articleName());
        }
    }

    /** Specter's names of payment and shipping; null where the set-up has no such method. */
    record Methods(OrderSetup.@Nullable Payment payment, OrderSetup.@Nullable Shipping shipping) {}

    /** @param reference the customer's own reference on the order */
    record Customer(SpecterCustomer card, @Nullable String reference) {}

    static ToldOrder of(
            ShopOrder order,
            OrderRows rows,
            List<Translation.Problem> untold,
            Methods methods,
            @Nullable Customer customer) {
        Map<Part, Object> parts = new EnumMap<>(Part.class);
        put(parts, Part.TOTAL, order.amountToPay().stripTrailingZeros().toPlainString() + " " + order.currency());
        OrderSetup.Shipping shipping = methods.shipping();
        put(parts, Part.DELIVERY_METHOD, shipping == null ? order.shipping().methodId() : shipping.method());
        OrderSetup.Payment payment = methods.payment();
        put(parts, Part.PAYMENT_METHOD, payment == null ? order.payment().methodId() : payment);
        put(parts, Part.PAYMENT_REFERENCE, order.payment().reference());
        put(parts, Part.LANGUAGE, Languages.ofOrder(order.langCode()));
        put(parts, Part.TEXTS, texts(order, rows.texts()));
        if (customer != null) {
            put(parts, Part.REFERENCE, customer.reference());
            putCustomer(parts, customer.card());
        }
        SortedMap<String, List<Row>> byArticle = rows.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> Sku.key(row.articleNo()),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Row::of, Collectors.toList()),
                                list -> list.stream().sorted(Row.ORDER).toList())));
        return new ToldOrder(
                byArticle, untold.stream().map(Translation.Problem::detail).toList(), parts);
    }

    private static void putCustomer(Map<Part, Object> parts, SpecterCustomer customer) {
        SpecterCustomer.Delivery delivery = customer.delivery();
        put(parts, Part.INVOICE_ADDRESS, customer.invoice());
        put(parts, Part.DELIVERY_ADDRESS, delivery == null ? customer.invoice() : delivery.address());
        put(parts, Part.RECIPIENT, delivery == null ? null : several(delivery.companyName(), delivery.attention()));
        put(
                parts,
                Part.NAME,
                several(customer.company(), customer.firstName(), customer.surName(), customer.invoiceCompanyName()));
        put(parts, Part.EMAIL, customer.email());
        put(parts, Part.PHONE, several(customer.phone(), customer.mobile()));
        put(parts, Part.NUMBERS, several(customer.orgNo(), customer.vatNo()));
    }

    private static void put(Map<Part, Object> parts, Part part, @Nullable Object value) {
        if (value != null) {
            parts.put(part, value);
        }
    }

    private static String several(@Nullable Object... values) {
        return Stream.of(values).map(String::valueOf).collect(Collectors.joining("\n"));
    }

    private static List<String> texts(ShopOrder order, List<String> ofRows) {
        ShopOrder.Remarks remarks = order.remarks();
        return Stream.of(
                        Stream.ofNullable(order.discountCode()),
                        remarks.comments().stream().map(OrderComment::text),
                        remarks.customInfo().stream(),
                        ofRows.stream(),
                        Stream.ofNullable(remarks.internalComment()))
                .flatMap(texts -> texts)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
