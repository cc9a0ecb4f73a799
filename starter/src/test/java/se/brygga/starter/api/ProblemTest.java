package se.brygga.starter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ProblemTest {

    private static final Pattern STATUS = Pattern.compile("HttpStatus\\.([A-Z_]+)");

    @Test
    void eachStatusThatTheApiAnswersWithHasATitleInBothLanguages() throws IOException {
        Set<HttpStatus> answered = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java", "se", "brygga", "starter"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                STATUS.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .map(HttpStatus::valueOf)
                        .filter(HttpStatus::isError)
                        .forEach(answered::add);
            }
        }
        assertThat(answered).hasSizeGreaterThan(10).allSatisfy(status -> {
            assertThat(Problem.title(status, Locale.of("sv"))).isNotBlank();
            assertThat(Problem.title(status, Locale.ENGLISH)).isEqualTo(status.getReasonPhrase());
        });
    }
}
