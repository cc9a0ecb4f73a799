package se.brygga.simulators.starweb.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fields of a body may hold. A field that has the wrong kind, is too long, too large or null, is answered with
 * 400 (S-11). An unknown field is ignored.
 */
public final class BodyRules {

    private static final BigDecimal MOST = new BigDecimal("1000000000000");

    private static final List<String> LANGUAGES = List.of("sv", "en", "ar", "no", "da", "fi", "de", "fr", "es");

    private final Map<String, Consumer<JsonNode>> rules = new LinkedHashMap<>();
    private final Set<String> nullable = new HashSet<>();

    public BodyRules text(int most, String... fields) {
        return text(0, most, fields);
    }

    public BodyRules text(int least, int most, String... fields) {
        String what = "text of " + least + " to " + most + " characters";
        return rule(
                value -> value.isString()
                        && value.asString().length() >= least
                        && value.asString().length() <= most,
                what,
                fields);
    }

    public BodyRules email(int most, String... fields) {
        return rule(
                value -> value.isString()
                        && value.asString().length() <= most
                        && value.asString().matches("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+"),
                "an e-mail address of at most " + most + " characters",
                fields);
    }

    /** A plain list of ids, which the caller has yet to look for. */
    public BodyRules ids(String... fields) {
        return rule(
                value -> value.isArray()
                        && value.valueStream()
                                .allMatch(id -> id.isIntegralNumber() && id.canConvertToLong() && id.asLong() > 0),
                "a list of ids",
                fields);
    }

    public BodyRules number(long least, String... fields) {
        return number(least, MOST, fields);
    }

    private BodyRules number(long least, BigDecimal most, String... fields) {
        BigDecimal lowest = BigDecimal.valueOf(least);
        return rule(
                value -> value.isNumber()
                        && value.decimalValue().compareTo(lowest) >= 0
                        && value.decimalValue().compareTo(most) <= 0,
                "a number from " + least + " to " + most,
                fields);
    }

    /** Percent as Starweb writes it: 25 for 25 %. */
    public BodyRules percent(String... fields) {
        return number(0, new BigDecimal(100), fields);
    }

    /** Percent as text, as Starweb writes a product's VAT rate: {@code "25"}. */
    public BodyRules percentText(String... fields) {
        return rule(value -> isDecimal(value, new BigDecimal(100)), "a percentage as text, such as \"25\"", fields);
    }

    /** An amount as text, as Starweb writes a cost. */
    public BodyRules amountText(String... fields) {
        return rule(value -> isDecimal(value, MOST), "an amount as text, such as \"12.50\"", fields);
    }

    private static boolean isDecimal(JsonNode value, BigDecimal most) {
        return value.isString()
                && value.asString().matches("\\d{1,13}(\\.\\d{1,6})?")
                && new BigDecimal(value.asString()).compareTo(most) <= 0;
    }

    /** Code of a language that Starweb knows. */
    public BodyRules language(String... fields) {
        return oneOf(LANGUAGES, fields);
    }

    public BodyRules whole(long least, long most, String... fields) {
        return rule(
                value -> value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.asLong() >= least
                        && value.asLong() <= most,
                "a whole number from " + least + " to " + most,
                fields);
    }

    /** A reference to something, which the caller has yet to look for. */
    public BodyRules id(String... fields) {
        return whole(1, Integer.MAX_VALUE, fields);
    }

    public BodyRules truth(String... fields) {
        return rule(JsonNode::isBoolean, "true or false", fields);
    }

    public BodyRules oneOf(List<String> allowed, String... fields) {
        return rule(value -> value.isString() && allowed.contains(value.asString()), "one of " + allowed, fields);
    }

    /** A time with an offset. */
    public BodyRules time(String... fields) {
        return rule(BodyRules::isTime, "a time with an offset", fields);
    }

    private static boolean isTime(JsonNode value) {
        try {
            return value.isString() && OffsetDateTime.parse(value.asString()) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** An object whose own fields have rules. */
    public BodyRules object(String field, BodyRules inner) {
        rules.put(field, value -> inner.check(required(value.isObject(), value, field, "an object")));
        return this;
    }

    /** A plain list of objects. */
    public BodyRules list(String field, BodyRules each) {
        rules.put(field, value -> {
            for (JsonNode element : required(value.isArray(), value, field, "a list")) {
                each.check(required(element.isObject(), element, field, "a list of objects"));
            }
        });
        return this;
    }

    /** {@code {"data":[…]}}, as few requests have it. */
    public BodyRules wrappedList(String field, BodyRules each) {
        return object(field, new BodyRules().list("data", each));
    }

    /** These may be null: that means something. */
    public BodyRules orNull(String... fields) {
        nullable.addAll(List.of(fields));
        return this;
    }

    private BodyRules rule(Predicate<JsonNode> fits, String what, String... fields) {
        for (String field : fields) {
            rules.put(field, value -> required(fits.test(value), value, field, what));
        }
        return this;
    }

    private static JsonNode required(boolean fits, JsonNode value, String field, String what) {
        if (!fits) {
            throw ApiError.badRequest(field + " must be " + what);
        }
        return value;
    }

    /** @return the body, all of whose known fields are right */
    public JsonNode check(JsonNode body) {
        rules.forEach((field, rule) -> {
            boolean meantNull = nullable.contains(field) && body.path(field).isNull();
            if (body.has(field) && !meantNull) {
                rule.accept(body.get(field));
            }
        });
        return body;
    }

    /** Whether a body has any of the known fields. */
    public boolean namedIn(JsonNode body) {
        return rules.keySet().stream().anyMatch(body::has);
    }

    /** Copies the known fields that a body has. */
    public void copy(JsonNode body, ObjectNode to) {
        rules.keySet().stream().filter(body::has).forEach(field -> to.set(field, body.get(field)));
    }
}
