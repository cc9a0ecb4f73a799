package se.brygga.starter.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Parameters;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.keys.KeyDesk;
import se.brygga.starter.desk.keys.KeyDesk.Keys;
import se.brygga.workflows.refusal.Refusal;

/**
 * {@code brygga starter key …}. Runs where the database's apps run, because the key file is there. Rotating needs no
 * database; dropping does.
 */
@Command(
        name = "key",
        description = "Changes a file with the key of the database. brygga key status shows which rows need which key.",
        subcommands = {HelpCommand.class, KeyCommand.Rotate.class, KeyCommand.Drop.class})
final class KeyCommand {

    /** {@code brygga starter key rotate}. */
    @Command(
            name = "rotate",
            description =
                    "Adds a new key to a file, which encrypts from now on; what the older ones have encrypted stays"
                            + " readable, and the workers encrypt it anew.",
            footer = {"", "Example: brygga starter key rotate /etc/brygga/key"})
    static final class Rotate extends DeskCommand {

        @Parameters(paramLabel = "FILE", description = "the file that BRYGGA_KEY_FILE names")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            System.out.println(file + " has the new key " + Keys.rotate(file) + ". Processes that read this file"
                    + " take it up within a minute; bring it to all others and start them again. Then: brygga key"
                    + " status");
            return 0;
        }
    }

    /** {@code brygga starter key drop}. */
    @Command(
            name = "drop",
            description = "Takes the old keys out of a file, when no row needs them any more.",
            footer = {"", "Example: brygga starter key drop /etc/brygga/key"})
    static final class Drop extends DeskCommand {

        @Parameters(paramLabel = "FILE", description = "the file that BRYGGA_KEY_FILE names")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            return switch (desk(KeyDesk.class).drop(file)) {
                case Outcome.Followed<String>(String of, String key) -> {
                    System.out.println(of + " has the key " + key + " only.");
                    yield 0;
                }
                case Outcome.Refused<String>(String _, Refusal why) -> {
                    System.err.println("Nothing was changed: " + why);
                    yield 1;
                }
                case Outcome.Unknown<String>(String _, Refusal why) -> {
                    System.err.println(why);
                    yield 1;
                }
            };
        }
    }
}
