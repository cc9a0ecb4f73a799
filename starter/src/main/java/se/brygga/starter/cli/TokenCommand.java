package se.brygga.starter.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.AccessDesk.NewToken;
import se.brygga.starter.desk.access.Right;

/**
 * {@code brygga starter token …}. Makes the first token, which needs the database. All others are made over the API
 * with that token.
 */
@Command(
        name = "token",
        description = "Makes the first token of the API, where the database is.",
        subcommands = {HelpCommand.class, TokenCommand.New.class})
final class TokenCommand {

    /** {@code brygga starter token new}. */
    @Command(
            name = "new",
            description = "Makes a token that reaches every tenant, and prints it. It is shown this once.",
            footer = {"", "Example: brygga starter token new anna"})
    static final class New extends DeskCommand {

        @Parameters(paramLabel = "NAME", description = "login of the person who gets it")
        private String name = "";

        @Option(
                names = "--scope",
                split = ",",
                defaultValue = "read,decide,setup,admin",
                description = "some of read, decide, setup, admin; default: all")
        private List<String> scopes = List.of();

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            NewToken made =
                    desk(AccessDesk.class).make(new NewToken.Wish(name, rights(), Set.of()), operator.operator());
            if (!json.print(made)) {
                System.err.println("Token " + made.token().id() + " of " + name + ", shown this once:");
                System.out.println(made.secret());
            }
            return 0;
        }

        private Set<Right> rights() {
            try {
                return scopes.stream()
                        .map(scope -> Word.of(Right.class, "scope", scope))
                        .collect(Collectors.toSet());
            } catch (IllegalArgumentException unknown) {
                throw usage(String.valueOf(unknown.getMessage()));
            }
        }
    }
}
