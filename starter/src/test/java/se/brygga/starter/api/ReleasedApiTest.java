package se.brygga.starter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Programs were written for the API as each release has described it, so a route, a parameter or a field may come and none may
 * go. A release adds its description with {@code -Dbrygga.record-released=VERSION}, and nobody edits it.
 */
class ReleasedApiTest extends ApiServed {

    private static final Path FOLDER = Path.of("src/test/resources/api");

    /** What a program does not read. */
    private static final Set<String> FOR_PEOPLE =
            Set.of("info", "servers", "description", "summary", "example", "tags", "operationId");

    @Test
    void allThatAReleaseHasDescribedIsStillThere() throws Exception {
        JsonNode today = described();
        String release = System.getProperty("brygga.record-released", "");
        Path recorded = FOLDER.resolve(release + ".json");
        if (!release.isEmpty() && !Files.exists(recorded)) {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    recorded,
                    JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(today) + "\n");
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> releases = files.sorted().toList();
            assertThat(releases).isNotEmpty();
            for (Path file : releases) {
                assertStillThere(
                        file.getFileName().toString(),
                        today,
                        JsonMapper.shared().readTree(file));
            }
        }
    }

    private JsonNode described() throws Exception {
        JsonNode description = json(send(HttpRequest.newBuilder(URI.create(base + "/api/v1/openapi"))));
        removeWhatIsForPeople(description);
        return description;
    }

    private static void removeWhatIsForPeople(JsonNode node) {
        if (node instanceof ObjectNode fields) {
            // A schema may have a property of such a name: that one is an object.
            fields.properties().stream()
                    .filter(field -> FOR_PEOPLE.contains(field.getKey()))
                    .filter(field -> !field.getValue().has("type"))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(fields::remove);
        }
        node.forEach(ReleasedApiTest::removeWhatIsForPeople);
    }

    private static void assertStillThere(String place, JsonNode now, JsonNode then) {
        if (then.isObject()) {
            then.properties().forEach(field -> {
                String name = place + "." + field.getKey();
                assertThat(now.has(field.getKey())).as(name).isTrue();
                assertStillThere(name, now.get(field.getKey()), field.getValue());
            });
        } else if (then.isArray()) {
            then.forEach(value -> assertThat(now.valueStream().filter(other -> isSame(other, value)))
                    .as(place + " has " + value)
                    .isNotEmpty());
            assertNoneIsNewlyNeeded(place, now, then);
        } else {
            assertThat(now).as(place).isEqualTo(then);
        }
    }

    /** Parameters are the same by their name, other entries of a list by all that they hold. */
    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.has("name")
                ? one.path("name").equals(other.path("name"))
                        && one.path("in").equals(other.path("in"))
                        && one.path("schema")
                                .path("type")
                                .equals(other.path("schema").path("type"))
                : one.equals(other);
    }

    private static void assertNoneIsNewlyNeeded(String place, JsonNode now, JsonNode then) {
        assertThat(now.valueStream()
                        .filter(entry -> entry.path("required").asBoolean(false))
                        .filter(entry -> then.valueStream()
                                .noneMatch(old -> isSame(old, entry)
                                        && old.path("required").asBoolean(false))))
                .as(place + ": parameters that callers of the release do not send")
                .isEmpty();
    }
}
