package se.brygga.starter.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.AccessDesk.NewToken;
import se.brygga.starter.desk.access.Right;
import se.brygga.starter.desk.door.DeskJson;

/**
 * {@code brygga starter token …}. Makes the first token, which needs the database. All others are made over the API
 * with that token.
 */
@Command(
        name = "token",
        description = "${bundle:help.starter.token}",
        subcommands = {HelpCommand.class, TokenCommand.New.class})
final class TokenCommand {

    /** {@code brygga starter token new}. */
    @Command(
            name = "new",
            description = "${bundle:help.starter.token.new}",
            footer = {"", "${bundle:help.starter.token.new.examples}"})
    static final class New extends DeskCommand {

        @Parameters(paramLabel = "NAME", description = "${bundle:help.starter.token.new.NAME}")
        private String name = "";

        @Option(
                names = "--scope",
                split = ",",
                defaultValue = "read,decide,setup,admin",
                description = "${bundle:help.starter.token.new.scope}")
        private List<Right> rights = List.of();

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            NewToken made = desk(AccessDesk.class)
                    .make(
                            new NewToken.Wish(name, Set.copyOf(rights), Set.of()),
                            new Operator(operator.by(), operator.reason()));
            if (json.isWanted()) {
                System.out.println(DeskJson.text(made));
            } else {
                System.err.println(brygga().say("token-made", made.token().id(), name));
                System.out.println(made.secret());
            }
            return 0;
        }
    }
}
