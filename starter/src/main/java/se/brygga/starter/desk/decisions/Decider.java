package se.brygga.starter.desk.decisions;

import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.starter.desk.Engine;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.transfer.TransferRules;

/** Finds what a decision answers, and lets it be followed. Changes nothing by itself. */
@Component
class Decider {

    /** What became of a decision about one order. */
    sealed interface Taken {

        /**
         * It is followed; the order goes on by itself. {@link Results} tells what came of it.
         *
         * @param about what it answers; null for a skipped order that is looked at again
         */
        record Accepted(Question question, @Nullable Cause about) implements Taken {}

        /** @param why in words for the operator; nothing was changed */
        record Refused(OrderRef order, String why) implements Taken {}

        /** @param why what went wrong; whether the decision was taken is not known, and the order's state tells */
        record Failed(OrderRef order, String why) implements Taken {}
    }

    private final OrderLists lists;
    private final AttentionBook attention;
    private final TransactionTemplate transactions;
    private final TransferStarter starter;
    private final DecisionCarrier carrier;

    Decider(
            OrderLists lists,
            AttentionBook attention,
            TransactionTemplate transactions,
            TransferStarter starter,
            DecisionCarrier carrier) {
        this.lists = lists;
        this.attention = attention;
        this.transactions = transactions;
        this.starter = starter;
        this.carrier = carrier;
    }

    /**
     * Decides about one order. Never throws: what goes wrong with one order says nothing about the next.
     *
     * @param about what is decided, if several things wait about the order; null when it can be one only
     */
    Taken decide(OrderRef order, @Nullable Cause about, Wish wish) {
        return guarded(order, () -> pick(order, about, wish));
    }

    /**
     * Decides about just this, as it was read from the books; refused when the order waits for another thing by now. A decision
     * that is in the books already is followed.
     */
    Taken decide(Waiting waiting, Wish wish) {
        if (wish.id() == null) {
            return guarded(waiting.question().order(), () -> answer(waiting, wish));
        }
        return guarded(
                waiting.question().order(),
                () -> attention.isAudited(wish.decision(waiting.cause()))
                        ? new Taken.Accepted(waiting.question(), waiting.cause())
                        : answer(waiting, wish));
    }

    private Taken answer(Waiting waiting, Wish wish) {
        OrderRef order = waiting.question().order();
        return attention.ofOrder(order).stream()
                .filter(waiting::is)
                .findFirst()
                .map(entry -> answer(entry, wish))
                .orElseGet(() -> waitsNot(order, waiting.cause()));
    }

    static Taken guarded(OrderRef order, Supplier<Taken> decision) {
        try {
            return decision.get();
        } catch (WorkflowException | StatusRuntimeException unreachable) {
            return new Taken.Failed(
                    order,
                    "Temporal did not answer (" + name(unreachable) + "); look at the order before you try again");
        } catch (RuntimeException e) {
            return new Taken.Failed(order, name(e) + "; look at the order before you try again");
        }
    }

    /** No message: it might quote what must not be shown. */
    private static String name(RuntimeException e) {
        return e.getClass().getSimpleName();
    }

    private Taken pick(OrderRef order, @Nullable Cause about, Wish wish) {
        List<OrderLists.Line> lines = lists.of(order);
        if (lines.isEmpty()) {
            return new Taken.Refused(order, "no such order in the books; is the number right?");
        }
        List<AttentionBook.Entry> open = attention.ofOrder(order).stream()
                .filter(entry -> entry.closedAt() == null && (about == null || entry.cause() == about))
                .toList();
        if (open.size() == 1) {
            return answer(open.getFirst(), wish);
        }
        OrderLists.Line line = lines.getFirst();
        if (open.isEmpty() && about == null && line.state() == OrderRecord.State.SKIPPED) {
            return TransferRules.OPERATOR.equals(line.skippedBy())
                    ? new Taken.Refused(order, "it is skipped" + lastDecided(order) + "; orders undo takes that back")
                    : reopen(order, wish);
        }
        return open.isEmpty() ? waitsNot(order, about) : new Taken.Refused(order, waitsTwice(open));
    }

