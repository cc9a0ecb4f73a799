package se.brygga.workflows;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * When two spellings of a SKU, or of an article number, mean the same one. Upper and lower case make no difference (Starweb reference
 * O-23), nor do blanks at the ends. The books, the pushes and the lists know every SKU by its {@link #key}; what is sent to Specter is
 * spelled as Specter does.
 */
public final class Sku {

    /** No-break blanks too. */
    private static final Pattern BLANKS_AT_THE_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    /** Starweb reference section 7.1. */
    private static final Pattern IN_SHOP = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private Sku() {}

    /** Whether a shop can hold a SKU that is spelled so; for any other the shop need not be asked. */
    public static boolean canBeInShop(String spelled) {
        return IN_SHOP.matcher(spelled).matches();
    }

    /** The same for all spellings of one SKU. */
    public static String key(String spelled) {
        return trimmed(spelled).toUpperCase(Locale.ROOT);
    }

    /** As it is spelled, without the blanks at its ends. */
    public static String trimmed(String spelled) {
        return BLANKS_AT_THE_ENDS.matcher(spelled).replaceAll("");
    }

    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }
}
