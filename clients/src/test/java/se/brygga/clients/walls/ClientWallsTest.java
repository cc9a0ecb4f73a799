package se.brygga.clients.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;

/** The clients know the wire, and nothing of what Brygga does with it. */
class ClientWallsTest {

    private static final String ROOT = "se.brygga.clients.";

    private static final JavaClasses CLIENTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.brygga.clients");

    /** In what people are told of a failure or of a set-up that is refused, whatever their language. */
    private static final DescribedPredicate<JavaClass> SENTENCES =
            belongToAnyOf(Detail.class, Phrase.class, CauseTexts.class, Refusal.class, SetupReason.class);

    @Test
    void neitherClientSeesTheOther() {
        slices().matching(ROOT + "(starweb|specter)..")
                .should()
                .notDependOnEachOther()
                .check(CLIENTS);
    }

    @Test
    void whatTheClientsShareSeesNeitherOfThem() {
        classes()
                .that()
                .resideInAPackage(ROOT + "remote..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "javax.net.ssl..",
                                "io.github.resilience4j.retry..",
                                "org.jspecify.annotations..",
                                ROOT + "remote..")
                        .or(SENTENCES))
                .check(CLIENTS);
    }

    @Test
    void theRolesOfAShopKnowNoSystemThatHasThem() {
        classes()
                .that()
                .resideInAPackage(ROOT + "shop..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.jspecify.annotations..",
                                "se.brygga.workflows",
                                ROOT + "shop..",
                                ROOT + "remote..")
                        .or(SENTENCES))
                .check(CLIENTS);
    }

    /** Of a shop's system, others need its set-up and its clients; what they ask, they ask the roles. */
    @Test
    void ofStarwebOnlyWhatMakesAShopIsPublic() {
        assertThat(CLIENTS.stream()
                        .filter(type -> type.getPackageName().equals(ROOT + "starweb"))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("StarwebClients", "StarwebSetup");
    }

    @Test
    void ofTheProcessTheySeeItsNamesAndSentencesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("se.brygga.workflows.(*)..", "io.temporal..")
                        .and(not(SENTENCES)))
                .check(CLIENTS);
    }

    @Test
    void theTimeComesFromOutside() {
        TimeRules.timeComesFromOutside().check(CLIENTS);
        TimeRules.NOBODY_USES_THE_OLD_DATES.check(CLIENTS);
    }

    @Test
    void thereAreNoCircles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(CLIENTS);
    }
}
