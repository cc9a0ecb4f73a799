package se.brygga.testbed.crash.doomed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import se.brygga.testbed.kit.GrowingFile;

/** A worker or a starter as a separate process, which can be killed as by {@code kill -9}. */
public final class DoomedProcess implements AutoCloseable {

    private final Process process;
    private final Path folder;

    private DoomedProcess(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** @param properties of the app */
    public static DoomedProcess worker(Map<String, String> properties, List<CrashPoint> points) {
        return start("worker", properties, points);
    }

    /** @param properties of the app */
    public static DoomedProcess starter(Map<String, String> properties, List<CrashPoint> points) {
        return start("starter", properties, points);
    }

    private static DoomedProcess start(String app, Map<String, String> properties, List<CrashPoint> points) {
        try {
            Path folder = Files.createTempDirectory("brygga-doomed");
            Path file = folder.resolve("points");
            Files.write(file, points.stream().map(CrashPoint::line).toList());
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Dcrash.points=" + file,
                    "-Dcrash.record=" + folder.resolve("record"),
                    "-Dcrash.outside=" + app.equals("starter"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    DoomedApp.class.getName(),
                    app));
            properties.forEach((key, value) -> command.add("--" + key + "=" + value));
            return new DoomedProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start(),
                    folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of the points at which a thread stands. */
    public Set<String> standing() {
        return lines("log").stream()
                .filter(line -> line.contains(CrashPoints.STANDS))
                .map(line -> line.substring(line.indexOf(CrashPoints.STANDS) + CrashPoints.STANDS.length()))
                .collect(Collectors.toSet());
    }

    /** What it has written, in the order of the commits. */
    public List<Written> record() {
        return lines("record").stream().map(Written::of).toList();
    }

    /** Where its output lies. */
    public Path log() {
        return folder.resolve("log");
    }

    private List<String> lines(String file) {
        return GrowingFile.lines(folder.resolve(file));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: no shutdown hook runs, no connection is closed in order. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
