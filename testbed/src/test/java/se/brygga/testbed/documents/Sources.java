package se.brygga.testbed.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import se.brygga.testbed.kit.Project;

/** The project's source files. */
final class Sources {

    private Sources() {}

    /** All Java files of all modules, tests included. */
    static Stream<Path> java() {
        return all(".java");
    }

    /** All files of all modules with this ending. */
    static Stream<Path> all(String ending) {
        return modules()
                .flatMap(module -> walk(module.resolve("src")))
                .filter(file -> file.toString().endsWith(ending));
    }

    private static Stream<Path> modules() {
        try (Stream<Path> folders = Files.list(Project.root())) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
