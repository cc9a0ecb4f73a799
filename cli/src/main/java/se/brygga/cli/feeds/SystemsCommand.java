package se.brygga.cli.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.PlaceArgument;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.server.Job;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.TroubleLines;
import se.brygga.cli.view.Trouble;
import se.brygga.cli.view.Word;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code brygga systems …}. */
@Command(
        name = "systems",
        description = "${bundle:help.systems}",
        subcommands = {HelpCommand.class, SystemsCommand.Listing.class, SystemsCommand.Retry.class},
        footer = {"", "${bundle:help.systems.examples}"})
public final class SystemsCommand {

    private static void print(List<Trouble.OutOfOrder> outages, LanguageOption language) {
        outages.forEach(outage -> System.out.println(TroubleLines.outage(outage, language.texts(), language.lines())));
    }

    /** {@code brygga systems list}. */
    @Command(
            name = "list",
            description = "${bundle:help.systems.listing}",
            footer = {"", "${bundle:help.systems.listing.examples}"})
    static final class Listing extends ListCommand {

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
            List<String> standstill = TroubleLines.standstill(trouble.standstill(), language.lines());
            standstill.forEach(System.out::println);
            if (trouble.outages().isEmpty() && standstill.isEmpty()) {
                System.out.println(language.lines().say(Line.NO_SYSTEM_OUT));
            }
            print(trouble.outages(), language);
            return 0;
        }
    }

    /** {@code brygga systems retry}. */
    @Command(
            name = "retry",
            description = "${bundle:help.systems.retry}",
            footer = {"", "${bundle:help.systems.retry.examples}"})
    static final class Retry extends ServerCommand {

        /** The state of a system. */
        enum State implements Word {
            NOT_OUT_OF_ORDER,
            IN_ORDER,
            STILL_OUT_OF_ORDER,
            NOT_TRIED_YET
        }

        /** The starter's answer to a retry. */
        record Tried(State state, Instant asked, List<Trouble.OutOfOrder> outages) {}

        /** Calls that wait for a system come back at least this often. */
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
            ObjectNode outcome = (ObjectNode) server().post(system.path("systems", "retry"), operator.body());
            Tried tried = Server.read(outcome.path("result"), Tried.class);
            JsonNode result = Job.until(
                    TRIED_WITHIN,
                    outcome.path("result"),
                    seen -> Server.read(seen, Tried.class).state() != State.NOT_TRIED_YET,
                    () -> server().get(system.path("systems"), Map.of("asked", tried.asked())));
            outcome.set("result", result);
            Tried found = Server.read(result, Tried.class);
            if (!json.print(outcome)) {
                print(outcome.path("subject").asString(), found);
            }
            return switch (found.state()) {
                case NOT_OUT_OF_ORDER, IN_ORDER -> 0;
                case STILL_OUT_OF_ORDER, NOT_TRIED_YET -> 1;
            };
        }

        private void print(String name, Tried tried) {
            Lines lines = language.lines();
            switch (tried.state()) {
                case NOT_OUT_OF_ORDER -> System.out.println(lines.say(Line.SYSTEM_NOT_OUT, name));
                case IN_ORDER -> System.out.println(lines.say(Line.SYSTEM_IN_ORDER, name));
                case STILL_OUT_OF_ORDER -> SystemsCommand.print(tried.outages(), language);
                case NOT_TRIED_YET -> System.out.println(lines.say(Line.SYSTEM_NOT_TRIED_YET, name));
            }
        }
    }
}
