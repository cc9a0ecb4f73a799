package se.brygga.starter.cli.orders;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.cli.terminal.Question;
import se.brygga.starter.cli.options.DeskCommand;
import se.brygga.starter.cli.options.JsonOption;
import se.brygga.starter.cli.options.OperatorOptions;
import se.brygga.starter.cli.terminal.Outcomes;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.decisions.DecisionDesk;
import se.brygga.starter.desk.decisions.Result;
import se.brygga.starter.desk.decisions.Waiting;
import se.brygga.starter.desk.decisions.Wish;
import se.brygga.starter.desk.orders.OrderDesk;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** The decisions about orders that wait, and taking them back. */
final class DecideCommands {

    private DecideCommands() {}

    /** The command that makes this decision. */
    static String command(Decision.Kind kind) {
        return kind == Decision.Kind.DONE_BY_HAND ? "done" : kind.code();
    }

    /** What all of them do with what came of it. */
    abstract static class Deciding extends DeskCommand {

        /** A look takes a second or two; whoever decides does not wait for an outage. */
        static final Duration SOME_SECONDS = Duration.ofSeconds(10);

        @Mixin
        OperatorOptions operator = new OperatorOptions();

        @Mixin
        JsonOption json = new JsonOption();

        final int print(List<Outcome<Result>> outcomes, String what) {
            if (!json.print(outcomes)) {
                Decisions.print(outcomes, what);
            }
            return Outcomes.exitCode(outcomes);
        }

        final OrderRef resolved(OrderArgument order) {
            return order.in(desk(OrderDesk.class));
        }
    }

    /** For one order, for several, or for all that wait for the same cause. */
    abstract static class Decide extends Deciding {

        private static final int SHOWN = 10;

        private final Decision.Kind kind;

        @Parameters(
                paramLabel = "ORDER",
                arity = "0..*",
                converter = OrderArgument.Converter.class,
                description = "tenant/shop/number, or the number")
        private List<OrderArgument> named = List.of();

        @Option(names = "--cause", description = "what is decided; without ORDER: all orders that wait for this")
        private @Nullable Cause cause;

        @Option(names = "--tenant", description = "with --cause alone: only of this tenant")
        private @Nullable String tenant;

        @Option(names = "--all-tenants", description = "with --cause alone: of every tenant")
        private boolean allTenants;

        @Option(names = "--yes", description = "with --cause alone: decide without asking")
        private boolean yes;

        Decide(Decision.Kind kind) {
            this.kind = kind;
        }

        @Override
        public Integer call() {
            Wish wish = Wish.of(kind, operator.operator());
            if (named.isEmpty()) {
                return decideAll(wish);
            }
            List<OrderRef> orders = named.stream().map(this::resolved).toList();
            return print(
                    desk(DecisionDesk.class).decide(orders, cause, wish, SOME_SECONDS), kind.code() + " is followed");
        }

        private int decideAll(Wish wish) {
            Cause about = cause;
            if (about == null) {
                throw usage("say which: name orders, or all that wait for a --cause");
            }
            if ((tenant == null) != allTenants) {
                throw usage("say whose orders: --tenant TENANT, or --all-tenants");
            }
            if (kind != Decision.Kind.RETRY && wish.operator().incomplete().isPresent()) {
                throw usage("say why: " + kind.code() + " needs a --reason");
            }
            List<Waiting> waiting = desk(DecisionDesk.class).waiting(tenant, about);
            if (!json.isWanted()) {
                preview(waiting, about);
            }
            if (waiting.isEmpty()) {
                return 0;
            }
            if (!yes && !Question.isConfirmed(command(kind) + " all " + waiting.size() + "?")) {
                System.out.println("Nothing was changed.");
                return 1;
            }
            return print(desk(DecisionDesk.class).decideAll(waiting, wish, SOME_SECONDS), kind.code() + " is followed");
        }

        private static void preview(List<Waiting> waiting, Cause about) {
            Map<String, Long> tenants = waiting.stream()
                    .collect(Collectors.groupingBy(
                            one -> one.order().shop().tenant(), TreeMap::new, Collectors.counting()));
            System.out.println(waiting.size() + " wait for " + about.code()
                    + tenants.entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .collect(Collectors.joining(", ", waiting.isEmpty() ? "" : ": ", "")));
            waiting.stream().limit(SHOWN).forEach(one -> System.out.println("  " + one.order()));
            if (waiting.size() > SHOWN) {
                System.out.println("  … and " + (waiting.size() - SHOWN) + " more");
            }
        }
    }

    /** {@code brygga orders retry}. */
    @Command(name = "retry", description = "Looks again, with what is now in the shop and in the set-up.")
    static final class Retry extends Decide {
        Retry() {
            super(Decision.Kind.RETRY);
        }
    }

    /** {@code brygga orders skip}. */
    @Command(name = "skip", description = "Leaves the order: it does not go to Specter through Brygga.")
    static final class Skip extends Decide {
        Skip() {
            super(Decision.Kind.SKIP);
        }
    }

    /** {@code brygga orders send-anyway}. */
    @Command(name = "send-anyway", description = "Transfers although a rule, or a difference in totals, says no.")
    static final class SendAnyway extends Decide {
        SendAnyway() {
            super(Decision.Kind.SEND_ANYWAY);
        }
    }

    /** {@code brygga orders done}: one order at a time, for each has its own number. */
    @Command(name = "done", description = "Somebody entered the order in Specter, or found it there: takes its number.")
    static final class Done extends Deciding {

        @Parameters(
                paramLabel = "ORDER",
                arity = "1",
                converter = OrderArgument.Converter.class,
                description = "tenant/shop/number, or the number")
        private OrderArgument order = new OrderArgument("");

        @Option(names = "--cause", description = "what is decided, if several things wait about the order")
        private @Nullable Cause cause;

        @Option(names = "--specter-number", required = true, description = "Specter's order number")
        private long number;

        @Override
        public Integer call() {
            Wish wish = new Wish(Decision.Kind.DONE_BY_HAND, operator.operator(), number);
            return print(
                    desk(DecisionDesk.class).decide(List.of(resolved(order)), cause, wish, SOME_SECONDS),
                    "done is followed");
        }
    }

    /** {@code brygga orders undo}. */
    @Command(
            name = "undo",
            description = "Takes back the latest skip of an order, or that it was done by hand: it goes on as before.")
    static final class Undo extends Deciding {

        @Parameters(
                paramLabel = "ORDER",
                arity = "1",
                converter = OrderArgument.Converter.class,
                description = "tenant/shop/number, or the number")
        private OrderArgument order = new OrderArgument("");

        @Override
        public Integer call() {
            return print(
                    List.of(desk(DecisionDesk.class).undo(resolved(order), operator.operator(), SOME_SECONDS)),
                    "taken back");
        }
    }
}
