package se.brygga.starter.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpInputMessage;

/** The command line and the API see the desk only, as every other way in to it will. */
class DeskWallsTest {

    private static final String STARTER = "se.brygga.starter.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.brygga.starter");

    @Test
    void theCommandLineSeesTheDeskAndNothingBehindIt() {
        classes()
                .that()
                .resideInAPackage(STARTER + "cli..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations..",
                        "picocli..",
                        "se.brygga.workflows.refusal",
                        // Its help, and what it says of wrong usage.
                        "se.brygga.cli",
                        "se.brygga.cli.options",
                        "se.brygga.cli.terminal",
                        STARTER + "cli..",
                        STARTER + "desk..")
                .check(CLASSES);
    }

    @Test
    void theApiSeesTheDeskAndNothingBehindIt() {
        noClasses()
                .that()
                .resideInAPackage(STARTER + "api..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are ours and not of the desk",
                        type -> type.getPackageName().startsWith("se.brygga.")
                                && !type.getPackageName().startsWith(STARTER + "desk")
                                && !type.getPackageName().startsWith(STARTER + "api")
                                && !Set.of(
                                                // Reads what comes from outside, for every controller.
                                                STARTER + "doors",
                                                "se.brygga.workflows",
                                                "se.brygga.workflows.attention",
                                                "se.brygga.workflows.refusal",
                                                "se.brygga.workflows.feed")
                                        .contains(type.getPackageName())))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("io.temporal..", "org.springframework.jdbc..", "java.sql..")
                .check(CLASSES);
    }

    @Test
    void theDeskKnowsNoMedium() {
        noClasses()
                .that()
                .resideInAPackage(STARTER + "desk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "picocli..",
                        "org.springframework.web..",
                        STARTER + "api..",
                        STARTER + "cli..",
                        STARTER + "trigger..",
                        STARTER + "webhook..")
                .check(CLASSES);
    }

    /** Jackson takes such a method for a part of the answer, beside those that the record has. */
    @Test
    void anAnswerHasThePartsOfItsRecordAndNoOthers() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areRecords()
                .and()
                .areDeclaredInClassesThat()
                .areNotAssignableTo(HttpInputMessage.class)
                .and()
                .arePublic()
                .and()
                .haveRawParameterTypes(new Class<?>[0])
                .should()
                .haveNameMatching("(is|get)[A-Z].*")
                .check(CLASSES);
    }

    /** What only the desk keeps lies there, in books as those of the features. Keys and the wiring hand the database on. */
    @Test
    void onlyBooksAskTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(STARTER + "desk.keys", STARTER + "desk.door")
                .and(DescribedPredicate.describe("are no books", type -> !isBook(type)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..", "org.postgresql..")
                .check(CLASSES);
    }

    private static boolean isBook(JavaClass type) {
        return type.getEnclosingClass()
                .map(DeskWallsTest::isBook)
                .orElseGet(() -> type.getSimpleName().endsWith("Book")
                        || type.getSimpleName().endsWith("Lists"));
    }

    @Test
    void noPackageNeedsAnotherInACircle() {
        slices().matching("se.brygga.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
