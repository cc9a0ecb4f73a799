package se.brygga.workflows.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.refusal.RefusalTexts;

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

    /** Whatever the type: its {@code now} reads the machine's clock, also with a zone given. */
    private static final DescribedPredicate<JavaMethodCall> NOW = DescribedPredicate.describe(
            "asks what time it is",
            call -> call.getName().equals("now")
                    && call.getTargetOwner().getPackageName().startsWith("java.time"));

    private static final DescribedPredicate<JavaClass> OLD_DATES = DescribedPredicate.describe(
            "are java.util's dates", type -> type.isEquivalentTo(Date.class) || type.isAssignableTo(Calendar.class));

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
                .callMethod(Math.class, "random")
                .orShould()
                .callMethodWhere(NOW)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat(OLD_DATES)
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
                .doNotBelongToAnyOf(CauseTexts.class, RefusalTexts.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ResourceBundle.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(CauseTexts.class)
                .check(WORKFLOWS);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching("se.brygga.(**)").should().beFreeOfCycles().check(WORKFLOWS);
    }
}
