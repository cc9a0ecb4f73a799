package se.brygga.activities.starweb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tolerant reading (reference sections 2 and 16): children come as {@code {"data":…}}, bare, as {@code []}, null or not at
 * all; numbers come as strings too.
 */
final class Json {

    private Json() {}

    /** A text that says something; blank and null are the same. */
    static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asString("").strip();
        return text.isEmpty() ? null : text;
    }

    static @Nullable Long number(JsonNode node, String field) {
        return decimal(node, field).map(BigDecimal::longValue).orElse(null);
    }

    /** For an id that the rest of the answer can do without. */
    static long numberOrZero(JsonNode node, String field) {
        Long number = number(node, field);
        return number == null ? 0 : number;
    }

    static Optional<BigDecimal> decimal(JsonNode node, String field) {
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

    /** Also from 0 and 1, as number or text. */
    static boolean flag(JsonNode node, String field, boolean unlessTold) {
        return switch (node.path(field).asString("").strip()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> unlessTold;
        };
    }

    /** A child object, unwrapped; a missing node when it is absent, null or an empty array. */
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
