package se.brygga.simulators;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import org.junit.jupiter.api.Test;

/** A mistake that simulator and client shared, or both simulators, would be seen by nobody. */
class WallsTest {

    private static final ImportOption NO_TESTS = (Location location) -> !location.contains("/test-classes/");

    private static final JavaClasses SIMULATORS =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages("se.brygga.simulators");

    @Test
    void theSimulatorsSeeTheJdkAndJacksonOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "se.brygga.simulators..",
                        "java..",
                        "com.sun.net.httpserver..",
                        "tools.jackson..",
                        "org.jspecify..")
                .check(SIMULATORS);
    }

    @Test
    void neitherSimulatorSeesTheOther() {
        slices().matching("se.brygga.simulators.(starweb|specter)..")
                .should()
                .notDependOnEachOther()
                .check(SIMULATORS);
    }

    @Test
    void thereAreNoCircles() {
        slices().matching("se.brygga.simulators.(**)").should().beFreeOfCycles().check(SIMULATORS);
    }
}
