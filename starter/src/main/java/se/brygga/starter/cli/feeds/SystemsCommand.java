package se.brygga.starter.cli.feeds;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.terminal.Line;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.cli.options.PlaceArgument;
import se.brygga.starter.cli.terminal.TroubleLines;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.trouble.OutOfOrder;
import se.brygga.starter.desk.trouble.SystemDesk;
import se.brygga.starter.desk.trouble.Trouble;

/** {@code brygga systems …}. */
@Command(
        name = "systems",
        description = "Remote systems that are out of order, and the end of a pause.",
        subcommands = {HelpCommand.class, SystemsCommand.Listing.class, SystemsCommand.Retry.class})
public final class SystemsCommand {

    private static void print(List<OutOfOrder> outages, LanguageOption language) {
        outages.forEach(outage -> System.out.println(TroubleLines.outage(outage, language.texts(), language.lines())));
    }

    /** {@code brygga systems list}. */
    @Command(name = "list", description = "Lists the systems that are out of order: since when, why, and who waits.")
    static final class Listing extends DeskCommand {

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            Trouble trouble = desk(SystemDesk.class).list();
            if (json.print(trouble)) {
                return 0;
            }
            TroubleLines.standstill(trouble.standstill(), language.lines()).forEach(System.out::println);
            if (trouble.outages().isEmpty() && trouble.standstill().isEmpty()) {
                System.out.println(language.lines().say(Line.NO_SYSTEM_OUT));
            }
            print(trouble.outages(), language);
            return 0;
        }
    }

    /** {@code brygga systems retry}. */
    @Command(
            name = "retry",
            description = "Ends the pause of a system that is out of order: the next call tries it, within seconds.")
    static final class Retry extends DeskCommand {

        /** Those that wait come back at least this often. */
        private static final Duration TRIED_WITHIN = Duration.ofSeconds(40);

        @Mixin
        private PlaceArgument system = new PlaceArgument();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        public Integer call() {
            Outcome<SystemDesk.Tried> outcome =
                    desk(SystemDesk.class).retry(system.place(), operator.operator(), TRIED_WITHIN);
            boolean printed = json.print(outcome);
            return switch (outcome) {
                case Outcome.Followed<SystemDesk.Tried>(String name, SystemDesk.Tried tried) -> {
                    if (!printed) {
                        print(name, tried);
                    }
                    yield switch (tried.state()) {
                        case NOT_OUT_OF_ORDER, IN_ORDER_AGAIN -> 0;
                        case STILL_OUT_OF_ORDER, NOT_TRIED_YET -> 1;
                    };
                }
                case Outcome.Refused<SystemDesk.Tried>(String name, String why) -> failed(name, why);
                case Outcome.Unknown<SystemDesk.Tried>(String name, String why) -> failed(name, why);
            };
        }

        private static int failed(String name, String why) {
            System.err.println(name + ": " + why);
            return 1;
        }

        private void print(String name, SystemDesk.Tried tried) {
            switch (tried.state()) {
                case NOT_OUT_OF_ORDER -> System.out.println(name + " is not known to be out of order.");
                case IN_ORDER_AGAIN -> System.out.println(name + " is in order again; what waited goes on by itself.");
                case STILL_OUT_OF_ORDER -> SystemsCommand.print(tried.outages(), language);
                case NOT_TRIED_YET ->
                    System.out.println(
                            name + ": nobody has tried it yet. The next call does; see brygga systems list.");
            }
        }
    }
}
