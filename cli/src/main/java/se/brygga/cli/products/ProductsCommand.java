package se.brygga.cli.products;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga products …}. */
@Command(
        name = "products",
        description = "${bundle:help.products}",
        subcommands = {
            HelpCommand.class,
            ProductsListCommand.class,
            ProductsShowCommand.class,
            ProductsRegisterCommand.class,
            SyncCommands.Pause.class,
            SyncCommands.Resume.class,
            SyncCommands.Poke.class,
            SyncCommands.Retry.class,
            GroupsCommands.Groups.class
        },
        footer = {"", "${bundle:help.products.examples}"})
public final class ProductsCommand {}
