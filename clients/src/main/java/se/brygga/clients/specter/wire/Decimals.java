package se.brygga.clients.specter.wire;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.Sku;

/**
 * Reads numbers as Specter writes them: with comma or dot (reference section 3). A Swedish server may also put a blank
 * between thousands, no-break or not.
 */
final class Decimals {

    /** Classic ASP leaves out a leading zero. A number with more digits than this is no quantity and no price. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?=[.,]?\\d)\\d{0,15}([.,]\\d{0,10})?");

    private static final Pattern BLANK = Pattern.compile("[ \\u00a0\\u2009\\u202f]");

    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(" + BLANK + "\\d{3})+([.,]\\d{0,10})?");

    private Decimals() {}

    /** The number; null when the text is none. */
    public static @Nullable BigDecimal read(String text) {
        String number = Sku.trimmed(text);
        if (THOUSANDS.matcher(number).matches()) {
            number = BLANK.matcher(number).replaceAll("");
        }
        return NUMBER.matcher(number).matches() ? new BigDecimal(number.replace(',', '.')) : null;
    }
}
