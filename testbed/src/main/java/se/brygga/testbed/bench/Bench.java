package se.brygga.testbed.bench;

import picocli.CommandLine.Command;
import se.brygga.testbed.bench.idle.IdleBench;

/** {@code brygga bench}. */
@Command(
        name = "bench",
        description = "Measures, on the real Temporal server, beside a bare workflow in the same run.",
        subcommands = {OrdersBench.class, IdleBench.class},
        mixinStandardHelpOptions = true)
public final class Bench {}
