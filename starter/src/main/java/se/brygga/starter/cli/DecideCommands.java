package se.brygga.starter.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.brygga.activities.store.AttentionBook;
import se.brygga.activities.store.SetupStore;
import se.brygga.starter.orders.OrderDesk;
import se.brygga.starter.orders.UndoDesk;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** The decisions about orders that wait, and taking them back. */
final class DecideCommands {

    private DecideCommands() {}

    /** What the commands need. */
    @Component
    record Tools(
            OrderDesk desk, AttentionBook attention, SetupStore setups, OrderArgument orders, Decisions decisions) {}

    /** For one order, for several, or for all that wait for the same cause. */
    abstract static class Decide implements Callable<Integer> {

        private static final int SHOWN = 10;

        private final Decision.Kind kind;
        private final Tools tools;

        @Parameters(paramLabel = "ORDER", arity = "0..*", description = "tenant/shop/number, or the number")
        private List<String> named = List.of();

        @Option(
                names = "--cause",
                converter = CauseArgument.class,
                description = "what is decided; without ORDER: all orders that wait for this")
        private @Nullable Cause cause;

        @Option(names = "--tenant", description = "with --cause alone: only of this tenant")
        private @Nullable String tenant;

        @Option(names = "--all-tenants", description = "with --cause alone: of every tenant")
        private boolean allTenants;

        @Option(names = "--yes", description = "with --cause alone: decide without asking")
        private boolean yes;

        @Option(names = "--by", description = "who decides; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", description = "why; kept in the audit log")
        private @Nullable String reason;

        @Spec
        private @Nullable CommandSpec spec;

        Decide(Decision.Kind kind, Tools tools) {
            this.kind = kind;
            this.tools = tools;
        }

        @Override
        public Integer call() {
            OrderDesk.Wish wish = new OrderDesk.Wish(kind, by, reason, null);
            if (named.isEmpty()) {
                return decideAll(wish);
            }
            return tools.decisions()
                    .print(
                            named.stream()
                                    .map(tools.orders()::resolve)
                                    .map(order -> tools.desk().decide(order, cause, wish))
                                    .toList(),
                            kind.code() + " is followed");
        }

        private int decideAll(OrderDesk.Wish wish) {
            Cause about = cause;
            if (about == null) {
                throw usage("say which: name orders, or all that wait for a --cause");
            }
            if ((tenant == null) != allTenants) {
                throw usage("say whose orders: --tenant TENANT, or --all-tenants");
            }
            if (tenant != null) {
                // Refuses one that is not there.
                tools.setups().named(tenant);
            }
            if (kind != Decision.Kind.RETRY && (reason == null || reason.isBlank())) {
                throw usage("say why: " + kind.code() + " needs a --reason");
            }
            List<AttentionBook.Entry> waiting = tools.attention().open(tenant, about);
            preview(waiting, about);
            if (waiting.isEmpty()) {
                return 0;
            }
            if (!yes && !Question.isConfirmed(Output.command(kind) + " all " + waiting.size() + "?")) {
                System.out.println("Nothing was changed.");
                return 1;
            }
            return tools.decisions()
                    .print(
                            waiting.stream()
                                    .map(entry -> tools.desk().decide(entry, wish))
                                    .toList(),
                            kind.code() + " is followed");
        }

        private static void preview(List<AttentionBook.Entry> waiting, Cause about) {
            Map<String, Long> tenants = waiting.stream()
                    .collect(Collectors.groupingBy(
                            entry -> entry.order().shop().tenant(), TreeMap::new, Collectors.counting()));
            System.out.println(waiting.size() + " wait for " + about.code()
                    + tenants.entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .collect(Collectors.joining(", ", waiting.isEmpty() ? "" : ": ", "")));
            waiting.stream().limit(SHOWN).forEach(entry -> System.out.println("  " + entry.order()));
            if (waiting.size() > SHOWN) {
                System.out.println("  … and " + (waiting.size() - SHOWN) + " more");
            }
        }

        private ParameterException usage(String what) {
            if (spec == null) {
                throw new IllegalStateException("picocli sets the specification of each command");
            }
            return new ParameterException(spec.commandLine(), what);
        }
    }

    /** {@code brygga orders retry}. */
    @Component
    @Command(name = "retry", description = "Looks again, with what is now in the shop and in the set-up.")
    static final class Retry extends Decide {
        Retry(Tools tools) {
            super(Decision.Kind.RETRY, tools);
        }
    }

    /** {@code brygga orders skip}. */
    @Component
    @Command(name = "skip", description = "Leaves the order: it does not go to Specter through Brygga.")
    static final class Skip extends Decide {
        Skip(Tools tools) {
            super(Decision.Kind.SKIP, tools);
        }
    }

    /** {@code brygga orders send-anyway}. */
    @Component
    @Command(name = "send-anyway", description = "Transfers although a rule, or a difference in totals, says no.")
    static final class SendAnyway extends Decide {
        SendAnyway(Tools tools) {
            super(Decision.Kind.SEND_ANYWAY, tools);
        }
    }

    /** {@code brygga orders done}: one order at a time, for each has its own number. */
    @Component
    @Command(name = "done", description = "Somebody entered the order in Specter, or found it there: takes its number.")
    static final class Done implements Callable<Integer> {

        private final Tools tools;

        @Parameters(paramLabel = "ORDER", arity = "1", description = "tenant/shop/number, or the number")
        private String order = "";

        @Option(
                names = "--cause",
                converter = CauseArgument.class,
                description = "what is decided, if several things wait about the order")
        private @Nullable Cause cause;

        @Option(names = "--specter-number", required = true, description = "Specter's order number")
        private long number;

        @Option(names = "--by", description = "who decides; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", required = true, description = "why; kept in the audit log")
        private String reason = "";

        Done(Tools tools) {
            this.tools = tools;
        }

        @Override
        public Integer call() {
            return tools.decisions()
                    .print(
                            List.of(tools.desk()
                                    .decide(
                                            tools.orders().resolve(order),
                                            cause,
                                            new OrderDesk.Wish(Decision.Kind.DONE_BY_HAND, by, reason, number))),
                            "done is followed");
        }
    }

    /** {@code brygga orders undo}. */
    @Component
    @Command(
            name = "undo",
            description = "Takes back the latest skip of an order, or that it was done by hand: it goes on as before.")
    static final class Undo implements Callable<Integer> {

        private final UndoDesk desk;
        private final Tools tools;

        @Parameters(paramLabel = "ORDER", arity = "1", description = "tenant/shop/number, or the number")
        private String order = "";

        @Option(names = "--by", description = "who takes it back; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", required = true, description = "why; kept in the audit log")
        private String reason = "";

        Undo(UndoDesk desk, Tools tools) {
            this.desk = desk;
            this.tools = tools;
        }

        @Override
        public Integer call() {
            return tools.decisions().print(List.of(desk.undo(tools.orders().resolve(order), by, reason)), "taken back");
        }
    }
}
