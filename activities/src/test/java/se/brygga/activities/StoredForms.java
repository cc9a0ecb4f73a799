package se.brygga.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as each release has stored it in the books, one folder a release. The files are never edited and never recorded again: a
 * release adds its own folder, and a form that is new before a release its file, with {@code -Dbrygga.record-stored=VERSION}.
 */
public final class StoredForms {

    private static final Path FOLDER = Path.of("src/test/resources/stored");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredForms() {}

    /**
     * Every release's form is read whole: what today's code reads and stores again has each value that was there.
     *
     * @param form the file's name
     * @param today what today's code stores; recorded when a release asks for it
     * @param again reads a stored text, and stores what it has read
     */
    public static void assertReadWhole(String form, String today, UnaryOperator<String> again) throws IOException {
        String release = System.getProperty("brygga.record-stored", "");
        if (!release.isEmpty()) {
            record(FOLDER.resolve(release).resolve(form + ".json"), today);
        }
        List<Path> stored;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            stored =
                    files.filter(file -> file.endsWith(form + ".json")).sorted().toList();
        }
        assertThat(stored).as("no release has stored " + form).isNotEmpty();
        for (Path file : stored) {
            String text = Files.readString(file);
            assertHas(file.toString(), JSON.readTree(again.apply(text)), JSON.readTree(text));
        }
    }

    private static void record(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text)) + "\n");
        }
    }

    /** Today's form may have more fields. */
    private static void assertHas(String place, JsonNode now, JsonNode then) {
        switch (then) {
            case JsonNode fields
            when fields.isObject() -> {
                for (Map.Entry<String, JsonNode> field : fields.properties()) {
                    String name = place + "." + field.getKey();
                    assertThat(now.has(field.getKey())).as(name).isTrue();
                    assertHas(name, now.get(field.getKey()), field.getValue());
                }
            }
            case JsonNode list
            when list.isArray() -> {
                assertThat(now.size()).as(place).isEqualTo(list.size());
                for (int i = 0; i < list.size(); i++) {
                    assertHas(place + "[" + i + "]", now.get(i), list.get(i));
                }
            }
            default -> assertThat(now).as(place).isEqualTo(then);
        }
    }
}
