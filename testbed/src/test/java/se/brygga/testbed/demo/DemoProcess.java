package se.brygga.testbed.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.brygga.testbed.Testbed;
import se.brygga.testbed.kit.GrowingFile;
import se.brygga.testbed.kit.Project;
import se.brygga.testbed.privacy.KeptLog;
import se.brygga.testbed.privacy.PersonalDataScan;

/** {@code brygga} as a process of its own in a folder of its own, on free ports. */
final class DemoProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path folder;
    private final Path output;

    private DemoProcess(Process process, Path folder, Path output) {
        this.process = process;
        this.folder = folder;
        this.output = output;
    }

    /** @param environment added to this process's own, which must not lead to somebody's real systems */
    static DemoProcess start(Path folder, Map<String, String> environment, List<String> arguments) throws IOException {
        Path output = Files.createTempFile("brygga-demo", ".out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                KeptLog.option(),
                "-cp",
                System.getProperty("java.class.path"),
                Testbed.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("BRYGGA_") || name.startsWith("TEMPORAL_"));
        // The folder is no checkout, so the Temporal program is found by the PATH.
        builder.environment()
                .merge(
                        "PATH",
                        Project.root().resolve(".tools").toString(),
                        (old, ours) -> ours + File.pathSeparator + old);
        builder.environment().putAll(environment);
        return new DemoProcess(builder.start(), folder, output);
    }

    static DemoProcess start(Path folder, String... arguments) throws IOException {
        return start(folder, Map.of(), onFreePorts(arguments));
    }

    static List<String> onFreePorts(String... arguments) {
        Stream<String> ports = Stream.of("--port", "--ui-port", "--starweb-port", "--specter-port")
                .flatMap(option -> Stream.of(option, "0"));
        return Stream.concat(Stream.of(arguments), ports).toList();
    }

    /** Waits for its end. */
    int exit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("it ends; it has said:%n%s", said())
                .isTrue();
        return process.exitValue();
    }

    void awaitSaid(String text) {
        await("it says " + text).atMost(PATIENCE).until(() -> said().contains(text) || !process.isAlive());
        assertThat(said()).contains(text);
    }

    String said() {
        return GrowingFile.text(output);
    }

    /** As {@code kill} does it, and as Ctrl-C does. */
    void terminate() {
        process.destroy();
    }

    long pid() {
        return process.pid();
    }

    /** Its own children, and PostgreSQL, which is nobody's child. */
    List<ProcessHandle> servers() {
        return Stream.concat(process.descendants(), postgres().stream())
                .distinct()
                .toList();
    }

    /** The database's server, which is nobody's child; empty also while PostgreSQL has made its file and not yet written the line. */
    private Optional<ProcessHandle> postgres() {
        return GrowingFile.lines(folder.resolve(".brygga/postgres/postmaster.pid")).stream()
                .findFirst()
                .map(String::trim)
                .map(Long::parseLong)
                .flatMap(ProcessHandle::of);
    }

    @Override
    public void close() {
        List<ProcessHandle> left = servers();
        process.destroyForcibly().onExit().join();
        left.forEach(ProcessHandle::destroy);
        PersonalDataScan.lookThroughProcess(said(), folder);
    }
}
