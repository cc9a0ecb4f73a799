package se.brygga.clients.specter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.AssumedParts;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.clients.specter.feed.PriceListChange;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.clients.specter.order.SpecterForm;
import se.brygga.clients.specter.wire.Latin1;
import se.brygga.clients.specter.wire.XmlElement;
import se.brygga.clients.specter.wire.XmlElement.UnreadableValue;

/**
 * The only class that knows the shapes that we invented (reference section 11). They stand for what Specter can
 * probably do, but nobody has published. Specter's real document will replace this class and nothing else. The
 * simulator plays the same shapes. Against the live host the set-up switches them off: nothing of them is sent or read.
 *
 * @param allowed the set-up's {@code assumedAdapter}
 */
record SpecterGapAdapter(boolean allowed) implements AssumedParts {

    private static final BigDecimal LAST = BigDecimal.valueOf(Long.MAX_VALUE);

    private static final Comparator<XmlElement> BY_SORT_ORDER = Comparator.comparing(SpecterGapAdapter::sortOrder);

    /**
     * Makes an invoice of an order: putInfo {@code orderInvoiceSubmit}, {@code orderNo}, X = {@code orderNo}, answer
     * {@code 1;<invoiceNo>;OK}.
     *
     * @throws IllegalStateException the set-up does not allow assumed actions
     */
    SpecterRequest invoice(long orderNo, String subject) {
        require("making invoices");
        return SpecterRequest.put(
                "orderInvoiceSubmit",
                subject,
                new Latin1(Long.toString(orderNo)),
                new SpecterForm().number("orderNo", orderNo),
                SpecterRequest.Wants.NUMBER);
    }

    /**
     * The action that pulls price lists.
     *
     * @throws IllegalStateException the set-up does not allow assumed actions
     */
    String priceListPull() {
        require("reading price lists");
        return "getPriceListsExternalNeedUpdate";
    }

    /**
     * The action that acknowledges price lists.
     *
     * @throws IllegalStateException the set-up does not allow assumed actions
     */
    String priceListAck() {
        require("reading price lists");
        return "updatePriceListsFromBatch";
    }

    /**
     * Adds what only the invented shape has of articles: {@code mainArticleNo_n}, {@code variantValues_n} as
     * {@code type=value} joined by {@code ;}, and {@code newArticleNo_n}. Where assumed shapes are not allowed, the
     * structure is left out.
     *
     * @throws IllegalStateException an article shall get a new number, and the set-up does not allow assumed actions
     */
    SpecterForm withAssumed(SpecterForm form, List<SpecterArticle> articles) {
        for (int i = 0; i < articles.size(); i++) {
            SpecterArticle.Assumed assumed = articles.get(i).assumed();
            String row = "_" + (i + 1);
            if (assumed.newArticleNo() != null) {
                require("new article numbers");
                form.articleNo("newArticleNo" + row, assumed.newArticleNo());
            }
            if (allowed) {
                form.articleNo("mainArticleNo" + row, assumed.mainArticleNo())
                        .text("variantValues" + row, variantValues(assumed));
            }
        }
        return form;
    }

