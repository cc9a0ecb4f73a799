package se.brygga.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.Words;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.view.Word;
import se.brygga.workflows.refusal.Reason;
import tools.jackson.databind.JsonNode;

/** {@code brygga token …}. Tokens let people and programs use the API. */
@Command(
        name = "token",
        description = "${bundle:help.token}",
        subcommands = {HelpCommand.class, TokenCommand.New.class, TokenCommand.Listing.class, TokenCommand.Revoke.class
        },
        footer = {"", "${bundle:help.token.examples}"})
final class TokenCommand {

    /** What a token lets its holder do. */
    enum Scope implements Word {
        READ,
        DECIDE,
        SETUP,
        ADMIN
    }

    /** The words for scopes, for completion. */
    private static final class Scopes extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        private Scopes() {
            super(Arrays.stream(Scope.values()).map(Word::word).toList());
        }
    }

    /** A token without its secret. */
    record Token(
            String id,
            String name,
            List<String> scopes,
            List<String> tenants,
            Instant madeAt,
            @Nullable Instant revokedAt) {}

    /** {@code brygga token new}. */
    @Command(
            name = "new",
            description = "${bundle:help.token.new}",
            footer = {"", "${bundle:help.token.new.examples}"})
    static final class New extends ServerCommand {

        @Parameters(paramLabel = "NAME", description = "${bundle:help.token.new.NAME}")
        private String name = "";

        @Option(
                names = "--scope",
                split = ",",
                defaultValue = "read,decide",
                completionCandidates = Scopes.class,
                description = "${bundle:help.token.new.scope} ${COMPLETION-CANDIDATES}")
        private List<String> scopes = List.of();

        @Option(names = "--tenant", split = ",", description = "${bundle:help.token.new.tenant}")
        private List<String> tenants = List.of();

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        @Override
        public Integer call() {
            Map<String, @Nullable Object> body = operator.body();
            body.put("name", name);
            body.put("scopes", words());
            body.put("tenants", tenants);
            JsonNode made = server().post("/tokens", body);
            if (!operator.json().print(made)) {
                String id = made.path("token").path("id").asString();
                System.err.println(operator.lines().say(Line.TOKEN_MADE, id, name));
                System.out.println(made.path("secret").asString());
            }
            return 0;
        }

        private List<String> words() {
            return scopes.stream()
                    .map(scope ->
                            typed(() -> Words.of(Scope.class, "right", scope)).word())
                    .toList();
        }
    }

    /** {@code brygga token list}. */
    @Command(
            name = "list",
            description = "${bundle:help.token.listing}",
            footer = {"", "${bundle:help.token.listing.examples}"})
    static final class Listing extends ListCommand {

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        protected int list() {
            JsonNode answer = server().get("/tokens", Map.of());
            if (json.print(answer)) {
                return 0;
            }
            Lines lines = language.lines();
            Table table = lines.table(Line.TOKENS_HEADINGS);
            List.of(Server.read(answer, Token[].class))
                    .forEach(token -> table.row(
                            token.id(),
                            token.name(),
                            String.join(", ", token.scopes()),
                            token.tenants().isEmpty()
                                    ? lines.say(Line.ALL_TENANTS)
                                    : String.join(", ", token.tenants()),
                            Output.time(token.madeAt()),
                            Output.time(token.revokedAt())));
            System.out.print(table);
            return 0;
        }
    }

    /** {@code brygga token revoke}. */
    @Command(
            name = "revoke",
            description = "${bundle:help.token.revoke}",
            footer = {"", "${bundle:help.token.revoke.examples}"})
    static final class Revoke extends ServerCommand {

        @Parameters(paramLabel = "ID", description = "${bundle:help.token.revoke.ID}")
        private String id = "";

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        @Override
        public Integer call() {
            if (!id.matches("[A-Za-z0-9]+")) {
                throw usage(Reason.NO_TOKEN.of(id));
            }
            JsonNode revoked = server().post("/tokens/" + id + "/revoke", operator.body());
            if (!operator.json().print(revoked)) {
                System.out.println(operator.lines().say(Line.TOKEN_REVOKED, id));
            }
            return 0;
        }
    }
}
