package se.brygga.testbed.specter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import se.brygga.testbed.sim.Quirks;
import se.brygga.testbed.specter.feeds.Feeds;
import se.brygga.testbed.specter.protocol.Refusal;
import se.brygga.testbed.specter.protocol.SpecterParameters;
import se.brygga.testbed.specter.protocol.SpecterQuirks;
import se.brygga.testbed.specter.sales.Customers;

/** Whether a call may be made: user, right, script and key (reference, section 2). */
final class KeyCheck {

    static final String CHECK_ACCOUNT = "checkAccountSettings";

    /** Who may call. */
    record Credentials(long sbmId, String apiUserId, String apiUserKey, String integrationKey) {}

    private final Credentials credentials;
    private final Quirks quirks;

    KeyCheck(Credentials credentials, Quirks quirks) {
        this.credentials = credentials;
        this.quirks = quirks;
    }

    long sbmId() {
        return credentials.sbmId();
    }

    /** @throws Refusal the call may not be made */
    void check(String script, String action, SpecterParameters p) {
        checkUser(action, p);
        p.text("sbmId");
        p.text("action");
        p.text("useXML");
        checkScript(script, action);
        checkKey(p, signed(action, p));
    }

    private void checkUser(String action, SpecterParameters p) {
        boolean known =
                p.text("apiUserId").equals(credentials.apiUserId()) || quirks.is(SpecterQuirks.API_VERSION, "1");
        boolean read = action.equals(CHECK_ACCOUNT) || Feeds.handles(action);
        if (!known || !quirks.get(SpecterQuirks.RIGHTS).contains(read ? "R" : "W")) {
            throw new Refusal(12, "Användaren är okänd eller saknar rättighet");
        }
    }

    private void checkScript(String script, String action) {
        String right = Feeds.handles(action)
                ? "getInfo"
                : action.equals(CHECK_ACCOUNT) ? quirks.get(SpecterQuirks.CHECK_ACCOUNT_SCRIPT) : "putInfo";
        if (!script.equals(right)) {
            throw Refusal.unknownAction();
        }
    }

    /** X of the key (reference, section 2.2). */
    private String signed(String action, SpecterParameters p) {
        if (Feeds.handles(action)) {
            return p.text("batchNo");
        }
        return switch (action) {
            case "newCustomerSubmit" -> Customers.signedName(p);
            case "newArticleSubmit" -> p.text("articleNo_1");
            case "newOrderSubmit" -> p.text("customerId");
            case "orderInvoiceSubmit", "orderCancelSubmit" -> p.text("orderNo");
            case CHECK_ACCOUNT -> quirks.is(SpecterQuirks.CHECK_ACCOUNT_X, "SBMID") ? Long.toString(sbmId()) : "";
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
}
