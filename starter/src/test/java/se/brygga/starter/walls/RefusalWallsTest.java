package se.brygga.starter.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is refused is refused with a code: no text of a refusal stands in code. */
class RefusalWallsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "se", "brygga", "starter");

    /** A refusal up to its end, strings whole. */
    private static final Pattern MADE = Pattern.compile("Reason\\.[A-Z_]+(\\.(of|refused)\\(|, )(\"[^\"]*\"|[^;\"])*;");

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    @Test
    void deskAndApiRefuseWithACodeOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("se.brygga.starter.desk..", "se.brygga.starter.api..")
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "makes an exception whose text would be told", RefusalWallsTest::makesAText))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("se.brygga.starter.desk", "se.brygga.starter.api"));
    }

    /**
     * The desk calls activities, and the API answers no text of a plain exception: what a person can mend has a code there too. These
     * classes make such an exception of what only a defect brings about.
     */
    @Test
    void activitiesRefuseWithACodeButForDefects() {
        assertThat(new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("se.brygga.activities")
                                .stream()
                                .filter(type -> type.getConstructorCallsFromSelf().stream()
                                        .anyMatch(RefusalWallsTest::makesAText))
                                .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder(
                        "Translation", "Metric", "SecretOfName", "Patience", "StatusBookActivitiesImpl", "OrderEvent");
    }

    @Test
    void noTextGoesIntoARefusal() {
        assertThat(Stream.of("desk", "api").flatMap(room -> javaFiles(SOURCES.resolve(room))))
                .hasSizeGreaterThan(50)
                .allSatisfy(file -> assertThat(refusals(Files.readString(file)))
                        .as(file.toString())
                        .noneMatch(RefusalWallsTest::hasText));
    }

    @Test
    void aTextInARefusalIsFound() {
        assertThat(refusals("throw Reason.NO_PLACE.refused(\"the place\" + x);"))
                .anyMatch(RefusalWallsTest::hasText);
        assertThat(refusals("throw Reason.NO_PLACE.refused(place);")).hasSize(1).noneMatch(RefusalWallsTest::hasText);
    }

    /** The compiler makes such an exception too, for lambdas that can be stored. */
    private static boolean makesAText(JavaCall<?> call) {
        return call.getName().equals("<init>")
                && call.getTargetOwner().isEquivalentTo(IllegalArgumentException.class)
                && !call.getOrigin().getName().equals("$deserializeLambda$");
    }

    private static boolean hasText(String made) {
        return LITERAL.matcher(made)
                .results()
                .anyMatch(literal -> literal.group(1).contains(" "));
    }

    private static List<String> refusals(String source) {
        return MADE.matcher(source).results().map(MatchResult::group).toList();
    }

    private static Stream<Path> javaFiles(Path below) {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
