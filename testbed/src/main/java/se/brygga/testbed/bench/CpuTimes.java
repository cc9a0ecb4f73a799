package se.brygga.testbed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time that this process, its children and the embedded PostgreSQL have used, by what they are. A PostgreSQL that ran
 * before us is not ours to see.
 */
public record CpuTimes(Map<String, Duration> used) {

    /** The name of this process. */
    public static final String SELF = "bench: simulators, starter, bare worker";

    /** The name of the Temporal server. */
    public static final String TEMPORAL = "Temporal";

    /** As of now, since each process began. */
    public static CpuTimes now() {
        Map<String, Duration> used = new TreeMap<>();
        Stream.concat(Stream.of(ProcessHandle.current()), postgres().stream())
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .forEach(process -> process.info()
                        .totalCpuDuration()
                        .ifPresent(duration -> used.merge(name(process), duration, Duration::plus)));
        // A connection has a process of its own, which ends with it, after half an hour at the latest.
        postgres().ifPresent(server -> used.merge(name(server), ofEndedChildren(server), Duration::plus));
        return new CpuTimes(used);
    }

    /** Its own starter has ended, so it is nobody's child. */
    private static Optional<ProcessHandle> postgres() {
        try (Stream<String> lines = Files.lines(Bench.folder().resolve("postgres/postmaster.pid"))) {
            return lines.findFirst().map(String::trim).map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Linux counts it with the parent, in hundredths of a second, behind the name in brackets; elsewhere nothing is known of it. */
    private static Duration ofEndedChildren(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Duration.ofMillis(10 * (Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
        } catch (IOException elsewhere) {
            return Duration.ZERO;
        }
    }

    private static String name(ProcessHandle process) {
        if (process.equals(ProcessHandle.current())) {
            return SELF;
        }
        String command = process.info().command().orElse("");
        if (command.contains("temporal")) {
            return TEMPORAL;
        }
        return command.contains("postgres") ? "PostgreSQL" : "worker";
    }

    /** Milliseconds each process has used since then, for each of so many. */
    public Map<String, Double> since(CpuTimes before, int count) {
        Map<String, Double> each = new TreeMap<>();
        used.forEach((name, duration) -> each.put(
                name,
                duration.minus(before.used.getOrDefault(name, Duration.ZERO)).toMillis() / (double) count));
        return each;
    }
}
