package se.brygga.cli.feeds;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.Outcomes;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Cures;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.TroubleLines;
import se.brygga.cli.view.Trouble;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code brygga notices}, and {@code brygga notices close}. */
@Command(
        name = "notices",
        description = "${bundle:help.notices}",
        subcommands = {HelpCommand.class, NoticesCommand.Close.class},
        footer = {"", "${bundle:help.notices.examples}"})
public final class NoticesCommand extends ListCommand {

    @Mixin
    private OnlyTenantArgument only = new OnlyTenantArgument();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    protected int list() {
        JsonNode answer = server().get("/trouble", only.query());
        if (json.print(answer)) {
            return 0;
        }
        Trouble trouble = Server.read(answer, Trouble.class);
        CauseTexts texts = language.texts();
        Lines lines = language.lines();
        List<String> standstill = TroubleLines.standstill(trouble.standstill(), lines);
        standstill.forEach(System.out::println);
        if (standstill.isEmpty()
                && trouble.outages().isEmpty()
                && trouble.notices().isEmpty()) {
            System.out.println(lines.say(Line.NOTHING_TO_NOTE));
        }
        trouble.outages().forEach(outage -> print(outage, texts, lines));
        trouble.notices().forEach(notice -> print(notice, texts, lines));
        return 0;
    }

    /** An outage has no id, because nobody closes it. It ends with the system's next good answer. */
    private static void print(Trouble.OutOfOrder outage, CauseTexts texts, Lines lines) {
        Cause cause = outage.cause();
        System.out.printf(
                "%s  (%s)%n   %s, %s%n%n%s%n%n%s%nbrygga systems retry %s%n%n",
                texts.title(cause),
                cause.code(),
                outage.owner(),
                TroubleLines.facts(outage, lines),
                texts.text(cause),
                texts.fix(cause),
                outage.owner());
    }

    private static void print(Trouble.Notice notice, CauseTexts texts, Lines lines) {
        System.out.printf(
                "%d  %s  (%s)%n   %s%s%s%n%n%s%n%s%n%n%s%n%s./brygga notices close %d%n%n",
                notice.id(),
                texts.title(notice.cause()),
                notice.cause().code(),
                notice.place(),
                notice.subject() == null ? "" : ", " + notice.subject(),
                notice.times() == 1
                        ? lines.say(Line.SINCE_ONCE, Output.time(notice.openedAt()))
                        : lines.say(
                                Line.SINCE_TIMES,
                                Output.time(notice.openedAt()),
                                notice.times(),
                                Output.time(notice.lastAt())),
                texts.text(notice.cause()),
                texts.detail(notice.detail()).indent(2).stripTrailing(),
                texts.fix(notice.cause()),
                Cures.of(notice.cause(), notice.tenant(), notice.shop())
                        .map(command -> command + "\n")
                        .orElse(""),
                notice.id());
    }

    /** {@code brygga notices close}. */
    @Command(
            name = "close",
            description = "${bundle:help.notices.close}",
            footer = {"", "${bundle:help.notices.close.examples}"})
    static final class Close extends ServerCommand {

        @Parameters(paramLabel = "ID", arity = "1..*", description = "${bundle:help.notices.close.ID}")
        private List<Long> ids = List.of();

        @Mixin
        private OperatorOptions.Answered operator = new OperatorOptions.Answered();

        @Override
        public Integer call() {
            ArrayNode outcomes = JsonNodeFactory.instance.arrayNode();
            ids.forEach(id -> outcomes.add(server().post(Server.path("notices", id, "close"), operator.body())));
            return Outcomes.print(
                    outcomes,
                    operator.json(),
                    operator.lines(),
                    notice -> operator.lines()
                            .say(Line.NOTICE_CLOSED, notice.path("id").asLong()));
        }
    }
}
