package se.brygga.workflows;

import java.util.regex.Pattern;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.RequestRefused;

/**
 * One web shop of one tenant. Both parts are keys from the set-up file, never names of people.
 *
 * @param tenant lower-case key, 1 to 40 of {@code a-z 0-9 -}
 * @param shop the same, unique within the tenant
 */
public record ShopRef(String tenant, String shop) {

    /**
     * Keys appear in workflow ids, paths and file names. Only characters that are safe in all of these are allowed.
     */
    public static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public ShopRef {
        requireKey("tenant", tenant);
        requireKey("shop", shop);
    }

    /**
     * The inverse of {@link #toString()}.
     *
     * @throws RequestRefused the text is not {@code tenant/shop}
     */
    public static ShopRef parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw Reason.NO_SHOP_FORM.refused(text);
        }
        return new ShopRef(parts[0], parts[1]);
    }

    static void requireKey(String what, String key) {
        if (!KEY.matcher(key).matches()) {
            throw Reason.KEY_NOT_ALLOWED.refused(what, key);
        }
    }

    @Override
    public String toString() {
        return tenant + "/" + shop;
    }
}
