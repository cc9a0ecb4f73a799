package se.brygga.testbed.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.brygga.testbed.kit.Project;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Starweb's contract, read where it lies beside the project, and made stricter: a field that it does not name is a mistake,
 * in a request also one that it says cannot be written.
 */
final class Contract {

    private static final Path FILE = Path.of("../shared/reference/starweb-openapi-2.12.0.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final ObjectNode forRequests;
    private final ObjectNode forAnswers;
    private final Map<String, Schema> schemas = new HashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
        this.forRequests = strict("readOnly");
        this.forAnswers = strict("writeOnly");
    }

    /** Empty when the file is not there: its licence does not let the project carry it. */
    static Optional<Contract> find() throws IOException {
        Path file = Project.root().resolve(FILE).normalize();
        return Files.isRegularFile(file)
                ? Optional.of(new Contract(JSON.readTree(Files.readString(file))))
                : Optional.empty();
    }

    /** One operation: its template of a path, and what the contract says of it. */
    record Operation(String method, String template, JsonNode said) {}

    Optional<Operation> operation(String method, String path) {
        return document.path("paths")
                .propertyStream()
                .filter(entry -> path.matches(entry.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                // A path without a placeholder is meant before one with it.
                .min((a, b) -> Integer.compare(count(a.getKey()), count(b.getKey())))
                .filter(entry -> entry.getValue().has(method.toLowerCase(java.util.Locale.ROOT)))
                .map(entry -> new Operation(
                        method, entry.getKey(), entry.getValue().get(method.toLowerCase(java.util.Locale.ROOT))));
    }

    private static int count(String template) {
        return (int) template.chars().filter(c -> c == '{').count();
    }

    /** What is wrong with a request; empty when it fits. */
    List<String> complaintsAboutRequest(Operation operation, Set<String> query, String body) {
        Set<String> known = operation
                .said()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toSet());
        List<String> complaints = new ArrayList<>();
        query.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> complaints.add("query parameter " + name + " is not in the contract"));
        JsonNode content = operation.said().path("requestBody").path("content");
        JsonNode schema = content.path("application/json").path("schema");
        if (schema.isMissingNode()) {
            if (!body.isEmpty() && !content.has("application/x-www-form-urlencoded")) {
                complaints.add("has a body, and the contract knows none");
            }
        } else {
            complaints.addAll(validate("request", schema, forRequests, body));
        }
        return complaints;
    }

    /** What is wrong with a successful answer; empty when it fits. */
    List<String> complaintsAboutAnswer(Operation operation, int status, String body) {
        JsonNode said = operation.said().path("responses").path(Integer.toString(status));
        if (said.isMissingNode()) {
            return List.of("status " + status + " is not in the contract");
        }
        JsonNode schema = said.path("content").path("application/json").path("schema");
        if (schema.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of("has a body, and the contract knows none");
        }
        return validate("answer", schema, forAnswers, body);
    }

    private List<String> validate(String direction, JsonNode schema, ObjectNode components, String body) {
        ObjectNode root = components.deepCopy();
        root.setAll((ObjectNode) strict(schema.deepCopy(), ""));
        String key = direction + " " + schema;
        Schema compiled = schemas.computeIfAbsent(
                key,
                ignored -> SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(root));
        return compiled.validate(body, InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** All component schemas, without the fields of one direction. */
    private ObjectNode strict(String without) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode schemas = root.putObject("components").putObject("schemas");
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(entry ->
                        schemas.set(entry.getKey(), strict(entry.getValue().deepCopy(), without)));
        return root;
    }

    private JsonNode strict(JsonNode node, String without) {
        if (node instanceof ArrayNode array) {
            array.forEach(element -> strict(element, without));
        }
        if (node instanceof ObjectNode object) {
            merge(object);
            if (object.path("properties") instanceof ObjectNode properties) {
                properties
                        .properties()
                        .removeIf(entry -> entry.getValue().path(without).asBoolean(false));
                object.put("additionalProperties", false);
            }
            if (object.path("nullable").asBoolean(false) && object.path("type").isString()) {
                String type = object.path("type").asString();
                object.putArray("type").add(type).add("null");
                // OpenAPI 3.0 says null with a word of its own, and an enum beside it does not list it.
                if (object.path("enum") instanceof ArrayNode values) {
                    values.addNull();
                }
            }
            object.remove("nullable");
            object.remove("example");
            object.remove("format");
            object.forEach(child -> strict(child, without));
        }
        return node;
    }

    /** {@code allOf} as one object, since each part alone would refuse the others' fields. */
    private void merge(ObjectNode object) {
        JsonNode parts = object.path("allOf");
        if (!parts.isArray()) {
            return;
        }
        object.remove("allOf");
        object.put("type", "object");
        ObjectNode properties = object.withObject("/properties");
        for (JsonNode part : parts) {
            String reference = part.path("$ref").asString("");
            JsonNode whole = reference.isEmpty() ? part : document.at(reference.substring(1));
            if (whole.path("properties") instanceof ObjectNode theirs) {
                properties.setAll(theirs.deepCopy());
            }
        }
    }
}
