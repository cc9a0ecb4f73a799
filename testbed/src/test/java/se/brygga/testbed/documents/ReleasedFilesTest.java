package se.brygga.testbed.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.brygga.testbed.kit.Project;

/**
 * What a release has put into somebody's database, engine or program is never edited: its migrations, histories, the samples of
 * what it stored, and what it says of its API. Each release has a list of these files with their SHA-256, as {@code sha256sum}
 * writes it, in {@code released}. A release adds its list with {@code -Dbrygga.record-released=VERSION}.
 */
class ReleasedFilesTest {

    private static final Path ROOT = Project.root();
    private static final Path LISTS = Path.of("src/test/resources/released");
    private static final List<String> FOLDERS = List.of(
            "activities/src/main/resources/db/migration",
            "activities/src/test/resources/stored",
            "starter/src/test/resources/api",
            "workflows/src/test/resources/histories",
            "workflows/src/test/resources/words");

    @Test
    void noFileOfAReleaseIsEditedOrMissing() throws IOException {
        SequencedMap<String, String> today = hashes();
        String release = System.getProperty("brygga.record-released", "");
        if (!release.isEmpty() && !Files.exists(LISTS.resolve(release))) {
            Files.createDirectories(LISTS);
            Files.write(
                    LISTS.resolve(release),
                    today.entrySet().stream()
                            .map(file -> file.getValue() + "  " + file.getKey())
                            .toList());
        }
        try (Stream<Path> lists = Files.list(LISTS)) {
            assertThat(lists.sorted().flatMap(ReleasedFilesTest::lines))
                    .isNotEmpty()
                    .allSatisfy(line -> {
                        String[] file = line.split(" {2}", 2);
                        assertThat(today.get(file[1]))
                                .as(file[1] + " was released: add a file beside it instead")
                                .isEqualTo(file[0]);
                    });
        }
    }

    private static Stream<String> lines(Path list) {
        try {
            return Files.readAllLines(list).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SequencedMap<String, String> hashes() throws IOException {
        SequencedMap<String, String> hashes = new TreeMap<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    hashes.put(ROOT.relativize(file).toString(), sha256(file));
                }
            }
        }
        return hashes;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
