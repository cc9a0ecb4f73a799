package se.brygga.starter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga prices …}. */
@Command(
        name = "prices",
        description = "Price lists from a file, and price changes that wait for approval.",
        subcommands = {
            HelpCommand.class,
            PricesLoadCommand.class,
            PricesHeldCommand.class,
            PricesDecideCommands.Approve.class,
            PricesDecideCommands.Reject.class
        })
final class PricesCommand {}
