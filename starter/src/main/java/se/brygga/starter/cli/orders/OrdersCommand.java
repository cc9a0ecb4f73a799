package se.brygga.starter.cli.orders;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga orders …}. */
@Command(
        name = "orders",
        description = "What stands where, what waits, and decisions about it.",
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
        })
public final class OrdersCommand {}
