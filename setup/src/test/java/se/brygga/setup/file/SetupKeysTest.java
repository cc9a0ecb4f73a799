package se.brygga.setup.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import se.brygga.setup.FeedSetup;
import se.brygga.setup.keys.SetupKey;

/** The catalogue of keys and the readers say the same. */
class SetupKeysTest {

    static Stream<String> paths() {
        return SetupKey.file().all().stream().map(SetupKey::path);
    }

    /** That a reader asks for no key beside the catalogue, its sections see to: they throw. */
    @ParameterizedTest
    @MethodSource("paths")
    void aReaderAsksForEveryKeyOfTheCatalogue(String path) {
        Map<String, Object> file = new Yaml().load(GoodFile.TEXT);
        List<String> names = new ArrayList<>(
                List.of(path.replace("EVENT", "delivered").replace("[]", "").split("\\.")));
        String last = names.removeLast();
        Map<String, Object> section = file;
        for (String name : names) {
            section = inner(section, name);
        }
        section.putIfAbsent(last, "x");

        assertThat(GoodFile.read(new Yaml().dump(file)).mistakes())
                .noneSatisfy(mistake -> assertThat(mistake.toString()).contains("this key is not known"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> inner(Map<String, Object> section, String name) {
        return switch (section.computeIfAbsent(name, ignored -> new LinkedHashMap<String, Object>())) {
            case List<?> list -> (Map<String, Object>) list.getFirst();
            case Object map -> (Map<String, Object>) map;
        };
    }

    @Test
    void aKeyThatTheCatalogueDoesNotKnowCannotBeAskedFor() {
        assertThatThrownBy(() -> SetupKey.file().child("specter").child("readTimeOut"))
                .hasMessageContaining("specter.readTimeOut");
    }

    @Test
    void whatHoldsForFeedsWithoutASetUpIsWhatTheCatalogueSays() {
        assertThat(GoodFile.tenant(GoodFile.TEXT).feeds()).isEqualTo(FeedSetup.DEFAULT);
    }
}
