package se.brygga.simulators.specter.sales;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.goods.Articles;
import se.brygga.simulators.specter.goods.Shelves;
import se.brygga.simulators.specter.goods.SimArticle;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;

/** {@code newOrderSubmit} (reference, section 4.2). */
final class OrderSubmit {

    private static final Set<String> PAY_TYPES = Set.of(
            "I", "PP", "P", "D", "K", "KG", "SP", "SS", "SK", "SCH", "SW", "DP", "AE", "PE", "PY", "PL", "CN", "HF",
            "CL", "BC");

    private final Quirks quirks;
    private final Customers customers;
    private final Articles articles;
    private final Set<Long> webShops;
    private final Orders orders;

    OrderSubmit(Quirks quirks, Customers customers, Articles articles, Set<Long> webShops, Orders orders) {
        this.quirks = quirks;
        this.customers = customers;
        this.articles = articles;
        this.webShops = webShops;
        this.orders = orders;
    }

    /** Its number is the answer. Nothing is kept unless all of it is right. */
    long submit(SpecterParameters p) {
        long customerId = p.whole("customerId");
        if (!customers.exists(customerId)) {
            throw new SimRefusal(SimRefusal.Reason.CUSTOMER, "Kunden finns inte");
        }
        String externalNo = p.required("externalOrderNo", 50);
        boolean first = quirks.is(SpecterQuirk.API_VERSION, "1");
        String webShop = p.text(first ? quirks.get(SpecterQuirk.WIRE_SHOP_NO) : "webshopId");
        if (!webShop.isEmpty()
                && webShops.stream().noneMatch(id -> id.toString().equals(webShop))) {
            throw SimRefusal.parameter("okänd webbutik");
        }
        p.currencyAndLanguage();
        SimOrder.Head head = head(p, externalNo, webShop, customerId);
        List<SimOrder.Row> rows = rows(p);
        boolean ignoreControl = p.flag("ignoreExternalOrderNoControl");
        p.refuseUnknown();
        Long existing = orders.numberOf(externalNo);
        if (existing != null && !ignoreControl) {
            switch (quirks.get(SpecterQuirk.DUPLICATE)) {
                case "OK_EXISTING" -> {
                    return existing;
                }
                case "ERROR_WITH_NO" ->
                    throw new SimRefusal(SimRefusal.Reason.DUPLICATE, "Ordern finns redan som '" + existing + "'");
                case "ERROR" -> throw new SimRefusal(SimRefusal.Reason.DUPLICATE, "Ordernumret används redan");
                default -> {
                    // CREATE_AGAIN: a Specter without a guard.
                }
            }
        }
        return orders.add(head, rows, total(rows));
    }

    private SimOrder.Head head(SpecterParameters p, String externalNo, String webShop, long customerId) {
        String payType = p.required("payTypeIdentifier", 5);
        if (quirks.is(SpecterQuirk.STRICT_PAY_TYPES, "true") && !PAY_TYPES.contains(payType)) {
            throw SimRefusal.parameter("okänt betalsätt");
        }
        String payReference = p.text("payTypeReference", 100);
        p.text("payTypeIdentifierPaySystemUser", 100);
        p.flag("isPrepayment");
        String carrier = p.text("externalDeliveryMethod", 100);
        p.text("preparedShipmentId", 100);
        p.flag("notifyDeliveryByMobile");
        p.text("notifyDeliveryMobileNo", 50);
        p.text(quirks.get(SpecterQuirk.WIRE_CUSTOMER_REFERENCE), 70);
        // Fields whose names on the wire are unknown (O18).
        p.text("requirements", 4_000);
        p.text("ourReferenceUser", 50);
        p.text("customerOrderReference", 50);
        p.text("internalComment", 4_000);
        p.text("publishedComment", 4_000);
        p.flag("sendOrderMail");
        p.flag("sendOrderMailToUser");
        p.text("userSource", 20);
        date(p, "deliveryDate");
        date(p, quirks.get(SpecterQuirk.WIRE_ORDER_DATE));
        int site = switch (p.text("stocksiteid")) {
            case "", "1" -> Shelves.DEFAULT_SITE;
            case "2" -> 2;
            default -> throw SimRefusal.parameter("okänt lager");
        };
        return new SimOrder.Head(
                externalNo, webShop, customerId, p.text("currency"), payType, payReference, carrier, site);
    }

