package se.brygga.cli.orders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.jobs.Jobs;
import se.brygga.cli.options.OperatorOptions;
import se.brygga.cli.options.ServerCommand;
import se.brygga.cli.options.Words;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.view.Outcome;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.refusal.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The commands that decide about orders that wait, and the one that takes a decision back. */
final class DecideCommands {

    private DecideCommands() {}

    /** The command for a kind of decision. */
    static String command(Decision.Kind kind) {
        return kind == Decision.Kind.DONE_BY_HAND ? "done" : kind.code();
    }

    /** What all of these commands do: send a decision, and print what came of it. */
    abstract static class Deciding extends ServerCommand {

        /** How many orders the starter takes in one request. */
        private static final int AT_A_TIME = 20;

        @Mixin
        OperatorOptions.Answered operator = new OperatorOptions.Answered();

        /** Decides about all orders, some in each request. */
        final ArrayNode decide(Decision.Kind kind, List<String> orders, Map<String, @Nullable Object> more) {
            ArrayNode outcomes = JsonNodeFactory.instance.arrayNode();
            for (int from = 0; from < orders.size(); from += AT_A_TIME) {
                Map<String, @Nullable Object> body = new HashMap<>(more);
                body.put("decision", kind.code());
                body.putAll(operator.body());
                body.put("orders", orders.subList(from, Math.min(orders.size(), from + AT_A_TIME)));
                server().post("/decisions", body).forEach(outcomes::add);
            }
            return outcomes;
        }

        /**
         * @param followed the line for an order whose decision is followed; it names the order, the decision and the
         *     result
         */
        final int print(ArrayNode outcomes, Line followed, String decision) {
            List<Outcome> all = new ArrayList<>();
            outcomes.forEach(one -> all.add(Server.read(one, Outcome.class)));
            if (!operator.json().print(outcomes)) {
                Lines lines = operator.lines();
                for (Outcome outcome : all) {
                    if (outcome.outcome() == Outcome.Kind.FOLLOWED) {
                        System.out.println(lines.say(followed, outcome.subject(), decision, Jobs.came(outcome, lines)));
                    } else {
                        System.err.println(outcome.subject() + ": " + Jobs.came(outcome, lines));
                    }
                }
            }
            return all.stream().allMatch(one -> one.outcome() == Outcome.Kind.FOLLOWED) ? 0 : 1;
        }
    }

    /** A decision about one order, about several, or about all that wait for the same cause. */
    abstract static class Decide extends Deciding {

        private final Decision.Kind kind;

        @Parameters(
                paramLabel = "ORDER",
                arity = "0..*",
                converter = OrderArgument.Converter.class,
                description = "${bundle:help.decide.decide.ORDER}")
        private List<OrderArgument> named = List.of();

        @Option(
                names = "--cause",
                completionCandidates = Words.Causes.class,
                description = "${bundle:help.decide.decide.cause}")
        private @Nullable Cause cause;

        @Option(names = "--tenant", description = "${bundle:help.decide.decide.tenant}")
        private @Nullable String tenant;

        @Option(names = "--all-tenants", description = "${bundle:help.decide.decide.all-tenants}")
        private boolean allTenants;

        @Option(names = "--yes", description = "${bundle:help.decide.decide.yes}")
        private boolean yes;

        Decide(Decision.Kind kind) {
            this.kind = kind;
        }

        @Override
        public Integer call() {
            if (named.isEmpty()) {
                return decideAll();
            }
            List<String> orders =
                    named.stream().map(order -> order.in(server())).toList();
            Map<String, @Nullable Object> about = new HashMap<>();
            about.put("cause", cause == null ? null : cause.code());
            return print(decide(kind, orders, about), Line.FOLLOWED, kind.code());
        }

        private int decideAll() {
            Cause about = cause;
            if (about == null) {
                throw usage(Line.WHICH_ORDERS);
            }
            if ((tenant == null) != allTenants) {
                throw usage(Line.WHOSE_ORDERS);
            }
            if (kind != Decision.Kind.RETRY) {
                operator.incomplete(Reason.DECISION_NEEDS_REASON.of(kind.code()))
                        .ifPresent(why -> {
                            throw usage(why);
                        });
            }
            return new BulkDecision(server(), operator.lines(), kind, about, tenant).make(operator, yes);
        }
    }

    /** {@code brygga orders retry}. */
    @Command(
            name = "retry",
            description = "${bundle:help.decide.retry}",
            footer = {"", "${bundle:help.decide.retry.examples}"})
    static final class Retry extends Decide {
        Retry() {
            super(Decision.Kind.RETRY);
        }
    }

    /** {@code brygga orders skip}. */
    @Command(
            name = "skip",
            description = "${bundle:help.decide.skip}",
            footer = {"", "${bundle:help.decide.skip.examples}"})
    static final class Skip extends Decide {
        Skip() {
            super(Decision.Kind.SKIP);
        }
    }

    /** {@code brygga orders send-anyway}. */
    @Command(
            name = "send-anyway",
            description = "${bundle:help.decide.send-anyway}",
            footer = {"", "${bundle:help.decide.send-anyway.examples}"})
    static final class SendAnyway extends Decide {
        SendAnyway() {
            super(Decision.Kind.SEND_ANYWAY);
        }
    }

    /** {@code brygga orders done}: one order at a time, because each has its own number. */
    @Command(
            name = "done",
            description = "${bundle:help.decide.done}",
            footer = {"", "${bundle:help.decide.done.examples}"})
    static final class Done extends Deciding {

        @Parameters(
                paramLabel = "ORDER",
                arity = "1",
                converter = OrderArgument.Converter.class,
                description = "${bundle:help.decide.done.ORDER}")
        private OrderArgument order = new OrderArgument("");

        @Option(
                names = "--cause",
                completionCandidates = Words.Causes.class,
                description = "${bundle:help.decide.done.cause}")
        private @Nullable Cause cause;

        @Option(names = "--specter-number", required = true, description = "${bundle:help.decide.done.specter-number}")
        private long number;

        @Override
        public Integer call() {
            Map<String, @Nullable Object> more = new HashMap<>();
            more.put("cause", cause == null ? null : cause.code());
            more.put("specterNumber", number);
            return print(decide(Decision.Kind.DONE_BY_HAND, List.of(order.in(server())), more), Line.FOLLOWED, "done");
        }
    }

    /** {@code brygga orders undo}. */
    @Command(
            name = "undo",
            description = "${bundle:help.decide.undo}",
            footer = {"", "${bundle:help.decide.undo.examples}"})
    static final class Undo extends Deciding {

        @Parameters(
                paramLabel = "ORDER",
                arity = "1",
                converter = OrderArgument.Converter.class,
                description = "${bundle:help.decide.undo.ORDER}")
        private OrderArgument order = new OrderArgument("");

        @Override
        public Integer call() {
            JsonNode outcome = server().post("/orders/" + order.in(server()) + "/undo", operator.body());
            return print(JsonNodeFactory.instance.arrayNode().add(outcome), Line.TAKEN_BACK, "undo");
        }
    }
}
