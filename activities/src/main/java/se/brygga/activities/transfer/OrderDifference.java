package se.brygga.activities.transfer;

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
import se.brygga.clients.starweb.StarwebOrder;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Phrase;

/**
 * In what an order in the shop is another than the one that Specter was told of. Pure.
 *
 * @param causes of what differs
 * @param text what differs, then and now, for people; of what is personal it says only that it differs
 */
record OrderDifference(Set<Cause> causes, String text) {

    /** More articles than these are counted. */
    private static final int NAMED = 10;

    /** An order as it was read, and what Specter is told of it. */
    record Version(StarwebOrder order, ToldOrder told) {}

    static final OrderDifference NONE = new OrderDifference(Set.of(), "");

    /** What the order was is not kept. */
    static OrderDifference unknown(StarwebOrder now) {
        return new OrderDifference(Set.of(Cause.CHANGED_AFTER_TRANSFER), Phrase.CHANGED_WHILE_SENT + " " + total(now));
    }

    static OrderDifference between(Version then, Version now) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        List<String> texts = new ArrayList<>();
        List<String> rows = rows(then.told(), now.told());
        if (!rows.isEmpty()) {
            causes.add(Cause.CHANGED_AFTER_TRANSFER);
            texts.add(Phrase.ROWS + " " + named(rows));
        }
        for (Part part : Part.values()) {
            if (part.differs(then.told(), now.told())) {
                causes.add(part.cause());
                texts.add(text(part, then.order(), now.order()));
            }
        }
        return new OrderDifference(causes, String.join("; ", texts));
    }

    boolean isNone() {
        return causes.isEmpty();
    }

    /** Whether goods, money and payment are as they were. */
    boolean isOfTheCustomerOnly() {
        return causes.equals(Set.of(Cause.CUSTOMER_CHANGED_AFTER_TRANSFER));
    }

    /** The gravest one: whoever decides about all changed addresses decides about no changed rows. */
    Optional<Cause> cause() {
        return List.of(
                        Cause.CHANGED_AFTER_TRANSFER,
                        Cause.PAYMENT_CHANGED_AFTER_TRANSFER,
                        Cause.CUSTOMER_CHANGED_AFTER_TRANSFER)
                .stream()
                .filter(causes::contains)
                .findFirst();
    }

    private static List<String> rows(ToldOrder then, ToldOrder now) {
        List<String> texts = new ArrayList<>();
        Set<String> articles = new TreeSet<>(then.rows().keySet());
        articles.addAll(now.rows().keySet());
        for (String article : articles) {
            List<ToldOrder.Row> was = then.rows().getOrDefault(article, List.of());
            List<ToldOrder.Row> is = now.rows().getOrDefault(article, List.of());
            if (!was.equals(is)) {
                String before = text(was);
                String after = text(is);
                texts.add(article + " "
                        + (before.equals(after) ? before + ", " + Phrase.OTHER_TEXT : before + " → " + after));
            }
        }
        now.untold().stream().filter(text -> !then.untold().contains(text)).forEach(texts::add);
        then.untold().stream()
                .filter(text -> !now.untold().contains(text))
                .forEach(text -> texts.add(Phrase.NO_MORE + " " + text));
        return texts;
    }

    private static String text(List<ToldOrder.Row> rows) {
        return rows.isEmpty()
                ? Phrase.NONE.toString()
                : rows.stream()
                        .map(row -> row.quantity().toPlainString() + " × "
                                + row.price().toPlainString() + " (" + row.vatPercent() + " %)")
                        .collect(Collectors.joining(" + "));
    }

    private static String named(List<String> texts) {
        String first = texts.stream().limit(NAMED).collect(Collectors.joining(", "));
        return texts.size() <= NAMED
                ? first
                : first + " " + Phrase.AND + " " + (texts.size() - NAMED) + " " + Phrase.MORE;
    }

    private static String text(Part part, StarwebOrder then, StarwebOrder now) {
        return switch (part) {
            case TOTAL -> part.title() + " " + total(then) + " → " + total(now);
            case PAYMENT_METHOD ->
                part.title() + " "
                        + method(then.payment().name(), then.payment().methodId()) + " → "
                        + method(now.payment().name(), now.payment().methodId());
            case DELIVERY_METHOD ->
                part.title() + " "
                        + method(then.shipping().name(), then.shipping().methodId()) + " → "
                        + method(now.shipping().name(), now.shipping().methodId());
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
                    TEXTS -> part.title() + " " + Phrase.CHANGED;
        };
    }

    private static String total(StarwebOrder order) {
        return order.amountToPay().toPlainString() + " " + order.currency();
    }

    private static String method(@Nullable String name, @Nullable Long id) {
        return name == null ? Objects.toString(id, "-") : name;
    }
}
