package se.brygga.testbed.bench;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor time that this process and its children have used, by what they are. */
public record CpuTimes(Map<String, Duration> used) {

    /** The name of this process. */
    public static final String SELF = "bench: simulators, starter, bare worker";

    /** The name of the Temporal server. */
    public static final String TEMPORAL = "Temporal";

    /** As of now, since each process began. */
    public static CpuTimes now() {
        Map<String, Duration> used = new TreeMap<>();
        ProcessHandle self = ProcessHandle.current();
        Stream.concat(Stream.of(self), self.descendants())
                .forEach(process -> process.info()
                        .totalCpuDuration()
                        .ifPresent(duration -> used.merge(name(process), duration, Duration::plus)));
        return new CpuTimes(used);
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
