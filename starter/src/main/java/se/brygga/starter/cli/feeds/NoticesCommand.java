package se.brygga.starter.cli.feeds;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.terminal.Cures;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.cli.terminal.Outcomes;
import se.brygga.starter.cli.terminal.TroubleLines;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.trouble.Notice;
import se.brygga.starter.desk.trouble.NoticeDesk;
import se.brygga.starter.desk.trouble.OutOfOrder;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;

/** {@code brygga notices}, and {@code brygga notices close}. */
@Command(
        name = "notices",
        description = "What somebody should know although no order waits for it, and what to do about it.",
        subcommands = {HelpCommand.class, NoticesCommand.Close.class})
public final class NoticesCommand extends DeskCommand {

    @Mixin
    private OnlyTenantArgument only = new OnlyTenantArgument();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    public Integer call() {
        Trouble trouble = desk(NoticeDesk.class).open(only.tenant());
        if (json.print(trouble)) {
            return 0;
        }
        TroubleLines.standstill(trouble.standstill(), language.lines()).forEach(System.out::println);
        if (trouble.standstill().isEmpty()
                && trouble.outages().isEmpty()
                && trouble.notices().isEmpty()) {
            System.out.println(language.lines().say(Line.NOTHING_TO_NOTE));
        }
        CauseTexts texts = language.texts();
        Lines lines = language.lines();
        trouble.outages().forEach(outage -> print(outage, texts, lines));
        trouble.notices().forEach(notice -> print(notice, texts, lines));
        return 0;
    }

    /** Nobody closes it: it ends with the system's next good answer. */
    private static void print(OutOfOrder outage, CauseTexts texts, Lines lines) {
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

    private static void print(Notice notice, CauseTexts texts, Lines lines) {
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
    @Command(name = "close", description = "Somebody has taken note. What is still so, opens again by itself.")
    static final class Close extends DeskCommand {

        @Parameters(paramLabel = "ID", arity = "1..*", description = "as brygga notices shows it")
        private List<Long> ids = List.of();

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            List<Outcome<Notice>> outcomes = desk(NoticeDesk.class).close(ids, operator.operator());
            return json.print(outcomes)
                    ? Outcomes.exitCode(outcomes)
                    : Outcomes.print(outcomes, notice -> "notice " + notice.id() + " is closed");
        }
    }
}
