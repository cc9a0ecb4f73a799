package se.brygga.testbed.contract;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAPI 3.0 schemas as JSON schemas of one direction, requests or answers: a field that they do not name is a mistake, and
 * so is one that belongs to the other direction.
 */
final class StrictSchemas {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final String otherDirection;
    private final ObjectNode components = JSON.createObjectNode();

    /** @param otherDirection {@code readOnly} for requests, {@code writeOnly} for answers */
    StrictSchemas(JsonNode document, String otherDirection) {
        this.document = document;
        this.otherDirection = otherDirection;
        ObjectNode schemas = components.putObject("components").putObject("schemas");
        document.path("components")
                .path("schemas")
                .forEachEntry((name, schema) -> schemas.set(name, strict(schema.deepCopy())));
    }

    /** The schema with all that it may refer to. */
    ObjectNode complete(JsonNode schema) {
        ObjectNode whole = components.deepCopy();
        return strict(schema.deepCopy()) instanceof ObjectNode own ? whole.setAll(own) : whole;
    }

    private JsonNode strict(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            mergeAllOf(object);
            dropOtherDirection(object);
            sayNullAsJsonSchemaDoes(object);
            object.remove("example");
            object.path("properties").forEach(this::strict);
            strict(object.path("items"));
            for (String parts : List.of("allOf", "anyOf", "oneOf")) {
                object.path(parts).forEach(this::strict);
            }
        }
        return schema;
    }

    /** Each part alone would refuse the others' fields: fields become one object's, and the rest of each part stays. */
    private void mergeAllOf(ObjectNode schema) {
        if (!(schema.path("allOf") instanceof ArrayNode parts)) {
            return;
        }
        schema.remove("allOf");
        ArrayNode rest = JSON.createArrayNode();
        for (JsonNode part : parts) {
            ObjectNode whole = resolved(part).deepCopy().asObject();
            mergeAllOf(whole);
            if (whole.path("properties") instanceof ObjectNode theirs) {
                schema.withObjectProperty("properties").setAll(theirs);
            }
            whole.path("required").forEach(schema.withArrayProperty("required")::add);
            whole.remove(List.of("properties", "required", "type", "title", "description"));
            if (!whole.isEmpty()) {
                rest.add(whole);
            }
        }
        if (!rest.isEmpty()) {
            schema.set("allOf", rest);
        }
    }

    JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private void dropOtherDirection(ObjectNode schema) {
        if (!(schema.path("properties") instanceof ObjectNode properties)) {
            return;
        }
        List<String> dropped = properties
                .propertyStream()
                .filter(field -> field.getValue().path(otherDirection).asBoolean(false))
                .map(java.util.Map.Entry::getKey)
                .toList();
        properties.remove(dropped);
        if (schema.path("required") instanceof ArrayNode required) {
            required.removeIf(name -> dropped.contains(name.asString()));
        }
        schema.put("type", "object").put("additionalProperties", false);
    }

    /** OpenAPI 3.0 says null with a word of its own, and an enum beside it does not list it. */
    private static void sayNullAsJsonSchemaDoes(ObjectNode schema) {
        if (schema.path("nullable").asBoolean(false) && schema.path("type").isString()) {
            String type = schema.path("type").asString();
            schema.putArray("type").add(type).add("null");
            if (schema.path("enum") instanceof ArrayNode values) {
                values.addNull();
            }
        }
        schema.remove("nullable");
    }
}
