package se.brygga.setup;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
}
