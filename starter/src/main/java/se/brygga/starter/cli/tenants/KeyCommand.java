package se.brygga.starter.cli.tenants;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.keys.KeyDesk;
import se.brygga.starter.desk.keys.KeyUse;
import se.brygga.starter.desk.keys.Keys;

/** {@code brygga key …}. Making and rotating a key needs no database; looking which key has encrypted what does. */
@Command(
        name = "key",
        description = "The key of the database: make one, change it, see which rows have which.",
        subcommands = {
            HelpCommand.class,
            KeyCommand.New.class,
            KeyCommand.Rotate.class,
            KeyCommand.Status.class,
            KeyCommand.Drop.class
        })
public final class KeyCommand {

    /** {@code brygga key new}. */
    @Command(
            name = "new",
            description = "Makes a new key: into a file that only its owner can read, or onto the screen.")
    static final class New extends DeskCommand {

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "a file that does not exist yet")
        private @Nullable Path file;

        @Override
        public Integer call() {
            Path wanted = file;
            if (wanted == null) {
                System.out.println(Keys.make());
                return 0;
            }
            Keys.make(wanted);
            System.out.println(wanted
                    + " holds a new key, and only you can read it. Keep a copy in a safe place: who loses"
                    + " the key loses every order and secret in the database. Use it with BRYGGA_KEY_FILE=" + wanted);
            return 0;
        }
    }

    /** {@code brygga key rotate}. */
    @Command(
            name = "rotate",
            description =
                    "Adds a new key to a file, which encrypts from now on; what the older ones have encrypted stays"
                            + " readable, and the workers encrypt it anew.")
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

    /** {@code brygga key status}. */
    @Command(name = "status", description = "Counts which key has encrypted how many rows.")
    static final class Status extends DeskCommand {

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            List<KeyUse> uses = desk(KeyDesk.class).status();
            if (json.print(uses)) {
                return 0;
            }
            Table table = new Table("KEY", "", "ROWS");
            uses.stream()
                    .filter(use -> use.role() != KeyUse.Role.UNKNOWN || use.rows() > 0)
                    .forEach(use -> table.row(use.key() == null ? "unknown" : use.key(), role(use.role()), use.rows()));
            System.out.print(table);
            return 0;
        }

        private static String role(KeyUse.Role role) {
            return switch (role) {
                case ENCRYPTS -> "encrypts";
                case OLD -> "old";
                case UNKNOWN -> "cannot be read with this key";
            };
        }
    }

    /** {@code brygga key drop}. */
    @Command(name = "drop", description = "Takes the old keys out of a file, when no row needs them any more.")
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
                case Outcome.Refused<String>(String _, String why) -> {
                    System.err.println("Nothing was changed: " + why);
                    yield 1;
                }
                case Outcome.Unknown<String>(String _, String why) -> {
                    System.err.println(why);
                    yield 1;
                }
            };
        }
    }
}
