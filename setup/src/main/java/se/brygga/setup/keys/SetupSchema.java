package se.brygga.setup.keys;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the catalogue as a JSON Schema, by which editors complete keys and show what they mean. The schema checks each
 * key by itself; {@code tenant check} also checks keys against each other.
 */
public final class SetupSchema {

    /** A reference to a value in the environment or in a file. */
    private static final String REFERENCE = "\\$\\{.+\\}";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SetupSchema() {}

    /** The schema as text. */
    public static String json() {
        // The YAML plug-ins of editors know draft 7.
        ObjectNode schema = JSON.createObjectNode().put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "A tenant's set-up file");
        schema.setAll(section(SetupKey.file()));
        return JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode section(SetupKey key) {
        ObjectNode section = JSON.createObjectNode().put("type", "object");
        SetupKey any = key.anyName();
        ObjectNode properties = JSON.createObjectNode();
        for (Map.Entry<String, SetupKey> child : key.children().entrySet()) {
            if (child.getValue() != any) {
                properties.set(child.getKey(), described(child.getValue()));
            } else if (!any.words().isEmpty()) {
                any.words().forEach(word -> properties.set(word, described(any)));
            }
        }
        section.set("properties", properties);
        if (any != null && any.words().isEmpty()) {
            section.set("additionalProperties", described(any));
        } else {
            section.put("additionalProperties", false);
        }
        ArrayNode needed = JSON.createArrayNode();
        key.children().forEach((name, child) -> {
            if (child.isNeeded()) {
                needed.add(name);
            }
        });
        return needed.isEmpty() ? section : section.set("required", needed);
    }

    private static ObjectNode described(SetupKey key) {
        ObjectNode schema = JSON.createObjectNode().put("description", description(key));
        return schema.setAll(value(key));
    }

    private static String description(SetupKey key) {
        String bounds = key.isBounded() ? " From " + key.least() + " to " + key.most() + "." : "";
        return key.means() + "." + bounds + (key.otherwise().isEmpty() ? "" : " Default: " + key.otherwise() + ".");
    }

    private static ObjectNode value(SetupKey key) {
        return switch (key.type()) {
            case SECTION -> section(key);
            case SECTIONS -> array(section(key)).put("minItems", 1);
            // A text may look like a number; quotes make no difference.
            case TEXT, SECRET -> text();
            case ADDRESS -> pattern("https?://.+");
            case FLAG -> either(type("boolean"), pattern("true|false"));
            case NUMBER -> either(bounded(key, "integer"), pattern("[0-9]+"));
            case DECIMAL -> either(bounded(key, "number"), pattern("[0-9.]+"));
            case TIME -> pattern("[Pp].+");
            case CHOICE -> either(words(key), type("string").put("pattern", "^" + REFERENCE + "$"));
            case LIST -> array(text());
            case CHOICE_OR_LIST -> either(words(key), array(text()));
        };
    }

    private static ObjectNode text() {
        return either(type("string"), type("number"));
    }

    private static ObjectNode type(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static ObjectNode array(ObjectNode items) {
        return type("array").set("items", items);
    }

    private static ObjectNode either(ObjectNode one, ObjectNode other) {
        ObjectNode either = JSON.createObjectNode();
        either.putArray("anyOf").add(one).add(other);
        return either;
    }

    private static ObjectNode pattern(String written) {
        return type("string").put("pattern", "^(" + REFERENCE + "|" + written + ")$");
    }

    private static ObjectNode bounded(SetupKey key, String type) {
        return type(type).put("minimum", new BigDecimal(key.least())).put("maximum", new BigDecimal(key.most()));
    }

    /** A value of digits only may also be written as a number. */
    private static ObjectNode words(SetupKey key) {
        ObjectNode words = JSON.createObjectNode();
        ArrayNode allowed = words.putArray("enum");
        for (String word : key.words()) {
            allowed.add(word);
            if (word.matches("[0-9]+")) {
                allowed.add(Integer.parseInt(word));
            }
        }
        return words;
    }
}
