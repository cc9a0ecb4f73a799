package se.brygga.testbed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.brygga.testbed.kit.Project;

/**
 * What happened is a constant, and no code compares texts to find out. Texts are compared where they come in: words of the
 * wire, of a set-up file, of the command line. The list of such files may only shrink.
 */
class TextMatchingTest {

    private static final Pattern COMPARES =
            Pattern.compile("\\b(?:equals|equalsIgnoreCase|startsWith|endsWith|contains)\\("
                    + "\"[^\"]*[A-Za-z]{2}|\"[A-Za-z][^\"]*\"\\.equals(?:IgnoreCase)?\\(|case \"[^\"]*[A-Za-z]{2}|"
                    + "getMessage\\(\\)\\.(?:equals|contains|startsWith|endsWith|matches)|code\\(\\)\\.equals\\(\"");

    private static final Set<String> WHERE_TEXTS_COME_IN = Set.of(
            "AnswerBody",
            "AnswerXml",
            "ArticleReading",
            "CauseTexts",
            "Decision",
            "FileText",
            "Json",
            "Languages",
            "Lines",
            "OrderComments",
            "OrderMarks",
            "OrderReader",
            "OrderReading",
            "PatientPolls",
            "Profile",
            "Section",
            "SetupFile",
            "SpecterGapAdapter",
            "StarwebCalls",
            "StatusSetupReader",
            "StockReading",
            "StockSetupReader",
            "WebAddress",
            "XmlElement");

    @Test
    void noTextIsComparedToFindOutWhatHappened() {
        Set<String> comparing = Stream.of("workflows", "clients", "setup", "activities", "worker", "starter", "cli")
                .map(module -> Project.root().resolve(module).resolve("src/main/java"))
                .flatMap(TextMatchingTest::javaFiles)
                .filter(file -> COMPARES.matcher(text(file)).find())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(comparing).containsExactlyInAnyOrderElementsOf(WHERE_TEXTS_COME_IN);
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
