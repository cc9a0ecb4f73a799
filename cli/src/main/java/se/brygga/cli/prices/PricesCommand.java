package se.brygga.cli.prices;

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
        },
        footer = {
            "",
            "Examples: brygga prices held nordkajak",
            "          brygga prices approve nordkajak/kajak-se --sku KAJ-001 --reason \"new supplier\"",
            "          brygga prices load nordkajak prices.csv"
        })
public final class PricesCommand {}
