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
        description = "${bundle:help.starter.key}",
        subcommands = {HelpCommand.class, KeyCommand.Rotate.class, KeyCommand.Drop.class})
final class KeyCommand {

    /** {@code brygga starter key rotate}. */
    @Command(
            name = "rotate",
            description = "${bundle:help.starter.key.rotate}",
            footer = {"", "${bundle:help.starter.key.rotate.examples}"})
    static final class Rotate extends DeskCommand {

        @Parameters(paramLabel = "FILE", description = "${bundle:help.starter.key.FILE}")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            System.out.println(brygga().say("key-rotated", file, Keys.rotate(file)));
            return 0;
        }
    }

    /** {@code brygga starter key drop}. */
    @Command(
            name = "drop",
            description = "${bundle:help.starter.key.drop}",
            footer = {"", "${bundle:help.starter.key.drop.examples}"})
    static final class Drop extends DeskCommand {

        @Parameters(paramLabel = "FILE", description = "${bundle:help.starter.key.FILE}")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            return switch (desk(KeyDesk.class).drop(file)) {
                case Outcome.Followed<String>(String of, String key) -> {
                    System.out.println(brygga().say("key-alone", of, key));
                    yield 0;
                }
                case Outcome.Refused<String>(String _, Refusal why) -> {
                    System.err.println(brygga().say("nothing-changed", brygga().say(why)));
                    yield 1;
                }
                case Outcome.Unknown<String>(String _, Refusal why) -> {
                    System.err.println(brygga().say(why));
                    yield 1;
                }
            };
        }
    }
}
