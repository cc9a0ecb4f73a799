package se.brygga.testbed.bench;

import picocli.CommandLine.Command;
import se.brygga.testbed.bench.feeds.StatusBench;
import se.brygga.testbed.bench.feeds.StockBench;
import se.brygga.testbed.bench.idle.IdleBench;

/** {@code brygga bench}. */
@Command(
        name = "bench",
        description = "Measures, on the real Temporal server.",
        subcommands = {OrdersBench.class, StockBench.class, StatusBench.class, IdleBench.class},
        mixinStandardHelpOptions = true)
public final class Bench {}
