package se.brygga.testbed.bench;

import picocli.CommandLine.Command;

/** {@code brygga bench}. */
@Command(
        name = "bench",
        description = "Measures, on the real Temporal server, beside a bare workflow in the same run.",
        subcommands = OrdersBench.class,
        mixinStandardHelpOptions = true)
public final class Bench {}