    private static String variantValues(SpecterArticle.Assumed assumed) {
        return assumed.variantValues().entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(";"));
    }

    @Override
    public boolean deleted(XmlElement article) {
        return allowed && article.flag("deleted");
    }

    @Override
    public List<ArticleChange.KitRow> kitRows(XmlElement article) {
        return found(article, "packageRow")
                .map(row -> new ArticleChange.KitRow(row.required("articleNo"), row.requiredDecimal("noOfItems")))
                .toList();
    }

    @Override
    public ArticleChange.Assumed assumed(XmlElement article, Unreadable unreadable) {
        if (!allowed) {
            return ArticleChange.Assumed.NOTHING;
        }
        Map<String, String> values = new LinkedHashMap<>();
        readable(found(article, "variantValue"), SpecterGapAdapter::variantValue, "type", unreadable)
                .forEach(value -> values.put(value.getKey(), value.getValue()));
        return new ArticleChange.Assumed(
                article.value("articleId"),
                article.value("oldArticleNo"),
                article.value("mainArticleNo"),
                values,
                readable(found(article, "image").sorted(BY_SORT_ORDER), SpecterGapAdapter::image, "url", unreadable));
    }

    /** Reads everything that Specter has of this kind, in batches: {@code fullUpdate=1}. */
    SpecterForm fullRead(SpecterForm pull) {
        require("reading everything");
        return pull.flag("fullUpdate", true);
    }

    @Override
    public List<OrderChange.Invoice> invoices(XmlElement order, Unreadable unreadable) {
        return readable(found(order, "invoice"), SpecterGapAdapter::invoice, "invoiceId", unreadable);
    }

    @Override
    public boolean isPriceLists(String element) {
        return element.equals("pricelists");
    }

    @Override
    public boolean isPriceList(String element) {
        return element.equals("pricelist");
    }

    @Override
    public @Nullable String priceListId(XmlElement list) {
        return list.value("priceListId");
    }

    @Override
    public PriceListChange priceList(XmlElement list, Unreadable unreadable) {
        return new PriceListChange(
                list.required("priceListId"),
                list.value("name"),
                list.value("currency"),
                list.flag("deleted"),
                readable(found(list, "price"), SpecterGapAdapter::price, "articleNo", unreadable));
    }

    private static Map.Entry<String, String> variantValue(XmlElement value) {
        return Map.entry(value.required("type"), value.required("value"));
    }

    private static ArticleChange.Image image(XmlElement image) {
        return new ArticleChange.Image(image.required("url"), image.value("checksum"));
    }

    private static BigDecimal sortOrder(XmlElement image) {
        try {
            BigDecimal order = image.decimal("sortOrder");
            return order == null ? LAST : order;
        } catch (UnreadableValue noNumber) {
            return LAST;
        }
    }

    private static OrderChange.Invoice invoice(XmlElement invoice) {
        String paid = invoice.value("paidStatus");
        if (paid != null && !paid.matches("[012]")) {
            throw new UnreadableValue("paidStatus");
        }
        return new OrderChange.Invoice(
                invoice.required("invoiceId"),
                invoice.flag("isCredit"),
                paid == null ? null : Integer.valueOf(paid),
                total(invoice));
    }

    /** The invoice's total; an invoice without one is still read. */
    private static @Nullable BigDecimal total(XmlElement invoice) {
        try {
            return invoice.decimal("totalInclVat");
        } catch (UnreadableValue noNumber) {
            return null;
        }
    }

    private static PriceListChange.Price price(XmlElement price) {
        boolean deleted = price.flag("deleted");
        BigDecimal priceExclVat = price.decimal("priceExclVat");
        BigDecimal discountPercent = price.decimal("discountPercent");
        if (!deleted && priceExclVat == null && discountPercent == null) {
            throw new UnreadableValue("priceExclVat");
        }
        BigDecimal fromQty = price.decimal("fromQty");
        return new PriceListChange.Price(
                price.required("articleNo"),
                fromQty == null ? BigDecimal.ONE : fromQty,
                deleted,
                priceExclVat,
                discountPercent);
    }

    private Stream<XmlElement> found(XmlElement row, String name) {
        return allowed ? row.all(name) : Stream.empty();
    }

    private static <T> List<T> readable(
            Stream<XmlElement> parts, Function<XmlElement, T> read, String idName, Unreadable unreadable) {
        List<T> all = new ArrayList<>();
        parts.forEach(part -> {
            try {
                all.add(read.apply(part));
            } catch (UnreadableValue why) {
                String id = part.value(idName);
                unreadable.note(id == null ? "?" : id, why);
            }
        });
        return all;
    }

    private void require(String need) {
        if (!allowed) {
            throw new IllegalStateException(
                    "Specter's call for %s is not known; the set-up does not allow the assumed one".formatted(need));
        }
    }
}
