package se.brygga.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line is small: it starts at once because nothing large is there to be started. */
class CliWallsTest {

    private static final JavaClasses CLI = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.brygga.cli");

    @Test
    void theCommandLineKnowsTheCausesAndTheReaderOfSetUpFilesAndNothingElseOfOurs() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.sun.net.httpserver",
                        "picocli..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify.annotations..",
                        "se.brygga.workflows",
                        "se.brygga.workflows.attention",
                        "se.brygga.workflows.refusal",
                        "se.brygga.setup.file",
                        "se.brygga.setup.keys",
                        "se.brygga.cli..")
                .check(CLI);
    }

    @Test
    void noPackageNeedsAnotherInACircle() {
        slices().matching("se.brygga.(**)").should().beFreeOfCycles().check(CLI);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.temporal.client.WorkflowClient",
                "org.springframework.context.ApplicationContext",
                "org.postgresql.Driver",
                "ch.qos.logback.classic.Logger"
            })
    void nothingLargeIsAtHand(String type) {
        assertThat(getClass().getClassLoader().getResource(type.replace('.', '/') + ".class"))
                .isNull();
    }
}
