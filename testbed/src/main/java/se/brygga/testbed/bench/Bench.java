package se.brygga.testbed.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import se.brygga.testbed.bench.feeds.StatusBench;
import se.brygga.testbed.bench.feeds.StockBench;
import se.brygga.testbed.bench.idle.IdleBench;
import se.brygga.testbed.bench.outages.OutagesBench;
import se.brygga.testbed.bench.products.ProductsBench;
import se.brygga.testbed.kit.Project;
import se.brygga.testbed.kit.TemporalServer;

/** {@code brygga bench}. */
@Command(
        name = "bench",
        description = "Measures, on the real Temporal server.",
        subcommands = {
            OrdersBench.class,
            StockBench.class,
            StatusBench.class,
            ProductsBench.class,
            IdleBench.class,
            OutagesBench.class
        },
        mixinStandardHelpOptions = true)
public final class Bench {

    /** Where benchmarks keep what they start: databases, logs. */
    public static Path folder() {
        try {
            return Files.createDirectories(Project.root().resolve(".brygga/bench"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server with its state in memory, started in that folder. */
    public static TemporalServer temporal() {
        return TemporalServer.development(temporalProgram(), 0, folder());
    }

    /** @throws IllegalStateException it is not there: the in-memory server is never measured */
    public static Path temporalProgram() {
        return TemporalServer.program()
                .orElseThrow(
                        () -> new IllegalStateException("needs the program temporal-server: run tools/temporal/build."
                                + " The in-memory server is never measured."));
    }
}
