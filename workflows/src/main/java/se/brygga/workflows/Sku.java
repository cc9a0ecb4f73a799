package se.brygga.workflows;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Says when two spellings of a SKU, or of an article number, mean the same article. Upper and lower case make no
 * difference (Starweb reference O-23). Blanks at the ends make none either. The books, the pushes and the lists
 * identify a SKU by its {@link #key}. Specter gets the spelling that Specter uses.
 */
public final class Sku {

    /** Includes no-break blanks. */
    private static final Pattern BLANKS_AT_THE_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    /** Starweb reference section 7.1. */
    private static final Pattern IN_SHOP = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private Sku() {}

    /**
     * Whether a shop can hold a SKU with this spelling (Starweb reference section 7.1). The shop is not asked for any
     * other.
     */
    public static boolean canBeInShop(String spelled) {
        return IN_SHOP.matcher(spelled).matches();
    }

    /** The key of a SKU: equal for all spellings of one SKU. */
    public static String key(String spelled) {
        return trimmed(spelled).toUpperCase(Locale.ROOT);
    }

    /** The SKU as it is spelled, without blanks at the ends. */
    public static String trimmed(String spelled) {
        return BLANKS_AT_THE_ENDS.matcher(spelled).replaceAll("");
    }

    /** Whether two spellings mean the same SKU. */
    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }
}
