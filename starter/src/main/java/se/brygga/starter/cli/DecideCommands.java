package se.brygga.starter.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.brygga.activities.store.AttentionBook;
import se.brygga.starter.orders.OrderDesk;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** The four decisions about orders that wait: for one order, or for all that wait for the same cause. */
final class DecideCommands {

    private DecideCommands() {}

    /** One answer to a decision. */
    private interface Ask {
        OrderDesk.Outcome send(OrderDesk.Wish wish);
    }

    private record Asked(OrderRef order, Ask ask) {}

    /** What all four have in common. */
    abstract static class Decide implements Callable<Integer> {

        private final Decision.Kind kind;
        private final OrderDesk desk;
        private final AttentionBook attention;
        private final OrderArgument arguments;

        @Parameters(paramLabel = "ORDER", arity = "0..*", description = "tenant/shop/number, or the number")
        private List<String> named = List.of();

        @Option(names = "--cause", description = "what is decided; without ORDER: all orders that wait for this")
        private @Nullable String cause;

        @Option(names = "--tenant", description = "with --cause alone: only of this tenant")
        private @Nullable String tenant;

        @Option(names = "--by", description = "who decides; default: the login here")
        private String by = System.getProperty("user.name");

        @Option(names = "--reason", description = "why; kept in the audit log")
        private @Nullable String reason;

        Decide(Decision.Kind kind, OrderDesk desk, AttentionBook attention, OrderArgument arguments) {
            this.kind = kind;
            this.desk = desk;
            this.attention = attention;
            this.arguments = arguments;
        }

        /** Specter's number, where the decision names one. */
        @Nullable
        Long specterNumber() {
            return null;
        }

        @Override
        public Integer call() {
            List<Asked> all = asked();
            OrderDesk.Wish wish = new OrderDesk.Wish(kind, by, reason, specterNumber());
            int refused = 0;
            int failed = 0;
            for (Asked asked : all) {
                switch (asked.ask().send(wish)) {
                    case OrderDesk.Outcome.Accepted(OrderRef order) ->
                        System.out.println(order + ": " + Output.command(kind) + " is followed");
                    case OrderDesk.Outcome.Refused(OrderRef order, String why) -> {
                        System.err.println(order + ": " + why);
                        refused++;
                    }
                    case OrderDesk.Outcome.Failed(OrderRef order, String why) -> {
                        System.err.println(order + ": " + why);
                        failed++;
                    }
                }
            }
            int followed = all.size() - refused - failed;
            if (all.size() != 1) {
                System.out.printf("%d followed, %d refused, %d failed%n", followed, refused, failed);
            }
            return followed == all.size() ? 0 : 1;
        }

        private List<Asked> asked() {
            Cause about = cause == null ? null : Cause.ofCode(cause);
            if (!named.isEmpty()) {
                return named.stream()
                        .map(arguments::resolve)
                        .map(order -> new Asked(order, wish -> desk.decide(order, about, wish)))
                        .toList();
            }
            if (about == null) {
                throw new IllegalArgumentException("say which: name orders, or all that wait for a --cause");
            }
            return attention.open(tenant, about).stream()
                    .map(waiting -> new Asked(waiting.order(), wish -> desk.decide(waiting, wish)))
                    .toList();
        }
    }

    /** {@code brygga orders retry}. */
    @Component
    @Command(name = "retry", description = "Looks again, with what is now in the shop and in the set-up.")
    static final class Retry extends Decide {
        Retry(OrderDesk desk, AttentionBook attention, OrderArgument arguments) {
            super(Decision.Kind.RETRY, desk, attention, arguments);
        }
    }

    /** {@code brygga orders skip}. */
    @Component
    @Command(name = "skip", description = "Leaves the order: it does not go to Specter through Brygga.")
    static final class Skip extends Decide {
        Skip(OrderDesk desk, AttentionBook attention, OrderArgument arguments) {
            super(Decision.Kind.SKIP, desk, attention, arguments);
        }
    }

    /** {@code brygga orders send-anyway}. */
    @Component
    @Command(name = "send-anyway", description = "Transfers although a rule, or a difference in totals, says no.")
    static final class SendAnyway extends Decide {
        SendAnyway(OrderDesk desk, AttentionBook attention, OrderArgument arguments) {
            super(Decision.Kind.SEND_ANYWAY, desk, attention, arguments);
        }
    }

    /** {@code brygga orders done}. */
    @Component
    @Command(name = "done", description = "Somebody entered the order in Specter, or found it there: takes its number.")
    static final class Done extends Decide {

        @Option(names = "--specter-number", required = true, description = "Specter's order number")
        private @Nullable Long number;

        Done(OrderDesk desk, AttentionBook attention, OrderArgument arguments) {
            super(Decision.Kind.DONE_BY_HAND, desk, attention, arguments);
        }

        @Override
        @Nullable
        Long specterNumber() {
            return number;
        }
    }
}
