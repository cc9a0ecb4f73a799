package se.brygga.testbed.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import se.brygga.testbed.kit.Project;

/** One of the two apps as it is installed: its own jar, in a process of its own, with a heap of its own. */
public final class AppChild implements AutoCloseable {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin").toString();

    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * Starts it and waits until it is healthy.
     *
     * @param module {@code worker} or {@code starter}
     * @param properties {@code server.port} among them
     * @throws IllegalStateException its jar is missing, or it ended at once
     */
    public AppChild(String module, Map<String, String> properties, int heapMegabytes, Path log)
            throws IOException, InterruptedException {
        process = start(module, properties, heapMegabytes, log);
        address = URI.create("http://127.0.0.1:" + properties.get("server.port"));
        String health = module.equals("starter") ? "/readyz" : "/actuator/health";
        while (!healthy(health)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the " + module + " ended at its start; see " + log);
            }
            Thread.sleep(200);
        }
    }

    /** Starts an app without waiting for anything. */
    public static Process start(String module, Map<String, String> properties, int heapMegabytes, Path log)
            throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + heapMegabytes + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        properties.forEach((key, value) -> options.add("-D" + key + "=" + value));
        return java(options, module, List.of(), Map.of(), log);
    }

    /** Starts a command of an operator, which asks a starter. */
    public static Process command(List<String> arguments, URI starter, String token, Path log) throws IOException {
        return java(
                List.of("-Xmx64m"),
                "cli",
                arguments,
                Map.of("BRYGGA_URL", starter.toString(), "BRYGGA_TOKEN", token),
                log);
    }

    private static Process java(
            List<String> options, String module, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA + "/java"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar(module).toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static Path jar(String module) throws IOException {
        Path target = Project.root().resolve(module + "/target");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().matches("brygga-" + module + "-.*-exec\\.jar"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("no " + module + " jar in " + target + ": use ./brygga bench"));
        }
    }

    private boolean healthy(String path) throws InterruptedException {
        try {
            return get(path).contains("\"UP\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** Where it listens. */
    public URI address() {
        return address;
    }

    /** The sum of a metric's values over all series that have this label, as in {@code activity_type="Poll"}. */
    public double metric(String name, String label) throws IOException, InterruptedException {
        return get("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Megabytes of heap that are in use after a garbage collection. */
    public long heapInUse() throws IOException, InterruptedException {
        Process collect = new ProcessBuilder(JAVA + "/jcmd", Long.toString(process.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        collect.waitFor();
        return (long) metric("jvm_memory_used_bytes", "area=\"heap\"") / (1024 * 1024);
    }

    private String get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Ends it as a power cut would: nothing is told or finished. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        http.shutdownNow();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }
}
