package se.brygga.workflows.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.brygga.workflows.attention.CauseTexts;

class WorkflowWallsTest {

    private static final JavaClasses WORKFLOWS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.brygga.workflows");

    @Test
    void seesTheSdkAndNothingElseOfTheWorld() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "se.brygga.workflows..",
                        "io.temporal..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify.annotations..")
                .check(WORKFLOWS);
    }

    @Test
    void hasNoClockNoRandomAndNoThreads() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(InstantSource.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent..", "java.net..", "java.io..", "java.nio..", "java.sql..")
                .check(WORKFLOWS);
    }

    @Test
    void readsTextsForPeopleInOnePlaceOnly() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(CauseTexts.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ResourceBundle.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(CauseTexts.class)
                .check(WORKFLOWS);
    }

    @Test
    void hasNoCyclesBetweenFeatures() {
        slices().matching("se.brygga.workflows.(*)..").should().beFreeOfCycles().check(WORKFLOWS);
    }
}
