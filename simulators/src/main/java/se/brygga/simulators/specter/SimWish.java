package se.brygga.simulators.specter;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.brygga.simulators.CommonControl;
import se.brygga.simulators.SimRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a call to the control API says: a JSON body, or a form of the page. */
final class SimWish {

    private final boolean form;
    private final JsonNode fields;

    private SimWish(boolean form, JsonNode fields) {
        this.form = form;
        this.fields = fields;
    }

    /** @throws IllegalArgumentException the body is neither */
    static SimWish of(SimRequest request) {
        boolean form = request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")
                && !request.bodyAs(StandardCharsets.UTF_8).startsWith("{");
        if (!form) {
            return new SimWish(false, CommonControl.body(request));
        }
        Map<String, String> first = new LinkedHashMap<>();
        request.form(StandardCharsets.UTF_8)
                .forEach((name, values) -> first.put(name, values.getFirst().strip()));
        return new SimWish(true, JsonMapper.shared().valueToTree(first));
    }

    /** Whether a person pressed a button and waits for the page. */
    boolean isForm() {
        return form;
    }

    boolean has(String name) {
        return fields.has(name);
    }

    String text(String name) {
        return fields.path(name).asString("");
    }

    /** @throws IllegalArgumentException it is missing */
    String required(String name) {
        if (text(name).isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text(name);
    }

    /** @throws IllegalArgumentException it is no whole number, or one of more than nine digits */
    int whole(String name, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        try {
            return decimal(name).intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(name + " is a whole number, not " + text(name), e);
        }
    }

    /**
     * A number with comma or point.
     *
     * @throws IllegalArgumentException it is missing or none
     */
    BigDecimal decimal(String name) {
        return decimal(name, required(name));
    }

    private static BigDecimal decimal(String name, String text) {
        try {
            return new BigDecimal(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a number, not " + text, e);
        }
    }

    /** A JSON list, or words in a form's field. */
    List<String> list(String name) {
        JsonNode value = fields.path(name);
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).toList();
        }
        return Arrays.stream(text(name).split("[,; ]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    /** A JSON object's texts. */
    Map<String, String> map(String name) {
        return fields.path(name).properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString(), (a, b) -> b, LinkedHashMap::new));
    }

    /**
     * A JSON object's texts, or a form's {@code type=value} pairs with {@code ;} between.
     *
     * @throws IllegalArgumentException a pair has no {@code =}
     */
    Map<String, String> pairs(String name) {
        if (!form) {
            return map(name);
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : text(name).split(";")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(name + " is like Färg=Röd;Storlek=M, not " + text(name));
            }
            pairs.put(
                    pair.substring(0, equals).strip(),
                    pair.substring(equals + 1).strip());
        }
        return pairs;
    }

    /** A JSON object's numbers. */
    Map<String, BigDecimal> decimals(String name) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        map(name).forEach((key, text) -> numbers.put(key, decimal(key, text)));
        return numbers;
    }

    /** All texts of the body itself. */
    Map<String, String> all() {
        return fields.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString(), (a, b) -> b, LinkedHashMap::new));
    }
}
