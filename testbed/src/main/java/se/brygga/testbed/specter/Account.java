package se.brygga.testbed.specter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.brygga.testbed.specter.SpecterSimulator.Customer;
import se.brygga.testbed.specter.SpecterSimulator.Order;
import se.brygga.testbed.specter.SpecterSimulator.Quirks;
import se.brygga.testbed.specter.SpecterSimulator.Row;

/** One account (SBMID): credentials and state. Every action holds the account's lock. */
final class Account {

    private static final Set<String> LANGUAGES = Set.of("SE", "EN", "NO", "FI", "DA", "ES", "DE");
    private static final Set<String> CURRENCIES = Set.of("SEK", "NOK", "EUR", "DKK", "USD", "GBP");

    final long sbmId;
    private final String apiUserId;
    private final String apiUserKey;
    private final String integrationKey;
    private final Set<Long> webShops;
    final Map<Long, Customer> customers = new LinkedHashMap<>();
    final Map<Long, Order> orders = new LinkedHashMap<>();
    final Map<String, String> articles = new LinkedHashMap<>();
    volatile Quirks quirks = Quirks.DEFAULT;
    private final Map<String, Long> byExternalNo = new LinkedHashMap<>();
    private final Map<String, Long> byEmail = new LinkedHashMap<>();
    private final Map<String, Long> byOrgNo = new LinkedHashMap<>();
    private final Map<Long, Long> invoices = new LinkedHashMap<>();
    private long nextCustomer = 42;
    private long nextOrder = 5001;
    private long nextInvoice = 9001;

    Account(long sbmId, String apiUserId, String apiUserKey, String integrationKey, Set<Long> webShops) {
        this.sbmId = sbmId;
        this.apiUserId = apiUserId;
        this.apiUserKey = apiUserKey;
        this.integrationKey = integrationKey;
        this.webShops = webShops;
        List.of("FRAKT", "FRAKT-NO", "AVGIFT", "RABATT", "AVRUNDNING").forEach(no -> articles.put(no, no));
    }

    /** @return the number that the answer tells */
    synchronized long act(String action, SpecterParameters p) {
        if (!p.text("apiUserId").equals(apiUserId)) {
            throw new Refusal(12, "Okänd användare");
        }
        p.text("sbmId");
        p.text("action");
        p.text("useXML");
        return switch (action) {
            case "newCustomerSubmit" -> customer(p);
            case "newArticleSubmit" -> articles(p);
            case "newOrderSubmit" -> order(p);
            case "orderInvoiceSubmit" -> invoice(p);
            case "checkAccountSettings" -> {
                checkKey(p, Long.toString(sbmId));
                yield sbmId;
            }
            default -> throw new Refusal(20, "Okänd action");
        };
    }

