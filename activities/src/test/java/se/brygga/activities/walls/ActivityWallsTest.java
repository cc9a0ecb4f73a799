package se.brygga.activities.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.brygga.clients.walls.TimeRules;

/** Who may know whom, where the time comes from, and what money is made of. */
class ActivityWallsTest {

    private static final String ROOT = "se.brygga.activities.";

    private static final JavaClasses ACTIVITIES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.brygga.activities");

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
                        "se.brygga.setup..",
                        "se.brygga.clients..")
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

    /** Who asks the database without a name that says so. This list may only shrink. */
    private static final Set<String> BOOKS_BY_OTHER_NAMES = Set.of(
            "ArticleKeeper",
            "BlindIndex",
            "Canary",
            "PostgresCallLimits",
            "Reencryption",
            "SetupStore",
            "SetupVersions",
            "ShopBudgets",
            "SpecterKnowledge",
            "SpecterNumbers",
            "UrlSecrets",
            "WebHookInbox");

    @Test
    void onlyBooksAskTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "wiring..", ROOT + "start..", ROOT + "sql..")
                .and(DescribedPredicate.describe("are no books", type -> !isBook(outermost(type))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..", "org.postgresql..")
                .check(ACTIVITIES);
    }

    private static boolean isBook(JavaClass type) {
        String name = type.getSimpleName();
        return name.endsWith("Book") || name.endsWith("Lists") || BOOKS_BY_OTHER_NAMES.contains(name);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ActivityWallsTest::outermost).orElse(type);
    }

    private static final ArchCondition<JavaClass> DEPEND_ON_ANOTHER_IMPLEMENTATION =
            new ArchCondition<>("depend on another implementation of activities") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getDirectDependenciesFromSelf().stream()
                            .filter(to -> implementsActivities(to.getTargetClass()))
                            .filter(to -> !outermost(to.getTargetClass()).equals(outermost(type)))
                            .forEach(to -> events.add(SimpleConditionEvent.satisfied(type, to.getDescription())));
                }
            };

    private static boolean implementsActivities(JavaClass type) {
        return outermost(type).getSimpleName().endsWith("ActivitiesImpl");
    }

    @Test
    void noActivityCallsAnother() {
        noClasses()
                .that(DescribedPredicate.describe("implement activities", ActivityWallsTest::implementsActivities))
                .should(DEPEND_ON_ANOTHER_IMPLEMENTATION)
                .check(ACTIVITIES);
    }

    /** Whoever needs a part of an activity takes that part, and not the activity. */
    @Test
    void anImplementationOffersItsActivitiesOnly() {
        assertThat(ACTIVITIES.stream()
                        .filter(type -> type.getSimpleName().endsWith("ActivitiesImpl"))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> method.getOwner().getAllRawInterfaces().stream()
                                .noneMatch(contract -> contract.tryGetMethod(
                                                method.getName(),
                                                method.getRawParameterTypes().stream()
                                                        .map(JavaClass::getName)
                                                        .toArray(String[]::new))
                                        .isPresent()))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void theTimeComesFromOutside() {
        TimeRules.timeComesFromOutside(ROOT + "wiring..").check(ACTIVITIES);
        TimeRules.NOBODY_USES_THE_OLD_DATES.check(ACTIVITIES);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(ACTIVITIES);
    }
}
