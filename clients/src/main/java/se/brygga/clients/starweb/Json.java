package se.brygga.clients.starweb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.workflows.attention.Phrase;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON tolerantly (reference sections 2 and 16). Children come as {@code {"data":…}}, bare, as {@code []}, as
 * null or not at all. Numbers come as strings too.
 */
final class Json {

    private Json() {}

    /** Far more than any amount has, and still few enough for the books. */
    private static final int DIGITS_AT_MOST = 15;

    private static final int DECIMALS_AT_MOST = 30;

    private static final int REPLACEMENT = 0xFFFD;

    /**
     * A text; null when it is missing or blank.
     *
     * @throws se.brygga.clients.remote.RemoteFailure OUR_FAULT with the name of the field: no database can hold the
     *     text
     */
    static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asString("").strip();
        if (text.indexOf('\0') >= 0 || hasLoneSurrogate(text)) {
            throw unreadable(field, Phrase.ODD_CHARACTER);
        }
        return text.isEmpty() ? null : text;
    }

    /**
     * A text of which each character that no database can hold is U+FFFD. The text is shown to people, and is never sent
     * to Specter unnoticed, because Latin-1 lacks U+FFFD.
     */
    static @Nullable String shown(JsonNode node, String field) {
        String text = node.path(field)
                .asString("")
                .codePoints()
                .map(c -> c == 0 || isSurrogate(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return text.isEmpty() ? null : text;
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(Json::isSurrogate);
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /**
     * A whole number; null when it is missing.
     *
     * @throws se.brygga.clients.remote.RemoteFailure OUR_FAULT with the name of the field: the value is no id that a
     *     call could name
     */
    static @Nullable Long number(JsonNode node, String field) {
        BigDecimal number = parsed(node, field).orElse(null);
        if (number == null) {
            return null;
        }
        if (number.precision() - number.scale() > 19 || number.toBigInteger().bitLength() > 63) {
            throw unreadable(field, Phrase.NUMBER_TOO_LARGE);
        }
        return number.longValue();
    }

    /** An id without which the rest of the answer can be used. */
    static long numberOrZero(JsonNode node, String field) {
        Long number = number(node, field);
        return number == null ? 0 : number;
    }

    /**
     * A decimal number; empty when it is missing.
     *
     * @throws se.brygga.clients.remote.RemoteFailure OUR_FAULT with the name of the field: the books cannot hold the
     *     number
     */
    static Optional<BigDecimal> decimal(JsonNode node, String field) {
        Optional<BigDecimal> number = parsed(node, field);
        number.filter(n -> n.precision() - n.scale() > DIGITS_AT_MOST || n.scale() > DECIMALS_AT_MOST)
                .ifPresent(beyond -> {
                    throw unreadable(field, Phrase.AMOUNT_TOO_LARGE);
                });
        return number;
    }

    private static RemoteFailure unreadable(String field, Phrase why) {
        return StarwebAnswers.unreadable("Starweb", why.with(field));
    }

    private static Optional<BigDecimal> parsed(JsonNode node, String field) {
        JsonNode value = node.path(field);
        try {
            return value.isNumber() || value.isString()
                    ? Optional.of(new BigDecimal(value.asString().strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static BigDecimal decimalOrZero(JsonNode node, String field) {
        return decimal(node, field).orElse(BigDecimal.ZERO);
    }

    /** A flag. 0 and 1 are read too, as number or text. */
    static boolean flag(JsonNode node, String field, boolean unlessTold) {
        return switch (node.path(field).asString("").strip()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> unlessTold;
        };
    }

    /** A child object, unwrapped. A missing node when the child is absent, null or an empty array. */
    static JsonNode child(JsonNode node, String field) {
        JsonNode child = node.path(field);
        return child.path("data").isObject()
                ? child.path("data")
                : child.isObject() && !child.has("data")
                        ? child
                        : tools.jackson.databind.node.MissingNode.getInstance();
    }

    /** A child list, unwrapped. */
    static List<JsonNode> children(JsonNode node, String field) {
        JsonNode child = node.path(field);
        JsonNode list = child.path("data").isArray() ? child.path("data") : child;
        List<JsonNode> children = new ArrayList<>();
        if (list.isArray()) {
            list.forEach(children::add);
        }
        return children;
    }
}
