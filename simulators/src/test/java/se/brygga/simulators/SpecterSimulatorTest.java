package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.SpecterSimulator;

/** The Specter simulator is as strict as its reference, section 16, says. */
@ExtendWith(SimulatorsAtWork.class)
class SpecterSimulatorTest {

    private static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;
    private static final long ACCOUNT = 9999;

    private final Browser browser = new Browser();
    private SpecterSimulator specter;
    private SpecterAccount account;

    @BeforeEach
    void start(SpecterSimulator specter) {
        this.specter = specter;
        account = specter.account(ACCOUNT);
    }

    @Test
    void aPersonIsSignedByBothNamesInLatin1() throws Exception {
        // Vector V4 of the reference; V7 is the same name hashed as UTF-8.
        Map<String, String> person = person("asa@example.se", "");
        assertThat(post("newCustomerSubmit", person, "e13acd5aad1664b5bc06185be668f806"))
                .isEqualTo("1;42;OK");
        assertThat(post("newCustomerSubmit", person, "7612f4f9958bc59506adb312e371a41e"))
                .startsWith("0;10;");
        assertThat(account.customers())
                .singleElement()
                .satisfies(customer -> assertThat(customer.name()).isEqualTo("Åsa Öberg"));
    }

    @Test
    void anOrderIsSignedByItsCustomerAndGetsANumber() throws Exception {
        customer("a@example.se", "");
        // Vector V1: customer 42.
        assertThat(post("newOrderSubmit", order("K1"), "936333d65b5de22cc61d9aaed7b37a2d"))
                .isEqualTo("1;5001;OK");
    }

    @Test
    void aVersion1AccountHasOtherSecrets() throws Exception {
        customer("a@example.se", "");
        account.quirks().set("tenant.apiVersion", "1");
        // Vector V6.
        assertThat(post("newOrderSubmit", order("K1"), "0571c7ee3d70e022a15b3899054c9cc9"))
                .isEqualTo("1;5001;OK");
    }

    @ParameterizedTest
    @CsvSource({
        "newOrderSubmit, sbmId, 1234, 11",
        "newOrderSubmit, apiUserId, 99, 12",
        "makeCoffee, currency, SEK, 20",
        "newOrderSubmit, currency, BTC, 30",
        "newOrderSubmit, surprise, 1, 30",
        "newOrderSubmit, priceExclVAT_1, '79,20', 30",
        "newOrderSubmit, priceExclVAT_1, 79.2001, 30",
        "newOrderSubmit, customerReference, 01234567890123456789012345678901234567890123456789012345678901234567890, 30",
        "newOrderSubmit, customerId, 41, 40",
        "newOrderSubmit, articleNo_1, NOTHING, 41"
    })
    void eachMistakeHasItsCodeAndKeepsNothing(String action, String field, String value, String code) throws Exception {
        customer("a@example.se", "");
        Map<String, String> order = order("K1");
        order.put(field, value);
        String x = order.getOrDefault("customerId", "");
        assertThat(post(action, order, key(x))).startsWith("0;" + code + ";");
        assertThat(account.orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ERROR, 0;50;Ordernumret används redan, 1",
                "ERROR_WITH_NO, \"0;50;Ordern finns redan som '5001'\", 1",
                "OK_EXISTING, 1;5001;OK, 1",
                "CREATE_AGAIN, 1;5002;OK, 2"
            })
    void aRepeatedNumberIsAnsweredAsTheQuirkSays(String quirk, String answer, int orders) throws Exception {
        customer("a@example.se", "");
        account.quirks().set("order.duplicate", quirk);
        submit(order("K1"));
        assertThat(submit(order("K1"))).isEqualTo(answer);
        assertThat(account.orders()).hasSize(orders);
    }

