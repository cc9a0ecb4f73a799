package se.brygga.cli.tenants;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.workflows.refusal.Refusal;

/** Prints the warnings about a file, each once: the answer about each of its tenants has those about the whole file. */
final class Warnings {

    private final Path file;
    private final Lines lines;
    private final Set<String> printed = new HashSet<>();

    Warnings(Path file, Lines lines) {
        this.file = file;
        this.lines = lines;
    }

    void print(Collection<Refusal> warnings) {
        warnings.stream()
                .map(lines::say)
                .filter(printed::add)
                .forEach(warning -> System.err.println(lines.say(Line.FILE_WARNING, file, warning)));
    }
}
