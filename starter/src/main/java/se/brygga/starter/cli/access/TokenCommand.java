package se.brygga.starter.cli.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.desk.Word;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.NewToken;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.access.Token;

/** {@code brygga token …}. Tokens let people and programs use the API. */
@Command(
        name = "token",
        description = "Tokens of the API: make one, list all, make one useless.",
        subcommands = {HelpCommand.class, TokenCommand.New.class, TokenCommand.Listing.class, TokenCommand.Revoke.class
        })
public final class TokenCommand {

    /** {@code brygga token new}. */
    @Command(
            name = "new",
            description = "Makes a token, and prints it. It is shown this once.",
            footer = "%nExample: brygga token new anna --scope read,decide --tenant nordkajak")
    static final class New extends DeskCommand {

        @Parameters(paramLabel = "NAME", description = "login of the person, or name of the program, that gets it")
        private String name = "";

        @Option(
                names = "--scope",
                split = ",",
                defaultValue = "read,decide",
                description = "read, decide or both; default: both")
        private List<String> scopes = List.of();

        @Option(names = "--tenant", split = ",", description = "reaches only these tenants; default: every tenant")
        private List<String> tenants = List.of();

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            NewToken made = desk(AccessDesk.class).make(name, rights(), Set.copyOf(tenants), operator.operator());
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

    /** {@code brygga token list}. */
    @Command(name = "list", description = "Lists all tokens, the oldest first, without their secrets.")
    static final class Listing extends DeskCommand {

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            List<Token> tokens = desk(AccessDesk.class).list();
            if (json.print(tokens)) {
                return 0;
            }
            Table table = new Table("ID", "NAME", "SCOPES", "TENANTS", "MADE", "REVOKED");
            tokens.forEach(token -> table.row(
                    token.id(),
                    token.name(),
                    token.scopes().stream().map(Right::word).collect(Collectors.joining(", ")),
                    token.tenants().isEmpty() ? "all" : String.join(", ", token.tenants()),
                    Output.time(token.madeAt()),
                    Output.time(token.revokedAt())));
            System.out.print(table.isEmpty() ? "There is no token; brygga token new makes one.\n" : table);
            return 0;
        }
    }

    /** {@code brygga token revoke}. */
    @Command(name = "revoke", description = "Makes a token useless from the next request on.")
    static final class Revoke extends DeskCommand {

        @Parameters(paramLabel = "ID", description = "as token list shows it")
        private String id = "";

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Override
        public Integer call() {
            desk(AccessDesk.class).revoke(id, operator.operator());
            System.out.println("Token " + id + " is useless now.");
            return 0;
        }
    }
}
