package se.brygga.cli.jobs;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import se.brygga.cli.options.JsonOption;
import se.brygga.cli.options.LanguageOption;
import se.brygga.cli.options.LimitOption;
import se.brygga.cli.options.ListCommand;
import se.brygga.cli.options.OnlyTenantArgument;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Output;
import se.brygga.cli.terminal.Table;
import se.brygga.cli.view.Outcome;
import tools.jackson.databind.JsonNode;

/** {@code brygga jobs …}. */
@Command(
        name = "jobs",
        description = "${bundle:help.jobs}",
        subcommands = {HelpCommand.class, JobsCommand.Listing.class, JobsCommand.Show.class, JobsCommand.Stop.class},
        footer = {"", "${bundle:help.jobs.examples}"})
public final class JobsCommand {

    /** {@code brygga jobs list}. */
    @Command(
            name = "list",
            description = "${bundle:help.jobs.listing}",
            footer = {"", "${bundle:help.jobs.listing.examples}"})
    static final class Listing extends ListCommand {

        @Mixin
        private OnlyTenantArgument only = new OnlyTenantArgument();

        @Mixin
        private LimitOption limit = new LimitOption();

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        @Override
        protected int list() {
            JsonNode answer = server().pages("/jobs", only.query(), "items", limit.limit());
            if (json.print(answer)) {
                return 0;
            }
            Lines lines = language.lines();
            Table table = lines.table(Line.JOBS_HEADINGS);
            answer.path("items").forEach(one -> {
                JobStory.Job job = Server.read(one, JobStory.Job.class);
                table.row(
                        job.id(),
                        job.name(),
                        lines.say(state(job.state())),
                        job.done() + "/" + job.total(),
                        Output.time(job.madeAt()),
                        Output.time(job.endedAt()),
                        job.by());
            });
            lines.print(table, Line.NO_JOBS, answer);
            return 0;
        }
    }

    private static Line state(JobStory.State state) {
        return switch (state) {
            case RUNNING -> Line.JOB_RUNNING;
            case STOPPED -> Line.JOB_STOPPED;
            case ENDED -> Line.JOB_ENDED;
        };
    }

    /** What {@code show} and {@code stop} have in common. */
    abstract static class OfOne extends ServerCommand {

        @Parameters(paramLabel = "JOB", description = "${bundle:help.jobs.of-one.JOB}")
        private String job = "";

        @Mixin
        private LanguageOption language = new LanguageOption();

        @Mixin
        private JsonOption json = new JsonOption();

        final String path() {
            if (!job.matches("[0-9a-fA-F-]{1,40}")) {
                throw usage(Line.NO_JOB_ID, job);
            }
            return "/jobs/" + job;
        }

        final int print(JsonNode answer) {
            if (json.print(answer)) {
                return 0;
            }
            JobStory story = Server.read(answer, JobStory.class);
            Lines lines = language.lines();
            JobStory.Job one = story.job();
            Jobs jobs = new Jobs(server(), lines);
            System.out.println(lines.say(
                    Line.JOB,
                    one.name(),
                    one.by(),
                    Output.time(one.madeAt()),
                    one.reason() == null ? "" : ": " + one.reason()));
            System.out.println(lines.say(state(one.state())) + ", " + jobs.progress(story));
            if (story.decision() != null) {
                System.out.println(
                        lines.say(Line.JOB_SUMS, Jobs.money(story.decision().sums())));
                jobs.printEnd(story.decision());
            } else if (story.sums() != null) {
                Days.of(story.sums()).print(lines);
            }
            return 0;
        }
    }

    /** {@code brygga jobs show}. */
    @Command(
            name = "show",
            description = "${bundle:help.jobs.show}",
            footer = {"", "${bundle:help.jobs.show.examples}"})
    static final class Show extends OfOne {

        @Mixin
        private LimitOption limit = new LimitOption();

        @Override
        public Integer call() {
            JsonNode answer = server().get(path(), Map.of());
            int exit = print(answer);
            if (answer.path("decision").isObject()) {
                printOrders();
            }
            return exit;
        }

        private void printOrders() {
            Lines lines = lines();
            JsonNode orders = server().pages(path() + "/orders", Map.of(), "items", limit.limit());
            Table table = lines.table(Line.JOB_ORDERS_HEADINGS);
            orders.path("items").forEach(one -> {
                Outcome outcome =
                        one.path("outcome").isObject() ? Server.read(one.path("outcome"), Outcome.class) : null;
                table.row(
                        one.path("order").asString(),
                        one.path("cause").asString(),
                        outcome == null ? null : Jobs.came(outcome, lines));
            });
            System.out.print("\n" + table);
            if (orders.path("next").isString()) {
                System.out.println(
                        lines.say(Line.SHOWN_OF_MORE, orders.path("items").size()));
            }
        }
    }

    /** {@code brygga jobs stop}. */
    @Command(
            name = "stop",
            description = "${bundle:help.jobs.stop}",
            footer = {"", "${bundle:help.jobs.stop.examples}"})
    static final class Stop extends OfOne {

        @Mixin
        private OperatorOptions operator = new OperatorOptions();

        @Override
        public Integer call() {
            return print(server().post(path() + "/stop", operator.body()));
        }
    }
}