    private void checkKey(SpecterParameters p, String x) {
        String expected = md5(integrationKey + md5(apiUserKey + sbmId + x));
        if (!expected.equals(p.text("key"))) {
            throw Refusal.key();
        }
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long customer(SpecterParameters p) {
        boolean company = switch (p.required("customerOrganizationalForm", 1)) {
            case "C" -> true;
            case "P" -> false;
            default -> throw Refusal.parameter("customerOrganizationalForm ska vara C eller P");
        };
        String name =
                company ? p.required("name", 100) : (p.text("firstName", 50) + " " + p.text("surName", 50)).strip();
        checkKey(p, name.replaceAll(" +", " "));
        if (!p.required("typeCustomer", 1).equals("C")) {
            throw Refusal.parameter("typeCustomer ska vara C");
        }
        String email = p.text("emailAddress", 100);
        String orgNo = p.text("orgNo", 20);
        addresses(p);
        money(p);
        boolean ignoreEmail = p.flag("ignoreControlEmail");
        boolean ignoreOrgNo = p.flag("ignoreControlOrgNo");
        boolean force = p.flag("forceCustomerUpdate");
        p.refuseUnknown();
        Optional<Long> match = Optional.ofNullable(ignoreEmail || email.isEmpty() ? null : byEmail.get(email))
                .or(() -> Optional.ofNullable(ignoreOrgNo || orgNo.isEmpty() ? null : byOrgNo.get(orgNo)));
        long id = match.orElseGet(() -> nextCustomer++);
        if (match.isEmpty() || force) {
            customers.put(id, new Customer(id, company, name, email, orgNo, p.text("city")));
            if (!email.isEmpty()) {
                byEmail.putIfAbsent(email, id);
            }
            if (!orgNo.isEmpty()) {
                byOrgNo.putIfAbsent(orgNo, id);
            }
        }
        return id;
    }

    private static void addresses(SpecterParameters p) {
        for (String field : List.of("contactPerson", "attention", "deliveryAttention", "phoneNo", "mobileNo")) {
            p.text(field, 50);
        }
        for (String field : List.of("invoiceCompanyName", "deliveryCompanyName")) {
            p.text(field, 100);
        }
        for (String prefix : List.of("", "delivery")) {
            for (String field : List.of("address", "addressRow2", "zipCodeEng", "city", "region")) {
                p.text(prefix.isEmpty() ? field : prefix + field, 100);
            }
            String country = p.text(prefix.isEmpty() ? "countryCode" : "deliveryCountryCode");
            if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
                throw Refusal.parameter("countryCode ska vara två bokstäver");
            }
        }
        p.text("vatNo", 30);
        String group = p.text("customerGroupId");
        if (!group.isEmpty() && !Set.of("1", "2").contains(group)) {
            throw Refusal.parameter("okänd kundgrupp");
        }
    }

    private static void money(SpecterParameters p) {
        if (!CURRENCIES.contains(p.required("currency", 3)) || !LANGUAGES.contains(p.required("language", 2))) {
            throw Refusal.parameter("okänd valuta eller okänt språk");
        }
    }

    private long articles(SpecterParameters p) {
        checkKey(p, p.required("articleNo_1", 40));
        p.flag("forceArticleUpdate");
        p.flag("addSupplier");
        Map<String, String> wanted = new LinkedHashMap<>();
        for (int n = 1; p.has("articleNo_" + n); n++) {
            String articleNo = p.required("articleNo_" + n, 40);
            if (articleNo.contains(" ")) {
                throw Refusal.parameter("articleNo_" + n + " har mellanslag");
            }
            p.decimal("priceExclVAT_" + n, 2);
            p.whole("vatPercent_" + n);
            wanted.put(articleNo, p.required("name_" + n, 140));
        }
        p.refuseUnknown();
        wanted.forEach(articles::putIfAbsent);
        return wanted.size();
    }

    private long order(SpecterParameters p) {
        long customerId = p.whole("customerId");
        checkKey(p, Long.toString(customerId));
        if (!customers.containsKey(customerId)) {
            throw new Refusal(40, "Kunden finns inte");
        }
        String externalNo = p.required("externalOrderNo", 50);
        String webShop = p.text("webshopId");
        if (!webShop.isEmpty() && !webShops.contains(Long.parseLong(webShop))) {
            throw Refusal.parameter("okänd webbutik");
        }
        money(p);
        header(p);
        List<Row> rows = rows(p);
        boolean ignoreControl = p.flag("ignoreExternalOrderNoControl");
        p.refuseUnknown();
        Long existing = byExternalNo.get(externalNo);
        if (existing != null && !ignoreControl) {
            throw new Refusal(
                    50,
                    quirks.duplicateTellsNumber()
                            ? "Ordern finns redan som '" + existing + "'"
                            : "Ordernumret används redan");
        }
        long number = nextOrder++;
        orders.put(
                number,
                new Order(
                        number,
                        externalNo,
                        webShop,
                        customerId,
                        p.text("currency"),
                        p.text("payTypeIdentifier"),
                        p.text("payTypeReference"),
                        rows,
                        total(rows, 2)));
        byExternalNo.putIfAbsent(externalNo, number);
        return number;
    }

