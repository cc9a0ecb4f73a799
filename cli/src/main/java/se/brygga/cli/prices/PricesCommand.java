package se.brygga.cli.prices;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga prices …}. */
@Command(
        name = "prices",
        description = "${bundle:help.prices}",
        subcommands = {
            HelpCommand.class,
            PricesLoadCommand.class,
            PricesWaitingCommand.class,
            PricesDecideCommands.Approve.class,
            PricesDecideCommands.Reject.class,
            PriceComparison.Drift.class,
            PriceComparison.Compare.class
        },
        footer = {"", "${bundle:help.prices.examples}"})
public final class PricesCommand {}
