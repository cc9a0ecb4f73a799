package se.brygga.setup.products;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.specter.wire.Latin1;

/** The one form of each value, so that two systems' values can be compared as texts. */
public final class Values {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private Values() {}

    /** A text on one line, without blanks at its ends. */
    public static String text(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** As {@link #text}, in the letters that Specter has. A text that has no such form stays, so that it is objected to. */
    static String inSpecter(String text) {
        String line = text(text);
        return Latin1.lost(line).findAny().isPresent()
                ? line
                : Latin1.line(line).value();
    }

    /** A number without needless zeros. */
    public static String number(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** As {@link #number}. Null when there is none, or 0, which shops show where nobody has filled in a number. */
    static @Nullable String filledIn(@Nullable BigDecimal number) {
        return number == null || number.signum() == 0 ? null : number(number);
    }
}
