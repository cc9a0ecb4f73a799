package se.brygga.cli.terminal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes values for people. */
public final class Output {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private Output() {}

    /** A time in the zone of this machine; a dash for none. */
    public static String time(@Nullable Instant at) {
        return at == null ? "-" : LOCAL.format(at);
    }

    /** An amount with its currency, with two decimals at least; a dash for none. */
    public static String money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null
                ? "-"
                : amount.stripTrailingZeros().scale() > 2
                        ? amount.stripTrailingZeros().toPlainString() + " " + currency
                        : amount.setScale(2).toPlainString() + " " + currency;
    }

    /** A number without the trailing zeros of the database. */
    public static @Nullable String number(@Nullable BigDecimal value) {
        return value == null
                ? null
                : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Values separated by commas; null for none. */
    public static @Nullable String list(List<String> values) {
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
