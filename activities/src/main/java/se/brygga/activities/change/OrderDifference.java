package se.brygga.activities.change;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.mapping.ToldOrder;
import se.brygga.activities.mapping.ToldOrder.Part;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;

/**
 * How an order in the shop differs from the one that Specter was told. Pure.
 *
 * @param causes of the differences
 * @param text what differs, then and now, for people. Of a personal part it says only that the part differs
 */
record OrderDifference(Set<Cause> causes, Detail text) {

    /** Most articles that the text names. The others are counted. */
    private static final int NAMED = 10;

    /** An order as it was read, and what Specter is told of it. */
    record Version(ShopOrder order, ToldOrder told) {}

    static final OrderDifference NONE = new OrderDifference(Set.of(), Detail.NONE);

    /** The difference when the earlier version is not kept. */
    static OrderDifference unknown(ShopOrder now) {
        return new OrderDifference(Set.of(Cause.CHANGED_AFTER_TRANSFER), Phrase.CHANGED_WHILE_SENT.with(total(now)));
    }

    static OrderDifference between(Version then, Version now) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        Detail text = rows(then.told(), now.told());
        if (!text.isNone()) {
            causes.add(Cause.CHANGED_AFTER_TRANSFER);
        }
        for (Part part : Part.values()) {
            if (part.differs(then.told(), now.told())) {
                causes.add(part.cause());
                text = text.and(text(part, then.order(), now.order()));
            }
        }
        return new OrderDifference(causes, text);
    }

    boolean isNone() {
        return causes.isEmpty();
    }

    /** Whether goods, money and payment are unchanged. */
    boolean isOfTheCustomerOnly() {
        return causes.equals(Set.of(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER));
    }

    /** The gravest cause, because a decision about an address must not settle changed rows. */
    Optional<Cause> cause() {
        return List.of(
                        Cause.CHANGED_AFTER_TRANSFER,
                        Cause.PAYMENT_CHANGED_AFTER_TRANSFER,
                        Cause.CUSTOMER_CHANGED_AFTER_TRANSFER)
                .stream()
                .filter(causes::contains)
                .findFirst();
    }

    private static Detail rows(ToldOrder then, ToldOrder now) {
        List<Detail> all = new ArrayList<>();
        Set<String> articles = new TreeSet<>(then.rows().keySet());
        articles.addAll(now.rows().keySet());
        for (String article : articles) {
            List<ToldOrder.Row> was = then.rows().getOrDefault(article, List.of());
            List<ToldOrder.Row> is = now.rows().getOrDefault(article, List.of());
            if (!was.equals(is)) {
                all.add(row(article, text(was), text(is)));
            }
        }
        now.untold().stream().filter(text -> !then.untold().contains(text)).forEach(all::add);
        then.untold().stream()
                .filter(text -> !now.untold().contains(text))
                .forEach(text -> all.add(Phrase.NO_MORE.with(text)));
        Detail first = all.stream().limit(NAMED).reduce(Detail.NONE, Detail::and);
        return all.size() <= NAMED ? first : first.and(Phrase.MORE_ROWS.with(all.size() - NAMED));
    }

    /** @param was empty when the article is new, as {@code is} when it is removed */
    private static Detail row(String article, String was, String is) {
        if (was.isEmpty()) {
            return Phrase.ROW_ADDED.with(article, is);
        }
        if (is.isEmpty()) {
            return Phrase.ROW_GONE.with(article, was);
        }
        return was.equals(is) ? Phrase.ROW_TEXT_CHANGED.with(article, is) : Phrase.ROW_CHANGED.with(article, was, is);
    }

    private static String text(List<ToldOrder.Row> rows) {
        return rows.stream()
                .map(row -> row.quantity().toPlainString() + " × " + row.price().toPlainString() + " ("
                        + row.vatPercent() + " %)")
                .collect(Collectors.joining(" + "));
    }

    private static Detail text(Part part, ShopOrder then, ShopOrder now) {
        return switch (part) {
            case TOTAL -> part.changed().with(total(then), total(now));
            case PAYMENT_METHOD ->
                part.changed()
                        .with(
                                method(then.payment().name(), then.payment().methodId()),
                                method(now.payment().name(), now.payment().methodId()));
            case DELIVERY_METHOD ->
                part.changed()
                        .with(
                                method(then.shipping().name(), then.shipping().methodId()),
                                method(now.shipping().name(), now.shipping().methodId()));
            case PAYMENT_REFERENCE,
                    DELIVERY_ADDRESS,
                    RECIPIENT,
                    INVOICE_ADDRESS,
                    NAME,
                    EMAIL,
                    PHONE,
                    NUMBERS,
                    REFERENCE,
                    LANGUAGE,
                    TEXTS -> part.changed().with();
        };
    }

    private static String total(ShopOrder order) {
        return order.amountToPay().toPlainString() + " " + order.currency();
    }

    private static String method(@Nullable String name, @Nullable Long id) {
        return name == null ? Objects.toString(id, "-") : name;
    }
}
