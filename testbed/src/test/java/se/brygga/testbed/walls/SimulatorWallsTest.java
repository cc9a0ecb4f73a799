package se.brygga.testbed.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A mistake that simulator and client shared would be seen by nobody. */
class SimulatorWallsTest {

    private static final String TESTBED = "se.brygga.testbed.";

    private static final String[] SIMULATORS = {TESTBED + "sim..", TESTBED + "starweb..", TESTBED + "specter.."};

    private static final ImportOption NO_TESTS = (Location location) -> !location.contains("/test-classes/");

    private static final JavaClasses BRYGGA =
            new ClassFileImporter().withImportOption(NO_TESTS).importPackages("se.brygga");

    @Test
    void theSimulatorsSeeNothingOfBrygga() {
        classes()
                .that()
                .resideInAnyPackage(SIMULATORS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(concat("java..", "com.sun.net.httpserver..", "tools.jackson..", "org.jspecify.."))
                .check(BRYGGA);
    }

    @Test
    void nothingOfBryggaSeesTheTestBed() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "se.brygga.workflows..", "se.brygga.activities..", "se.brygga.worker..", "se.brygga.starter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("se.brygga.testbed..")
                .check(BRYGGA);
    }

    @Test
    void neitherSimulatorSeesTheOther() {
        noClasses()
                .that()
                .resideInAPackage(TESTBED + "starweb..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(TESTBED + "specter..")
                .check(BRYGGA);
        noClasses()
                .that()
                .resideInAPackage(TESTBED + "specter..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(TESTBED + "starweb..")
                .check(BRYGGA);
    }

    private static String[] concat(String... libraries) {
        return Stream.concat(Stream.of(SIMULATORS), Stream.of(libraries)).toArray(String[]::new);
    }
}
