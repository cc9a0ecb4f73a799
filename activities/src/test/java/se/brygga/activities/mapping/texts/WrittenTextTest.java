package se.brygga.activities.mapping.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WrittenTextTest {

    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("se.brygga.activities.mapping.texts.written_sv", Locale.ROOT);

    /** A Swedish letter in a string, outside comments. */
    private static final Pattern SWEDISH =
            Pattern.compile("(?m)^(?!\\s*(?:/?\\*|//)).*\"[^\"\\n]*[åäöÅÄÖ][^\"\\n]*\".*$");

    @Test
    void everyTextStandsInTheBundleAndNoOther() {
        assertThat(TEXTS.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(WrittenText.values())
                        .map(WrittenText::key)
                        .toList());
    }

    @Test
    void aValueIsNeverReadAsAText() {
        assertThat(WrittenText.DISCOUNT_PERCENT.with("10", "{0} $1 \\")).isEqualTo("Rabatt 10 % på {0} $1 \\");
    }

    @Test
    void noSwedishTextStandsInCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            List<String> swedish = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> SWEDISH.matcher(read(file)).find())
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertThat(swedish)
                    .as("what is recognised, not a text")
                    .containsExactlyInAnyOrder("SearchTerm.java", "VariantTypes.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
