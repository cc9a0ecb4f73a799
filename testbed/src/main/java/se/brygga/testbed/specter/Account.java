package se.brygga.testbed.specter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.brygga.testbed.sim.Quirks;
import se.brygga.testbed.specter.SpecterSimulator.Customer;
import se.brygga.testbed.specter.SpecterSimulator.Order;

/** One account (SBMID): credentials, state and the check of each call's key. Its methods hold its lock. */
final class Account {

    /** Who may call. */
    record Credentials(long sbmId, String apiUserId, String apiUserKey, String integrationKey) {}

    private static final Set<String> READS = Set.of("checkAccountSettings");

    private final Credentials credentials;
    private final Quirks quirks = SpecterQuirks.create();
    private final Customers customers;
    private final Articles articles;
    private final Orders orders;

    Account(Credentials credentials, Set<Long> webShops) {
        this.credentials = credentials;
        this.customers = new Customers(quirks);
        this.articles = new Articles(quirks);
        this.orders = new Orders(quirks, customers, articles, webShops);
    }

    long sbmId() {
        return credentials.sbmId();
    }

    Quirks quirks() {
        return quirks;
    }

    /**
     * Does what the call asks for.
     *
     * @param script {@code putInfo} or {@code getInfo}
     * @return the number that the answer tells
     * @throws Refusal a business error; nothing has changed
     */
    synchronized long act(String script, String action, SpecterParameters p) {
        checkUser(action, p);
        p.text("sbmId");
        p.text("action");
        p.text("useXML");
        checkScript(script, action);
        checkKey(p, signed(action, p));
        return switch (action) {
            case "newCustomerSubmit" -> customers.submit(p);
            case "newArticleSubmit" -> articles.submit(p);
            case "newOrderSubmit" -> orders.submit(p);
            case "orderInvoiceSubmit" -> orders.invoice(p);
            case "orderCancelSubmit" -> orders.cancel(p);
            case "checkAccountSettings" -> {
                if (quirks.is(SpecterQuirks.CHECK_ACCOUNT, "false")) {
                    throw Refusal.unknownAction();
                }
                yield sbmId();
            }
            default -> throw Refusal.unknownAction();
        };
    }

    private void checkUser(String action, SpecterParameters p) {
        boolean known =
                p.text("apiUserId").equals(credentials.apiUserId()) || quirks.is(SpecterQuirks.API_VERSION, "1");
        String rights = quirks.get(SpecterQuirks.RIGHTS);
        if (!known || !rights.contains(READS.contains(action) ? "R" : "W")) {
            throw new Refusal(12, "Användaren är okänd eller saknar rättighet");
        }
    }

    private void checkScript(String script, String action) {
        String right =
                action.equals("checkAccountSettings") ? quirks.get(SpecterQuirks.CHECK_ACCOUNT_SCRIPT) : "putInfo";
        if (!script.equals(right)) {
            throw Refusal.unknownAction();
        }
    }

    /** X of the key (reference, section 2.2). */
    private String signed(String action, SpecterParameters p) {
        return switch (action) {
            case "newCustomerSubmit" -> Customers.signedName(p);
            case "newArticleSubmit" -> p.text("articleNo_1");
            case "newOrderSubmit" -> p.text("customerId");
            case "orderInvoiceSubmit", "orderCancelSubmit" -> p.text("orderNo");
            case "checkAccountSettings" ->
                quirks.is(SpecterQuirks.CHECK_ACCOUNT_X, "SBMID") ? Long.toString(sbmId()) : "";
            default -> throw Refusal.unknownAction();
        };
    }

    private void checkKey(SpecterParameters p, String x) {
        // With version 1 the outer secret is the merchant's second key, as in the reference's vector V6.
        String outer = quirks.is(SpecterQuirks.API_VERSION, "1")
                ? SpecterSimulator.USER_KEY_8888
                : credentials.integrationKey();
        if (!md5(outer + md5(credentials.apiUserKey() + sbmId() + x)).equals(p.text("key"))) {
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

    synchronized Optional<Order> find(String externalNo) {
        return orders.find(externalNo);
    }

    synchronized List<Order> orders() {
        return orders.list();
    }

    synchronized List<Customer> customers() {
        return customers.list();
    }

    synchronized List<SpecterSimulator.Stock> stock() {
        return articles.list().stream()
                .map(article -> new SpecterSimulator.Stock(
                        article.articleNo(),
                        article.name(),
                        article.type().name(),
                        article.available(Articles.DEFAULT_SITE)))
                .toList();
    }

    synchronized void removeArticle(String articleNo) {
        articles.remove(articleNo);
    }

    synchronized void removeCustomer(long id) {
        customers.remove(id);
    }

    synchronized void occupy(String externalNo) {
        orders.occupy(externalNo);
    }
}
