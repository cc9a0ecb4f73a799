package se.brygga.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.view.Word;
import tools.jackson.databind.JsonNode;

/**
 * {@code brygga key …}. An existing key file is changed by the starter's own command, where the key and the database
 * are.
 */
@Command(
        name = "key",
        description = "${bundle:help.key}",
        subcommands = {HelpCommand.class, KeyCommand.New.class, KeyCommand.Status.class},
        footer = {"", "${bundle:help.key.examples}"})
final class KeyCommand {

    /** {@code brygga key new}. Needs no starter. */
    @Command(
            name = "new",
            description = "${bundle:help.key.new}",
            footer = {"", "${bundle:help.key.new.examples}"})
    static final class New implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "${bundle:help.key.new.FILE}")
        private @Nullable Path file;

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Override
        public Integer call() {
            if (file == null) {
                System.out.println(NewKey.text());
            } else {
                NewKey.write(file);
                System.out.println(language.lines().say(Line.KEY_MADE, file));
            }
            return 0;
        }
    }

    /** {@code brygga key status}. */
    @Command(
            name = "status",
            description = "${bundle:help.key.status}",
            footer = {"", "${bundle:help.key.status.examples}"})
    static final class Status extends ServerCommand {

        /** What a key is for. */
        enum Role implements Word {
            ENCRYPTS,
            OLD,
            UNKNOWN
        }

        /**
         * How many rows need a key.
         *
         * @param key null for all keys that the starter does not have
         */
        record Use(@Nullable String key, Role role, long rows) {}

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            JsonNode answer = server().get("/keys", Map.of());
            if (json.print(answer)) {
                return 0;
            }
            Lines lines = language.lines();
            Table table = lines.table(Line.KEYS_HEADINGS);
            List.of(Server.read(answer, Use[].class)).stream()
                    .filter(use -> use.role() != Role.UNKNOWN || use.rows() > 0)
                    .forEach(use -> table.row(
                            use.key() == null ? lines.say(Line.KEY_NOT_KNOWN) : use.key(),
                            lines.say(role(use.role())),
                            use.rows()));
            System.out.print(table);
            return 0;
        }

        private static Line role(Role role) {
            return switch (role) {
                case ENCRYPTS -> Line.KEY_ENCRYPTS;
                case OLD -> Line.KEY_OLD;
                case UNKNOWN -> Line.KEY_CANNOT_READ;
            };
        }
    }
}
