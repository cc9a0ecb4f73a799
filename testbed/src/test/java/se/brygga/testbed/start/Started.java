package se.brygga.testbed.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.brygga.testbed.kit.GrowingFile;
import se.brygga.testbed.privacy.KeptLog;

/** An app or a command in a process of its own, with what it says on its two outputs apart. */
final class Started implements AutoCloseable {

    /** A loaded machine needs half a minute for a start; what hangs would stay for ever. */
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path out;
    private final Path err;

    private Started(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Started app(Class<?> main, Map<String, String> properties) {
        return start(
                List.of(),
                main,
                properties.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()));
    }

    /** A command takes its settings as system properties: its arguments are the operator's. */
    static Started command(Class<?> main, Map<String, String> properties, String... arguments) {
        return start(
                properties.entrySet().stream()
                        .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
                        .toList(),
                main,
                Arrays.stream(arguments));
    }

    private static Started start(List<String> options, Class<?> main, Stream<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                KeptLog.option()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        arguments.forEach(command::add);
        try {
            Path out = Files.createTempFile("brygga-start", ".out");
            Path err = Files.createTempFile("brygga-start", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("BRYGGA_") || name.startsWith("TEMPORAL_"));
            builder.environment().put("BRYGGA_LANG", "en");
            return new Started(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; its exit code. */
    int exit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it ends; it has said:%n%s%n%s", out(), err())
                .isTrue();
        return process.exitValue();
    }

    boolean runs() {
        return process.isAlive();
    }

    String out() {
        return GrowingFile.text(out);
    }

    String err() {
        return GrowingFile.text(err);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
