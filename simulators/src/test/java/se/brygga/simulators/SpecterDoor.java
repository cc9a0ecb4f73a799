package se.brygga.simulators;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.protocol.FeedQuirk;

/** Calls of account 9999 in plain HTTP, with keys made here: nothing of Brygga's clients, nothing of the simulator's check. */
final class SpecterDoor implements AutoCloseable {

    static final Charset LATIN_1 = StandardCharsets.ISO_8859_1;
    static final long ACCOUNT = 9999;

    private final Browser browser = new Browser();
    final SpecterSimulator specter;

    /** What people do in the account. */
    final SpecterAccount account;

    SpecterDoor(SpecterSimulator specter) {
        this.specter = specter;
        this.account = specter.account(ACCOUNT);
    }

    /** Of a Specter of its own: nothing is in the account's feeds yet. */
    static SpecterDoor withoutNews(Clock clock) {
        SpecterDoor door = new SpecterDoor(SimulatorsAtWork.specter(7, clock));
        door.account.quirks().set(FeedQuirk.INITIAL_PENDING, "false");
        return door;
    }

    @Override
    public void close() {
        specter.close();
    }

    /** A get of stock as text. */
    String stockText(String batchNo) throws Exception {
        return get("getArticleExternalNeedUpdate", batchNo, Map.of());
    }

    /** The same by POST, which Java's HTTP client does not repeat by itself when the connection is dropped. */
    String stockTextByPost(String batchNo) throws Exception {
        String form = form(Map.of("sbmId", "9999", "apiUserId", "7", "batchNo", batchNo, "key", key(batchNo)));
        return browser.send("POST", specter.uri() + "/getInfo.asp?action=getArticleExternalNeedUpdate", form, LATIN_1)
                .body();
    }

    /** A get or an ack as XML. */
    String xml(String action, String batchNo) throws Exception {
        return get(action, batchNo, Map.of("useXML", "2"));
    }

    /** A get as XML, byte for byte: Latin-1 maps each byte to one character. */
    byte[] bytes(String action, String batchNo) throws Exception {
        return xml(action, batchNo).getBytes(LATIN_1);
    }

    /** @param more name, value, name, value beside {@code useXML=2} */
    String xml(String action, String batchNo, String... more) throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("useXML", "2"));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return get(action, batchNo, parameters);
    }

    /** An ack as text. */
    String ack(String action, String batchNo) throws Exception {
        return get(action, batchNo, Map.of());
    }

    String get(String action, String batchNo, Map<String, String> more) throws Exception {
        return send(action, batchNo, key(batchNo), more).body();
    }

    Browser.Answer send(String action, String batchNo, String key, Map<String, String> more) throws Exception {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("action", action);
        all.put("sbmId", "9999");
        all.put("apiUserId", "7");
        all.put("batchNo", batchNo);
        all.put("key", key);
        all.putAll(more);
        return browser.send("GET", specter.uri() + "/getInfo.asp?" + form(all), "", LATIN_1);
    }

    /**
     * Places an order of account 9999's first customer, and makes that customer if need be.
     *
     * @return Specter's number
     */
    long order(String externalNo, String... articlesAndQuantities) throws Exception {
        return order(externalNo, Map.of(), articlesAndQuantities);
    }

    long order(String externalNo, Map<String, String> more, String... articlesAndQuantities) throws Exception {
        put(
                "newCustomerSubmit",
                "Kund AB",
                Map.of(
                        "typeCustomer", "C",
                        "customerOrganizationalForm", "C",
                        "name", "Kund AB",
                        "emailAddress", "kund@example.se",
                        "orgNo", "556677-8899",
                        "customerGroupId", "2",
                        "currency", "SEK",
                        "language", "SE"));
        Map<String, String> order = new LinkedHashMap<>();
        order.put("customerId", "42");
        order.put("externalOrderNo", externalNo);
        order.put("webshopId", "1");
        order.put("currency", "SEK");
        order.put("language", "SE");
        order.put("payTypeIdentifier", "KG");
        order.put("externalDeliveryMethod", "PostNord");
        for (int i = 0; i < articlesAndQuantities.length; i += 2) {
            int n = i / 2 + 1;
            order.put("articleNo_" + n, articlesAndQuantities[i]);
            order.put("articleName_" + n, "Vara");
            order.put("priceExclVAT_" + n, "100");
            order.put("noOfItems_" + n, articlesAndQuantities[i + 1]);
            order.put("vatPercent_" + n, "25");
        }
        order.putAll(more);
        String answer = put("newOrderSubmit", "42", order);
        if (!answer.startsWith("1;")) {
            throw new AssertionError(answer);
        }
        return Long.parseLong(answer.split(";", 3)[1]);
    }

    /** A write, signed over X. */
    String put(String action, String x, Map<String, String> parameters) throws Exception {
        Map<String, String> all =
                new LinkedHashMap<>(Map.of("sbmId", "9999", "apiUserId", "7", "useXML", "1", "key", key(x)));
        all.putAll(parameters);
        return browser.send("POST", specter.uri() + "/putInfo.asp?action=" + action, form(all), LATIN_1)
                .body();
    }

    /** A write whose answer may not come: a fault of the simulator. */
    void putLosingTheAnswer(String action, String x, Map<String, String> parameters) throws Exception {
        try {
            put(action, x, parameters);
        } catch (IOException lost) {
            // As the fault wanted.
        }
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), LATIN_1))
                .collect(Collectors.joining("&"));
    }

    static String key(String x) throws Exception {
        return md5(SpecterSimulator.INTEGRATION_KEY + md5(SpecterSimulator.USER_KEY_9999 + ACCOUNT + x));
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(LATIN_1)));
    }
}