    @Test
    void theGuardIsOffWhenTheCallSaysSo() throws Exception {
        customer("a@example.se", "");
        submit(order("K1"));
        Map<String, String> again = order("K1");
        again.put("ignoreExternalOrderNoControl", "1");
        assertThat(submit(again)).isEqualTo("1;5002;OK");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 42", "1, 0, 43", "0, 1, 42", "1, 1, 44"})
    void customersAreMatchedByTheTwoIgnoreFlags(String ignoreEmail, String ignoreOrgNo, String id) throws Exception {
        customer("a@example.se", "1");
        customer("b@example.se", "2");
        Map<String, String> third = person("a@example.se", "2");
        third.put("ignoreControlEmail", ignoreEmail);
        third.put("ignoreControlOrgNo", ignoreOrgNo);
        // E-mail hits 42 and number hits 43: the e-mail goes first unless it is ignored.
        assertThat(post("newCustomerSubmit", third, key("Åsa Öberg"))).isEqualTo("1;" + id + ";OK");
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, 1;42;OK", "ORGNO, 1;43;OK", "NEW, 1;44;OK", "ERROR, 0;40"})
    void twoDifferentHitsAreAnsweredAsTheQuirkSays(String quirk, String answer) throws Exception {
        customer("a@example.se", "1");
        customer("b@example.se", "2");
        account.quirks().set("match.conflict", quirk);
        assertThat(customer("a@example.se", "2")).startsWith(answer);
    }

    @Test
    void aMatchIsOverwrittenOnlyWithForce() throws Exception {
        customer("a@example.se", "");
        Map<String, String> moved = person("a@example.se", "");
        moved.put("city", "Lund");
        post("newCustomerSubmit", moved, key("Åsa Öberg"));
        assertThat(account.customers().getFirst().city()).isEqualTo("Malmö");
        moved.put("forceCustomerUpdate", "1");
        post("newCustomerSubmit", moved, key("Åsa Öberg"));
        assertThat(account.customers().getFirst().city()).isEqualTo("Lund");
    }

    @Test
    void whatIsLeftOutStaysOnTheCardAndWhatIsSentEmptyIsCleared() throws Exception {
        Map<String, String> full = person("a@example.se", "556000-0003");
        full.put("phoneNo", "031-1");
        full.put("addressRow2", "2 tr");
        post("newCustomerSubmit", full, key("Åsa Öberg"));
        Map<String, String> less = person("a@example.se", "");
        less.remove("orgNo");
        less.put("addressRow2", "");
        less.put("forceCustomerUpdate", "1");
        post("newCustomerSubmit", less, key("Åsa Öberg"));

        assertThat(account.customers()).singleElement().satisfies(customer -> {
            assertThat(customer.orgNo()).isEqualTo("556000-0003");
            assertThat(customer.card()).containsEntry("phoneNo", "031-1").doesNotContainKey("addressRow2");
        });
    }

    @Test
    void anOrderTakesStockAtOnceAndAPackageThatOfItsParts() throws Exception {
        customer("a@example.se", "");
        Map<String, String> order = order("K1");
        order.put("articleNo_1", "KAJ-SET");
        submit(order);
        assertThat(account.stock())
                .filteredOn(stock -> stock.type().equals("GW"))
                .extracting(stock -> stock.articleNo() + "=" + stock.available().intValue())
                .contains("KAJ-001=10", "KAJ-003=28");
    }

    @Test
    void stockIsTakenFromAnArticleCallOnlyWhenTheArticleIsMade() throws Exception {
        Map<String, String> article = new LinkedHashMap<>(
                Map.of("articleNo_1", "NY-1", "name_1", "Ny", "priceExclVAT_1", "10.00", "vatPercent_1", "25"));
        article.put("createArticleStock_1", "1");
        article.put("noItemsInStock_1", "7");
        article.put("forceArticleUpdate", "1");
        post("newArticleSubmit", article, key("NY-1"));
        article.put("noItemsInStock_1", "99");
        post("newArticleSubmit", article, key("NY-1"));
        assertThat(account.stock())
                .filteredOn(stock -> stock.articleNo().equals("NY-1"))
                .singleElement()
                .satisfies(stock -> assertThat(stock.available()).isEqualByComparingTo("7"));
    }

    @ParameterizedTest
    @CsvSource({"ALL_OR_NOTHING, 0", "FIRST_BAD_STOPS, 1", "SKIP_BAD, 2"})
    void oneBadArticleOfThreeIsAnsweredAsTheQuirkSays(String quirk, int kept) throws Exception {
        account.quirks().set("article.partial", quirk);
        Map<String, String> articles = new LinkedHashMap<>();
        for (int n = 1; n <= 3; n++) {
            articles.put("articleNo_" + n, n == 2 ? "HAS SPACE" : "NY-" + n);
            articles.put("name_" + n, "Ny");
            articles.put("priceExclVAT_" + n, "10.00");
            articles.put("vatPercent_" + n, "25");
        }
        post("newArticleSubmit", articles, key("NY-1"));
        assertThat(account.stock())
                .filteredOn(stock -> stock.articleNo().startsWith("NY-"))
                .hasSize(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ELEMENTS", "ATTRIBUTES"})
    void xmlIsAnsweredOnlyWhenItIsAskedForWithTwo(String style) throws Exception {
        account.quirks().set("xml.style", style);
        customer("a@example.se", "");
        Map<String, String> order = order("K1");
        order.put("useXML", "2");
        assertThat(submit(order)).contains("<APIresponse", "5001").startsWith("<?xml");
    }

    @Test
    void namesOfParametersMayBeSpelledInAnyCase() throws Exception {
        customer("a@example.se", "");
        String body = form(order("K1"), key("42")).replace("useXML", "USExml").replace("currency=", "Currency=");
        String uri = specter.uri() + "/putInfo.asp?Action=newOrderSubmit";
        assertThat(browser.send("POST", uri, body, LATIN_1).body()).isEqualTo("1;5001;OK");
    }

    @Test
    void limitsAreAnsweredWithHtml() throws Exception {
        account.quirks().set("rateLimitPerMinute", "1");
        customer("a@example.se", "");
        Browser.Answer limited = browser.send(
                "POST", specter.uri() + "/putInfo.asp?action=newOrderSubmit", form(order("K1"), key("42")), LATIN_1);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.body()).startsWith("<html>");
    }

    @ParameterizedTest
    @CsvSource({
        "error.codes.key, bad-key, 910",
        "error.codes.user, apiUserId, 911",
        "error.codes.action, action, 912",
        "error.codes.parameter, currency, 913",
        "error.codes.customer, customerId, 914",
        "error.codes.article, articleNo_1, 915",
        "error.codes.duplicate, none, 916"
    })
    void aMistakeHasTheCodeThatTheAccountUses(String quirk, String wrong, String code) throws Exception {
        customer("a@example.se", "");
        account.quirks().set(quirk, code);
        Map<String, String> order = order("K1");
        if (wrong.equals("none")) {
            submit(order);
        } else if (order.containsKey(wrong) || wrong.equals("apiUserId")) {
            order.put(wrong, "41");
        }
        String key = key(wrong.equals("bad-key") ? "x" : order.getOrDefault("customerId", ""));
        String action = wrong.equals("action") ? "makeCoffee" : "newOrderSubmit";
        assertThat(post(action, order, key)).startsWith("0;" + code + ";");
    }

    @Test
    void aRequestLineThatIsTooLongIsRefusedByTheWebServer() throws Exception {
        account.quirks().set("maxUrlBytes", "50");
        String uri = specter.uri() + "/putInfo.asp?action=newCustomerSubmit";
        String body = form(person("a@example.se", ""), key("Åsa Öberg"));
        assertThat(browser.send("POST", uri, body, LATIN_1).status()).isEqualTo(200);
        assertThat(browser.send("POST", uri + "&useXML=1&webshopId=1", body, LATIN_1)
                        .status())
                .isEqualTo(414);
    }

    @Test
    void aRowsDiscountLowersTheOrder() throws Exception {
        customer("a@example.se", "");
        Map<String, String> order = order("K1");
        order.put("priceExclVAT_1", "100");
        order.put("discount_1", "12.5");
        submit(order);
        assertThat(account.orders().getFirst().total()).isEqualByComparingTo("218.75");
        order.put("discount_1", "101");
        order.put("externalOrderNo", "K2");
        assertThat(submit(order)).startsWith("0;30;");
    }

    @ParameterizedTest
    @CsvSource({
        "wire.customerReference, customerReference, yourReference",
        "wire.orderDate, orderDate, date",
    })
    void aFieldOfAnOrderHasTheNameThatTheAccountUses(String quirk, String usual, String other) throws Exception {
        customer("a@example.se", "");
        account.quirks().set(quirk, other);
        Map<String, String> order = order("K1");
        order.put(usual, "2026-01-02");
        assertThat(submit(order)).startsWith("0;30;");
        order.put(other, order.remove(usual));
        assertThat(submit(order)).startsWith("1;");
    }

    @ParameterizedTest
    @CsvSource({
        "wire.faxNo, faxNo, fax",
        "wire.identifyByCustomerId, identifyByCustomerId, useCustomerId",
    })
    void aFieldOfACustomerHasTheNameThatTheAccountUses(String quirk, String usual, String other) throws Exception {
        account.quirks().set(quirk, other);
        Map<String, String> person = person("a@example.se", "");
        person.put(usual, "1");
        assertThat(post("newCustomerSubmit", person, key("Åsa Öberg"))).startsWith("0;30;");
        person.put(other, person.remove(usual));
        assertThat(post("newCustomerSubmit", person, key("Åsa Öberg"))).startsWith("1;");
    }

    @Test
    void theShopsNumberHasAnotherNameInVersion1() throws Exception {
        customer("a@example.se", "");
        account.quirks().set("tenant.apiVersion", "1");
        Map<String, String> order = order("K1");
        order.put("externalWebshopNo", "2");
        post("newOrderSubmit", order, "0571c7ee3d70e022a15b3899054c9cc9");
        assertThat(account.orders().getFirst().webshopId()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"21, 0;12;", "22, 1;42;"})
    void aUserMayDoWhatItsRightsSay(String user, String answer) throws Exception {
        Map<String, String> person = person("a@example.se", "");
        person.put("apiUserId", user);
        String inner = md5(SpecterSimulator.OTHER_USERS_KEY + ACCOUNT + "Åsa Öberg");
        assertThat(post("newCustomerSubmit", person, md5(SpecterSimulator.INTEGRATION_KEY + inner)))
                .startsWith(answer);
    }

    private String customer(String email, String orgNo) throws Exception {
        return post("newCustomerSubmit", person(email, orgNo), key("Åsa Öberg"));
    }

    private String submit(Map<String, String> order) throws Exception {
        return post("newOrderSubmit", order, key(order.getOrDefault("customerId", "")));
    }

    private String post(String action, Map<String, String> parameters, String key) throws Exception {
        String uri = specter.uri() + "/putInfo.asp?action=" + action;
        return browser.send("POST", uri, form(parameters, key), LATIN_1).body();
    }

    private static String form(Map<String, String> parameters, String key) {
        Map<String, String> all =
                new LinkedHashMap<>(Map.of("sbmId", "9999", "apiUserId", "7", "useXML", "1", "key", key));
        all.putAll(parameters);
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), LATIN_1))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> person(String email, String orgNo) {
        Map<String, String> person = new LinkedHashMap<>();
        person.put("typeCustomer", "C");
        person.put("customerOrganizationalForm", "P");
        person.put("firstName", "Åsa");
        person.put("surName", "Öberg");
        person.put("city", "Malmö");
        person.put("emailAddress", email);
        person.put("orgNo", orgNo);
        person.put("currency", "SEK");
        person.put("language", "SE");
        return person;
    }

    private static Map<String, String> order(String externalNo) {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("customerId", "42");
        order.put("externalOrderNo", externalNo);
        order.put("currency", "SEK");
        order.put("language", "SE");
        order.put("payTypeIdentifier", "KG");
        order.put("articleNo_1", "KAJ-001");
        order.put("articleName_1", "Kajak");
        order.put("priceExclVAT_1", "79.200");
        order.put("noOfItems_1", "2");
        order.put("vatPercent_1", "25");
        return order;
    }

    private static String key(String x) throws Exception {
        return md5(SpecterSimulator.INTEGRATION_KEY + md5(SpecterSimulator.USER_KEY_9999 + ACCOUNT + x));
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(LATIN_1)));
    }
}
