package se.brygga.starter.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.store.feed.PriceValue;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import tools.jackson.databind.json.JsonMapper;

/** How values look to a person, and to a program. */
final class Output {

    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Output() {}

    static String time(@Nullable Instant at) {
        return at == null ? "-" : LOCAL.format(at);
    }

    static String money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null
                ? "-"
                : amount.stripTrailingZeros().scale() > 2
                        ? amount.stripTrailingZeros().toPlainString() + " " + currency
                        : amount.setScale(2).toPlainString() + " " + currency;
    }

    /** Without the zeros that the database keeps. */
    static @Nullable String number(@Nullable BigDecimal value) {
        return value == null
                ? null
                : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** With the offer, where there is one. */
    static String price(@Nullable PriceValue value) {
        return value == null ? "none" : value.toString();
    }

    /** @param name null or empty when the shop did not tell it */
    static String priceList(long id, @Nullable String name) {
        return name == null || name.isBlank() ? Long.toString(id) : name + " (" + id + ")";
    }

    static @Nullable String list(List<String> values) {
        return values.isEmpty() ? null : String.join(", ", values);
    }

    static String command(Decision.Kind kind) {
        return kind == Decision.Kind.DONE_BY_HAND ? "done" : kind.code();
    }

    /** As it can be pasted: what is to be filled in stands as … between quotes. */
    static String runnable(Decision.Kind kind, OrderRef order, @Nullable Cause about) {
        return "./brygga orders " + command(kind) + " " + order
                + (about == null ? "" : " --cause " + about.code())
                + (kind == Decision.Kind.DONE_BY_HAND ? " --specter-number \"…\"" : "")
                + (kind == Decision.Kind.RETRY ? "" : " --reason \"…\"");
    }

    static String json(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
