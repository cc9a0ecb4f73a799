package se.brygga.starter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Parameters;
import se.brygga.activities.crypto.Keyset;
import se.brygga.activities.crypto.Reencryption;
import se.brygga.activities.crypto.Vault;

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
final class KeyCommand {

    /** {@code brygga key new}. */
    @Command(
            name = "new",
            description = "Makes a new key: into a file that only its owner can read, or onto the screen.")
    static final class New implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "a file that does not exist yet")
        private @Nullable Path file;

        @Override
        public Integer call() {
            String text = Keyset.random().text();
            Path wanted = file;
            if (wanted == null) {
                System.out.println(text);
                return 0;
            }
            KeyFile.create(wanted, text);
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
    static final class Rotate implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "the file that BRYGGA_KEY_FILE names")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            Keyset rotated = KeyFile.read(file).rotated();
            KeyFile.replace(file, rotated.text());
            System.out.println(file + " has the new key " + rotated.primary().name() + ". Processes that read this file"
                    + " take it up within a minute; bring it to all others and start them again. Then: brygga key"
                    + " status");
            return 0;
        }
    }

    /** {@code brygga key status}. */
    @Command(name = "status", description = "Counts which key has encrypted how many rows.")
    static final class Status implements Callable<Integer> {

        @Override
        public Integer call() {
            try (ConfigurableApplicationContext context = CommandLineApplication.start()) {
                Keyset keyset = context.getBean(Vault.class).keyset();
                Table table = new Table("KEY", "", "ROWS");
                for (Reencryption.Use use : uses(context, keyset)) {
                    Keyset.Key key = use.key();
                    if (key != null) {
                        table.row(key.name(), key.primary() ? "encrypts" : "old", use.rows());
                    } else if (use.rows() > 0) {
                        table.row("unknown", "cannot be read with this key", use.rows());
                    }
                }
                System.out.print(table);
            }
            return 0;
        }
    }

    /** {@code brygga key drop}. */
    @Command(name = "drop", description = "Takes the old keys out of a file, when no row needs them any more.")
    static final class Drop implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "the file that BRYGGA_KEY_FILE names")
        private Path file = Path.of("");

        @Override
        public Integer call() {
            Keyset keyset = KeyFile.read(file);
            List<Reencryption.Use> needed;
            try (ConfigurableApplicationContext context = CommandLineApplication.start()) {
                needed = uses(context, keyset).stream()
                        .filter(use -> use.key() != null && !use.key().primary() && use.rows() > 0)
                        .toList();
            }
            if (!needed.isEmpty()) {
                long rows = needed.stream().mapToLong(Reencryption.Use::rows).sum();
                System.err.println(
                        "Nothing was changed: " + rows + " rows still need an old key. A worker that has the new"
                                + " key encrypts them anew; see brygga key status");
                return 1;
            }
            KeyFile.replace(file, keyset.primaryOnly().text());
            System.out.println(file + " has the key " + keyset.primary().name() + " only.");
            return 0;
        }
    }

    private static List<Reencryption.Use> uses(ConfigurableApplicationContext context, Keyset keyset) {
        return new Reencryption(context.getBean(JdbcClient.class), context.getBean(Vault.class)).count(keyset);
    }
}
