package se.brygga.cli.stock;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga stock …}. */
@Command(
        name = "stock",
        description = "${bundle:help.stock}",
        subcommands = {
            HelpCommand.class,
            StockShowCommand.class,
            StockComparison.Drift.class,
            StockComparison.Compare.class,
            StockArticlesCommands.Articles.class,
            StockArticlesCommands.Accept.class
        },
        footer = {"", "${bundle:help.stock.examples}"})
public final class StockCommand {}
