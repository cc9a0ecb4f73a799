package se.brygga.activities.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may know whom, where the time comes from, and what money is made of. */
class ActivityWallsTest {

    private static final String ROOT = "se.brygga.activities.";

    private static final JavaClasses ACTIVITIES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.brygga.activities");

    @Test
    void neitherClientSeesTheOtherOrTheBooks() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "starweb..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "specter..", ROOT + "store..", ROOT + "transfer..", ROOT + "limits..")
                .check(ACTIVITIES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "specter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "starweb..", ROOT + "store..", ROOT + "transfer..", ROOT + "limits..")
                .check(ACTIVITIES);
    }

    @Test
    void whatTheClientsShareSeesNeitherOfThemNorTheBooks() {
        classes()
                .that()
                .resideInAPackage(ROOT + "remote..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations..", ROOT + "remote..")
                .check(ACTIVITIES);
    }

    @Test
    void theMappingIsPure() {
        classes()
                .that()
                .resideInAPackage(ROOT + "mapping..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.math..",
                        "java.util..",
                        "org.jspecify.annotations..",
                        "se.brygga.workflows..",
                        ROOT + "mapping..",
                        ROOT + "setup..",
                        ROOT + "starweb..",
                        ROOT + "specter..")
                .check(ACTIVITIES);
    }

    @Test
    void moneyIsNeverFloatingPoint() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "mapping..")
                .should()
                .dependOnClassesThat(FLOATING_POINT)
                .orShould()
                .callMethod(BigDecimal.class, "doubleValue")
                .orShould()
                .callMethod(BigDecimal.class, "floatValue")
                .orShould()
                .callMethod(BigDecimal.class, "valueOf", double.class)
                .orShould()
                .callConstructor(BigDecimal.class, double.class)
                .check(ACTIVITIES);
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + "mapping..")
                .should()
                .haveRawType(FLOATING_POINT)
                .check(ACTIVITIES);
        noCodeUnits()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + "mapping..")
                .should()
                .haveRawReturnType(FLOATING_POINT)
                .orShould()
                .haveRawParameterTypes(DescribedPredicate.anyElementThat(FLOATING_POINT))
                .check(ACTIVITIES);
    }

    private static final DescribedPredicate<JavaClass> FLOATING_POINT = DescribedPredicate.describe(
            "are floating point",
            type -> List.of("double", "float", Double.class.getName(), Float.class.getName())
                    .contains(type.getBaseComponentType().getName()));

    @Test
    void onlyTheWiringIsConfiguredBySpring() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "wiring..", ROOT + "start..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.context..",
                        "org.springframework.beans..",
                        "org.springframework.boot..",
                        "org.springframework.core..",
                        "org.springframework.stereotype..",
                        ROOT + "wiring..")
                .check(ACTIVITIES);
    }

    @Test
    void onlyBooksAndLimitsAskTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "store..", ROOT + "limits..", ROOT + "wiring..", ROOT + "start..", ROOT + "crypto..")
                .and()
                .haveSimpleNameNotEndingWith("Book")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..", "org.postgresql..")
                .check(ACTIVITIES);
    }

    private static final List<Class<?>> TIMES =
            List.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    private static final DescribedPredicate<JavaMethodCall> NOW = DescribedPredicate.describe(
            "asks what time it is",
            call -> call.getName().equals("now") && TIMES.stream().anyMatch(call.getTargetOwner()::isEquivalentTo));

    @Test
    void theTimeComesFromOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "wiring..")
                .should()
                .callMethodWhere(NOW)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(ACTIVITIES);
    }

    @Test
    void nobodyUsesTheOldDates() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are java.util's dates",
                        type -> type.isEquivalentTo(Date.class) || type.isEquivalentTo(Calendar.class)))
                .check(ACTIVITIES);
    }

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(ACTIVITIES);
    }
}