    private Taken waitsNot(OrderRef order, @Nullable Cause about) {
        String state = lists.find(order)
                .map(line -> line.state().code()
                        + (line.specterNumber() == null ? "" : ", in Specter as " + line.specterNumber()))
                .orElse("not in the books");
        return new Taken.Refused(
                order,
                about == null
                        ? "it does not wait for a decision; it is " + state + lastDecided(order)
                        : "it does not wait for \"" + about.code() + "\" (any more); it is " + state
                                + lastDecided(order));
    }

    /** Who was first. */
    private String lastDecided(OrderRef order) {
        return attention
                .lastDecided(order)
                .map(last ->
                        " (" + last.deed().who() + " decided " + last.deed().what() + " at " + last.at() + ")")
                .orElse("");
    }

    private static String waitsTwice(List<AttentionBook.Entry> open) {
        return "several things wait about it; name the one that is meant with --cause: "
                + open.stream().map(entry -> entry.cause().code()).sorted().collect(Collectors.joining(", "));
    }

    private Taken answer(AttentionBook.Entry waiting, Wish wish) {
        OrderRef order = waiting.order();
        Decision decision = wish.decision(waiting.cause());
        Optional<String> objection = decision.objection(waiting.cause());
        if (objection.isPresent()) {
            return new Taken.Refused(order, objection.get());
        }
        Taken.Accepted accepted = new Taken.Accepted(waiting.question(), waiting.cause());
        return switch (carrier.carry(waiting.question(), decision)) {
            case DecisionCarrier.Answer.Followed() -> accepted;
            case DecisionCarrier.Answer.Refused(String why) -> new Taken.Refused(order, why);
            case DecisionCarrier.Answer.SettledByStart()
            when wish.kind() == Decision.Kind.RETRY -> {
                // To start it was to look again.
                attention.audit(order, decision);
                yield accepted;
            }
            case DecisionCarrier.Answer.Settled(), DecisionCarrier.Answer.SettledByStart() -> waitsNot(order, null);
            case DecisionCarrier.Answer.NoEngine(String why) -> new Taken.Refused(order, why);
            case DecisionCarrier.Answer.NoWorker(Instant since) ->
                new Taken.Refused(
                        order,
                        "no worker has run since " + since.truncatedTo(ChronoUnit.SECONDS)
                                + ", and nobody else can follow it: start one, then decide. Nothing was changed");
            case DecisionCarrier.Answer.Unanswered() ->
                new Taken.Failed(
                        order,
                        "no worker answered within " + Engine.WORKER_ANSWERS_WITHIN.toSeconds()
                                + " s: does one run? The decision is not noted in the books; a worker that comes soon may"
                                + " still follow it. See to it that one runs, and look at the order before you decide again");
            case DecisionCarrier.Answer.StillLooking(), DecisionCarrier.Answer.Gone() ->
                new Taken.Refused(
                        order, "it is being looked at just now, and its systems are slow; decide again in a moment");
        };
    }

    /** An order that a rule skipped has no workflow: looking again, or sending it anyway, starts one. */
    private Taken reopen(OrderRef order, Wish wish) {
        Decision decision = wish.decision(null);
        Optional<String> objection = switch (wish.kind()) {
            case RETRY, SEND_ANYWAY -> decision.incomplete();
            case SKIP, DONE_BY_HAND ->
                Optional.of("a rule has skipped it already; only retry or send-anyway change that");
        };
        Optional<String> refused = objection.or(() -> transactions.execute(tx -> {
            Optional<String> contradiction = attention.contradiction(order, decision);
            if (contradiction.isEmpty()) {
                attention.audit(order, decision);
            }
            return contradiction;
        }));
        if (refused.isPresent()) {
            return new Taken.Refused(order, refused.get());
        }
        if (wish.kind() == Decision.Kind.SEND_ANYWAY) {
            starter.sendAnyway(order);
        } else {
            starter.retry(order);
        }
        return new Taken.Accepted(Question.transfer(order), null);
    }
}
