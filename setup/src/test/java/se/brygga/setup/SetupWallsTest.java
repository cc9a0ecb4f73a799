package se.brygga.setup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A set-up is values and their reader: it can be checked where there is no database, no Temporal and no Spring. */
class SetupWallsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.brygga.setup");

    @Test
    void aSetUpKnowsValuesAndNoBooks() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.lang..",
                        "java.math..",
                        "java.net",
                        "java.nio..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations..",
                        "org.yaml.snakeyaml..",
                        "tools.jackson..",
                        "se.brygga.workflows..",
                        "se.brygga.clients..",
                        "se.brygga.setup..")
                .check(CLASSES);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("se.brygga.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** Three words of letters, one after the other. */
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}+,? \\p{Ll}+,? \\p{Ll}+");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What only a defect of ours brings about, and comments. */
    private static final Pattern NOT_FOR_PEOPLE =
            Pattern.compile("new IllegalStateException\\([^;]*;|(?m)^\\s*(/?\\*|//).*$");

    /** What is wrong with a set-up is said by a code of {@link se.brygga.workflows.refusal.SetupReason}. */
    @Test
    void noTextForPeopleStandsInCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(file -> assertThat(texts(Files.readString(file)))
                            .as(file.toString())
                            .isEmpty());
        }
    }

    @Test
    void aTextInCodeIsFound() {
        assertThat(texts("s.mistake(\"flow\", \"must be one of these\");")).containsExactly("must be one of these");
        assertThat(texts("    // Says \"must be one of these\".\n  a(\"orderNoPrefix: K\");"))
                .isEmpty();
        assertThat(texts("throw new IllegalStateException(\"there must be one of these\");"))
                .isEmpty();
    }

    private static List<String> texts(String source) {
        return LITERAL.matcher(NOT_FOR_PEOPLE.matcher(source).replaceAll(""))
                .results()
                .map(literal -> literal.group(1))
                .filter(literal -> SENTENCE.matcher(literal).find())
                .toList();
    }
}
