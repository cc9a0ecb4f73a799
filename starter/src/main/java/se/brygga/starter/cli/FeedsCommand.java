package se.brygga.starter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code brygga feeds …}. */
@Command(
        name = "feeds",
        description =
                "The loops that follow Specter, one per tenant and feed (orders, stock, prices): what they found.",
        subcommands = {
            HelpCommand.class,
            FeedsListCommand.class,
            FeedSteeringCommands.Poke.class,
            FeedSteeringCommands.Pause.class,
            FeedSteeringCommands.Resume.class,
            FeedSteeringCommands.Interval.class
        })
final class FeedsCommand {}