    private static void date(SpecterParameters p, String name) {
        if (!p.text(name).matches("|\\d{4}-\\d{2}-\\d{2}")) {
            throw SimRefusal.parameter(name + " ska vara åååå-mm-dd");
        }
    }

    private List<SimOrder.Row> rows(SpecterParameters p) {
        int most = quirks.number(SpecterQuirk.MOST_ROWS);
        List<SimOrder.Row> rows = new ArrayList<>();
        for (int n = 1; p.has("articleNo_" + n); n++) {
            String articleNo = p.required("articleNo_" + n, 40);
            SimArticle article = articles.find(articleNo);
            if (article == null && !mayBeUnknown(p, n)) {
                throw new SimRefusal(SimRefusal.Reason.ARTICLE, "Artikeln " + articleNo + " finns inte");
            }
            p.text("articleComment_" + n, 1_000);
            rows.add(new SimOrder.Row(
                    articleNo,
                    article,
                    article != null && articles.isStocked(article),
                    p.required("articleName_" + n, 140),
                    p.decimal("priceExclVAT_" + n, priceDecimals()),
                    p.decimal("noOfItems_" + n, 3),
                    p.percent("vatPercent_" + n),
                    discount(p, n)));
        }
        if (rows.isEmpty()) {
            throw SimRefusal.parameter("ordern har inga rader");
        }
        if (most > 0 && rows.size() > most) {
            throw SimRefusal.parameter("ordern har fler än " + most + " rader");
        }
        return rows;
    }

    private static BigDecimal discount(SpecterParameters p, int n) {
        BigDecimal percent = p.optionalDecimal("discount_" + n, 2);
        if (percent.signum() < 0 || percent.compareTo(new BigDecimal(100)) > 0) {
            throw SimRefusal.parameter("discount_" + n + " ska vara 0 till 100");
        }
        return percent;
    }

    private boolean mayBeUnknown(SpecterParameters p, int n) {
        return switch (quirks.get(SpecterQuirk.UNKNOWN_ARTICLE)) {
            case "ACCEPT" -> true;
            case "FREE_TEXT_IF_NAMED" -> !p.text("articleName_" + n).isBlank();
            default -> false;
        };
    }

    private int priceDecimals() {
        String decimals = quirks.get(SpecterQuirk.PRICE_DECIMALS);
        return decimals.equals("ANY") ? 8 : Integer.parseInt(decimals);
    }

    /** Everything is rounded half-up and added, by rate or by row; as whole kronor if so told (O43). */
    private BigDecimal total(List<SimOrder.Row> rows) {
        BigDecimal total = quirks.is(SpecterQuirk.SUM, "ROWS") ? byRow(rows) : byRate(rows);
        return quirks.is(SpecterQuirk.ROUNDING, "WHOLE_KRONA")
                ? total.setScale(0, RoundingMode.HALF_UP).setScale(2)
                : total;
    }

    private static BigDecimal byRow(List<SimOrder.Row> rows) {
        return rows.stream()
                .map(row -> withVat(ore(row.net()), ore(row.net()), row.vatPercent))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private BigDecimal byRate(List<SimOrder.Row> rows) {
        boolean exact = quirks.is(SpecterQuirk.SUM, "RATE_EXACT");
        Map<Integer, BigDecimal> nets = new TreeMap<>();
        rows.forEach(row -> nets.merge(row.vatPercent, row.net(), BigDecimal::add));
        return nets.entrySet().stream()
                .map(rate -> {
                    BigDecimal net = ore(rate.getValue());
                    return withVat(net, exact ? rate.getValue() : net, rate.getKey());
                })
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private static BigDecimal withVat(BigDecimal net, BigDecimal base, int percent) {
        return net.add(ore(base.multiply(BigDecimal.valueOf(percent, 2))));
    }

    private static BigDecimal ore(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
