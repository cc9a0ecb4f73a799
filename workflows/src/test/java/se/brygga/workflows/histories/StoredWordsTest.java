package se.brygga.workflows.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.refusal.RefusalCode;

/**
 * Words that a release has put into the books or into histories are known to every later one. Their files are never edited: a
 * release adds its own, with {@code -Dbrygga.record-stored=VERSION}.
 */
class StoredWordsTest {

    private static final Path FOLDER = Path.of("src/test/resources/words");

    @Test
    void eachWordOfEachReleaseIsStillKnown() throws IOException {
        List<String> today = words();
        String release = System.getProperty("brygga.record-stored", "");
        if (!release.isEmpty() && !Files.exists(file(release))) {
            Files.createDirectories(FOLDER);
            Files.write(file(release), today);
        }
        List<Path> released;
        try (Stream<Path> files = Files.list(FOLDER)) {
            released = files.sorted().toList();
        }
        assertThat(released).isNotEmpty().allSatisfy(file -> assertThat(today).containsAll(Files.readAllLines(file)));
    }

    private static Path file(String release) {
        return FOLDER.resolve(release + ".txt");
    }

    private static List<String> words() {
        return Stream.of(
                        Arrays.stream(Cause.values()).map(cause -> "cause " + cause.code()),
                        Arrays.stream(Phrase.values()).map(phrase -> "phrase " + phrase.name()),
                        Arrays.stream(Decision.Kind.values()).map(kind -> "decision " + kind.name()),
                        RefusalCode.all().map(code -> "refusal " + code.code()))
                .flatMap(words -> words)
                .sorted()
                .toList();
    }
}
