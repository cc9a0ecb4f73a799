package se.brygga.cli.orders;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga orders …}. */
@Command(
        name = "orders",
        description = "${bundle:help.orders}",
        subcommands = {
            HelpCommand.class,
            OrdersListCommand.class,
            OrdersShowCommand.class,
            OrdersCausesCommand.class,
            OrdersSumsCommand.class,
            DecideCommands.Retry.class,
            DecideCommands.Skip.class,
            DecideCommands.SendAnyway.class,
            DecideCommands.Done.class,
            DecideCommands.Undo.class
        },
        footer = {"", "${bundle:help.orders.examples}"})
public final class OrdersCommand {}
