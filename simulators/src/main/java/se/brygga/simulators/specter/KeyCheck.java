package se.brygga.simulators.specter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.feeds.Feeds;
import se.brygga.simulators.specter.protocol.SimRefusal;
import se.brygga.simulators.specter.protocol.SpecterParameters;
import se.brygga.simulators.specter.protocol.SpecterQuirk;
import se.brygga.simulators.specter.sales.Customers;

/** Whether a call may be made: user, right, script and key (reference, section 2). */
final class KeyCheck {

    static final String CHECK_ACCOUNT = "checkAccountSettings";

    /**
     * Who may call an account.
     *
     * @param users the first one's rights are those of the quirk
     */
    record Credentials(long sbmId, List<User> users, String integrationKey) {}

    /** @param rights {@code R} to read, {@code W} to write, or both */
    record User(String id, String key, String rights) {}

    private final Credentials credentials;
    private final Quirks quirks;

    KeyCheck(Credentials credentials, Quirks quirks) {
        this.credentials = credentials;
        this.quirks = quirks;
    }

    long sbmId() {
        return credentials.sbmId();
    }

    /** @throws SimRefusal the call may not be made */
    void check(String script, String action, SpecterParameters p) {
        User user = user(action, p);
        p.text("sbmId");
        p.text("action");
        p.text("useXML");
        checkScript(script, action);
        checkKey(p, user, signed(action, p));
    }

    private User user(String action, SpecterParameters p) {
        User first = credentials.users().getFirst();
        String id = p.text("apiUserId");
        Optional<User> user = quirks.is(SpecterQuirk.API_VERSION, "1")
                ? Optional.of(first)
                : credentials.users().stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst();
        String right = action.equals(CHECK_ACCOUNT) || Feeds.handles(action) ? "R" : "W";
        return user.filter(one -> (one.equals(first) ? quirks.get(SpecterQuirk.RIGHTS) : one.rights()).contains(right))
                .orElseThrow(
                        () -> new SimRefusal(SimRefusal.Reason.USER, "Användaren är okänd eller saknar rättighet"));
    }

    private void checkScript(String script, String action) {
        String right = Feeds.handles(action)
                ? "getInfo"
                : action.equals(CHECK_ACCOUNT) ? quirks.get(SpecterQuirk.CHECK_ACCOUNT_SCRIPT) : "putInfo";
        if (!script.equals(right)) {
            throw SimRefusal.unknownAction();
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
            case CHECK_ACCOUNT -> quirks.is(SpecterQuirk.CHECK_ACCOUNT_X, "SBMID") ? Long.toString(sbmId()) : "";
            default -> throw SimRefusal.unknownAction();
        };
    }

    private void checkKey(SpecterParameters p, User user, String x) {
        // With version 1 the outer secret is the merchant's second key, as in the reference's vector V6.
        String outer = quirks.is(SpecterQuirk.API_VERSION, "1")
                ? SpecterSimulator.USER_KEY_8888
                : credentials.integrationKey();
        if (!md5(outer + md5(user.key() + sbmId() + x)).equals(p.text("key"))) {
            throw SimRefusal.key();
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
