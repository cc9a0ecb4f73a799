package se.brygga.cli.orders;

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
        },
        footer = {
            "",
            "Examples: brygga orders list --state all --tenant nordkajak",
            "          brygga orders skip nordkajak/kajak-se/10025 --reason \"paid back\"",
            "          brygga orders retry --cause payment-not-mapped --tenant nordkajak"
        })
public final class OrdersCommand {}
