package se.brygga.starter.cli.goods;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga prices …}. */
@Command(
        name = "prices",
        description =
                "Price lists from a file, price changes that wait for approval, and where a shop differs from Specter.",
        subcommands = {
            HelpCommand.class,
            PricesLoadCommand.class,
            PricesHeldCommand.class,
            PricesDecideCommands.Approve.class,
            PricesDecideCommands.Reject.class,
            PriceComparison.Drift.class,
            PriceComparison.Compare.class
        })
public final class PricesCommand {}
