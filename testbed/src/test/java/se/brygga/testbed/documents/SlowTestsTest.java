package se.brygga.testbed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.brygga.testbed.kit.Project;

/** The list of slow tests in {@code CONTRIBUTING.md} names tests that exist, and no process test is forgotten. */
class SlowTestsTest {

    private static final Pattern NAME = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void theListNamesTestsThatExistAndEveryProcessTest() throws IOException {
        Set<String> tests = tests();
        Set<String> listed = names(String.join("\n", list()));

        assertThat(tests).containsAll(listed);
        assertThat(listed)
                .containsAll(tests.stream().filter(name -> name.endsWith("IT")).toList());
    }

    @Test
    void theQuickRunLeavesOutOnlyWhatTheListNames() {
        Set<String> leftOut = Sources.java()
                .filter(file -> text(file).contains("\n@Tag(\"slow\")\n"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(leftOut).isNotEmpty().isSubsetOf(names(String.join("\n", list())));
    }

    @Test
    void everyRowSaysHowLongAndWhy() {
        List<String> rows = list().stream()
                .filter(line -> !names(line).isEmpty() && line.startsWith("|"))
                .toList();

        assertThat(rows).isNotEmpty().allMatch(row -> row.matches("\\| `.+` \\| \\d+(–\\d+)? \\| \\S.{10,} \\|"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list() {
        String contributing = text(Project.root().resolve("CONTRIBUTING.md"));
        // The text above the table names the test that you read.
        return contributing.substring(contributing.indexOf("| Class |")).lines().toList();
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tests() throws IOException {
        Set<String> tests = new TreeSet<>();
        for (String module :
                List.of("workflows", "clients", "setup", "activities", "worker", "starter", "simulators", "testbed")) {
            try (Stream<Path> files = Files.walk(Project.root().resolve(module).resolve("src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.matches("\\w+(Test|IT)\\.java"))
                        .forEach(name -> tests.add(name.replace(".java", "")));
            }
        }
        return tests;
    }
}