    private static void header(SpecterParameters p) {
        p.required("payTypeIdentifier", 5);
        p.text("payTypeReference", 100);
        p.text("payTypeIdentifierPaySystemUser", 100);
        p.flag("isPrepayment");
        p.text("externalDeliveryMethod", 100);
        p.text("customerReference", 70);
        p.text("customerOrderReference", 50);
        p.text("internalComment", 4_000);
        p.text("publishedComment", 4_000);
        p.flag("sendOrderMail");
        p.flag("sendOrderMailToUser");
        if (!Set.of("", "1", "2").contains(p.text("stocksiteid"))) {
            throw Refusal.parameter("okänt lager");
        }
    }

    private List<Row> rows(SpecterParameters p) {
        List<Row> rows = new ArrayList<>();
        for (int n = 1; p.has("articleNo_" + n); n++) {
            String articleNo = p.required("articleNo_" + n, 40);
            if (!articles.containsKey(articleNo)) {
                throw new Refusal(41, "Artikeln " + articleNo + " finns inte");
            }
            p.text("articleComment_" + n, 1_000);
            rows.add(new Row(
                    articleNo,
                    p.required("articleName_" + n, 140),
                    p.decimal("priceExclVAT_" + n, 3),
                    p.decimal("noOfItems_" + n, 3),
                    (int) p.whole("vatPercent_" + n)));
        }
        if (rows.isEmpty()) {
            throw Refusal.parameter("ordern har inga rader");
        }
        return rows;
    }

    private long invoice(SpecterParameters p) {
        long orderNo = p.whole("orderNo");
        checkKey(p, Long.toString(orderNo));
        p.refuseUnknown();
        if (!quirks.invoices()) {
            throw new Refusal(20, "Okänd action");
        }
        if (!orders.containsKey(orderNo) || invoices.containsKey(orderNo)) {
            throw new Refusal(60, "Ordern kan inte faktureras");
        }
        invoices.put(orderNo, nextInvoice);
        return nextInvoice++;
    }

    /** Per VAT rate net and VAT, each rounded half-up, all added. */
    static BigDecimal total(List<Row> rows, int decimals) {
        Map<Integer, BigDecimal> nets = new TreeMap<>();
        rows.forEach(row -> nets.merge(row.vatPercent(), row.price().multiply(row.quantity()), BigDecimal::add));
        BigDecimal total = BigDecimal.ZERO.setScale(decimals);
        for (Map.Entry<Integer, BigDecimal> rate : nets.entrySet()) {
            BigDecimal net = rate.getValue().setScale(decimals, RoundingMode.HALF_UP);
            BigDecimal vat =
                    net.multiply(BigDecimal.valueOf(rate.getKey(), 2)).setScale(decimals, RoundingMode.HALF_UP);
            total = total.add(net).add(vat);
        }
        return total;
    }

    synchronized @Nullable Order find(String externalNo) {
        Long number = byExternalNo.get(externalNo);
        return number == null ? null : orders.get(number);
    }

    synchronized List<Order> allOrders() {
        return List.copyOf(orders.values());
    }

    synchronized List<Customer> allCustomers() {
        return List.copyOf(customers.values());
    }

    /** Somebody removes articles by hand. */
    synchronized void removeArticle(String articleNo) {
        articles.remove(articleNo);
    }

    /** Somebody merges or removes a customer by hand. */
    synchronized void removeCustomer(long id) {
        Customer gone = customers.remove(id);
        if (gone != null) {
            byEmail.remove(gone.email());
            byOrgNo.remove(gone.orgNo());
        }
    }

    /** Another party uses an order number. */
    synchronized void occupy(String externalNo) {
        long number = nextOrder++;
        orders.put(number, new Order(number, externalNo, "", 0, "SEK", "I", "", List.of(), BigDecimal.ZERO));
        byExternalNo.put(externalNo, number);
    }
}
