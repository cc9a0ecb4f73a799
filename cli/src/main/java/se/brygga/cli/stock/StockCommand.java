package se.brygga.cli.stock;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga stock …}. */
@Command(
        name = "stock",
        description = "Why a shop shows what it shows of a SKU, and where it differs from Specter.",
        subcommands = {
            HelpCommand.class,
            StockShowCommand.class,
            StockComparison.Drift.class,
            StockComparison.Compare.class,
            StockArticlesCommands.Articles.class,
            StockArticlesCommands.Accept.class
        },
        footer = {
            "",
            "Examples: brygga stock show nordkajak/kajak-se KAJ-001",
            "          brygga stock compare nordkajak/kajak-se",
            "          brygga stock articles nordkajak"
        })
public final class StockCommand {}
