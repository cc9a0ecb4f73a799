package se.brygga.testbed.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import se.brygga.simulators.SimRequest;
import se.brygga.testbed.kit.Project;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starweb's contract, read where it lies beside the project, and made stricter by {@link StrictSchemas}. */
final class Contract {

    private static final Path FILE = Path.of("../shared/reference/starweb-openapi-2.12.0.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final JsonNode document;
    private final StrictSchemas requests;
    private final StrictSchemas answers;
    private final ConcurrentMap<String, Schema> compiled = new ConcurrentHashMap<>();

    /** @param document the whole file */
    Contract(JsonNode document) {
        this.document = document;
        this.requests = new StrictSchemas(document, "readOnly");
        this.answers = new StrictSchemas(document, "writeOnly");
    }

    /** Empty when the file is not there: its licence does not let the project carry it. */
    static Optional<Contract> find() {
        Path file = Project.root().resolve(FILE).normalize();
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new Contract(JSON.readTree(Files.readString(file))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One operation.
     *
     * @param template its path with placeholders
     * @param said what the contract says of it
     * @param parameters the operation's and the path's
     */
    record Operation(String method, String template, JsonNode said, List<JsonNode> parameters) {}

    Stream<Operation> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
                        .filter(method -> path.getValue().has(method.toLowerCase(Locale.ROOT)))
                        .map(method -> operation(method, path.getKey(), path.getValue())));
    }

    private static Operation operation(String method, String template, JsonNode path) {
        JsonNode said = path.path(method.toLowerCase(Locale.ROOT));
        List<JsonNode> parameters = Stream.concat(
                        path.path("parameters").valueStream(),
                        said.path("parameters").valueStream())
                .toList();
        return new Operation(method, template, said, parameters);
    }

    Optional<Operation> operation(String method, String path) {
        return operations()
                .filter(operation -> operation.method().equals(method)
                        && path.matches(operation.template().replaceAll("\\{[^}]+}", "[^/]+")))
                // A path without a placeholder is meant before one with it.
                .min((a, b) -> Long.compare(placeholders(a), placeholders(b)));
    }

    private static long placeholders(Operation operation) {
        return operation.template().chars().filter(c -> c == '{').count();
    }

    /** What an operation's body may hold, as the contract says it; a missing node when it has no JSON body. */
    JsonNode body(Operation operation) {
        return requests.resolved(operation
                .said()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema"));
    }

    /** What is wrong with a request; empty when it fits. */
    List<String> complaintsAboutRequest(Operation operation, SimRequest request) {
        List<String> complaints = new ArrayList<>();
        request.query(StandardCharsets.UTF_8)
                .forEach((name, values) -> complaints.addAll(parameter(operation, name, values.getFirst())));
        JsonNode content = operation.said().path("requestBody").path("content");
        JsonNode json = content.path("application/json").path("schema");
        JsonNode form = content.path("application/x-www-form-urlencoded").path("schema");
        if (!json.isMissingNode()) {
            complaints.addAll(validate(requests, json, parsed(request.body())));
        } else if (!form.isMissingNode()) {
            var fields = JSON.createObjectNode();
            request.form(StandardCharsets.UTF_8).forEach((name, values) -> fields.put(name, values.getFirst()));
            complaints.addAll(validate(requests, form, fields));
        } else if (content.has("multipart/form-data")) {
            if (!request.header("Content-Type").orElse("").startsWith("multipart/form-data")) {
                complaints.add("has no body in parts");
            }
        } else if (request.body().length > 0) {
            complaints.add("has a body, and the contract knows none");
        }
        return complaints;
    }

    private List<String> parameter(Operation operation, String name, String value) {
        return operation.parameters().stream()
                .filter(said -> said.path("in").asString().equals("query")
                        && said.path("name").asString().equals(name))
                .findFirst()
                .map(said -> validate(requests, said.path("schema"), typed(said, value)).stream()
                        .map(text -> "query parameter " + name + " " + text)
                        .toList())
                .orElse(List.of("query parameter " + name + " is not in the contract"));
    }

    private static JsonNode typed(JsonNode said, String value) {
        boolean text = said.path("schema").path("type").asString("string").equals("string");
        JsonNode parsed = text ? JSON.missingNode() : parsed(value.getBytes(StandardCharsets.UTF_8));
        return parsed.isMissingNode() ? JSON.getNodeFactory().stringNode(value) : parsed;
    }

    /** Whether the contract says anything of an answer with this status. */
    boolean declares(Operation operation, int status) {
        return !said(operation, status).isMissingNode();
    }

    private JsonNode said(Operation operation, int status) {
        return answers.resolved(operation.said().path("responses").path(Integer.toString(status)));
    }

    /** What is wrong with an answer whose status is declared; empty when it fits. */
    List<String> complaintsAboutAnswer(Operation operation, int status, byte[] body) {
        JsonNode schema =
                said(operation, status).path("content").path("application/json").path("schema");
        if (schema.isMissingNode()) {
            return body.length == 0 ? List.of() : List.of("has a body, and the contract knows none");
        }
        return validate(answers, schema, parsed(body));
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private List<String> validate(StrictSchemas direction, JsonNode schema, JsonNode value) {
        if (schema.isMissingNode()) {
            return List.of();
        }
        if (value.isMissingNode()) {
            return List.of("is not JSON");
        }
        String key = (direction == requests ? "request " : "answer ") + schema;
        return compiled
                .computeIfAbsent(key, ignored -> REGISTRY.getSchema(direction.complete(schema)))
                .validate(value)
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }
}
