package se.brygga.activities.specter.wire;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as Specter writes them: with comma or dot, without thousands separators (reference section 3). */
public final class Decimals {

    /** Classic ASP leaves out a leading zero. More digits than this are no quantity and no price. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?=[.,]?\\d)\\d{0,15}([.,]\\d{0,10})?");

    private Decimals() {}

    /** Null when it is no number. */
    public static @Nullable BigDecimal read(String text) {
        String number = text.strip();
        return NUMBER.matcher(number).matches() ? new BigDecimal(number.replace(',', '.')) : null;
    }
}
