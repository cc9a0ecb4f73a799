package se.brygga.starter.desk.decisions;

import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.orders.OrderLists;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.activities.orders.TransferStarter;
import se.brygga.starter.desk.Engine;
import se.brygga.starter.desk.decisions.DecisionDesk.Wish;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.transfer.TransferRules;

/** Finds the question that a decision answers, and sends the decision there. Changes nothing by itself. */
@Component
class Decider {

    /** What came of a decision about one order. */
    sealed interface Taken {

        /**
         * The decision is followed, and the order goes on by itself. {@link Results} tells what comes of it.
         *
         * @param about the cause that was answered; null for a skipped order that is looked at again
         */
        record Accepted(Question question, @Nullable Cause about) implements Taken {}

        /** @param why for the operator; nothing was changed */
        record Refused(OrderRef order, Refusal why) implements Taken {}

        /** @param why what went wrong. Whether the decision was taken is unknown; the order's state tells */
        record Failed(OrderRef order, Refusal why) implements Taken {}
    }

    /** The word in place of an order's state. */
    private static final String NOT_IN_BOOKS = "unknown";

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
     * Decides about one order. Never throws, because a failure with one order says nothing about the next.
     *
     * @param about the cause that is decided, if several questions wait about the order; null when there is only one
     */
    Taken decide(OrderRef order, @Nullable Cause about, Wish wish) {
        return guarded(order, () -> pick(order, about, wish));
    }

    /**
     * Decides about exactly this question, as it was read from the books. Refused when the order waits for something
     * else by now. A decision that the books hold already counts as followed.
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
            return new Taken.Failed(order, Reason.TEMPORAL_UNANSWERED.of(name(unreachable)));
        } catch (RuntimeException e) {
            return new Taken.Failed(order, Reason.DECISION_FAILED.of(name(e)));
        }
    }

    /** The exception's class and not its message, which may hold what must not be shown. */
    private static String name(RuntimeException e) {
        return e.getClass().getSimpleName();
    }

    private Taken pick(OrderRef order, @Nullable Cause about, Wish wish) {
        List<OrderLists.Line> lines = lists.of(order);
        if (lines.isEmpty()) {
            return new Taken.Refused(order, Reason.NO_ORDER.of(order));
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
                    ? new Taken.Refused(order, lastDecided(order, Reason.SKIPPED_BY_PERSON))
                    : reopen(order, wish);
        }
        return open.isEmpty() ? waitsNot(order, about) : new Taken.Refused(order, waitsTwice(open));
    }

    private Taken waitsNot(OrderRef order, @Nullable Cause about) {
        Optional<OrderLists.Line> line = lists.find(order);
        String state = line.map(found -> found.state().code()).orElse(NOT_IN_BOOKS);
        Long number = line.map(OrderLists.Line::specterNumber).orElse(null);
        return new Taken.Refused(
                order,
                about == null
                        ? lastDecided(order, Reason.WAITS_NOT, state, number)
                        : lastDecided(order, Reason.WAITS_NOT_FOR, about.code(), state, number));
    }

    /**
     * A refusal whose text ends with who decided first.
     *
     * @param values of the parameters before those
     */
    private Refusal lastDecided(OrderRef order, Reason reason, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(values));
        all.addAll(attention
                .lastDecided(order)
                .<List<@Nullable Object>>map(
                        last -> Arrays.asList(last.deed().who(), last.deed().what(), last.at()))
                .orElse(Arrays.asList(null, null, null)));
        return reason.of(all.toArray());
    }

    private static Refusal waitsTwice(List<AttentionBook.Entry> open) {
        return Reason.WAITS_TWICE.of(
                open.stream().map(entry -> entry.cause().code()).sorted().toList());
    }

    private Taken answer(AttentionBook.Entry waiting, Wish wish) {
        OrderRef order = waiting.order();
        Decision decision = wish.decision(waiting.cause());
        Optional<Refusal> objection = decision.objection(waiting.cause());
        if (objection.isPresent()) {
            return new Taken.Refused(order, objection.get());
        }
        Taken.Accepted accepted = new Taken.Accepted(waiting.question(), waiting.cause());
        return switch (carrier.carry(waiting.question(), decision)) {
            case DecisionCarrier.Answer.Followed() -> accepted;
            case DecisionCarrier.Answer.Refused(Refusal why) -> new Taken.Refused(order, why);
            case DecisionCarrier.Answer.SettledByStart()
            when wish.kind() == Decision.Kind.RETRY -> {
                // The start itself makes the workflow read the order, as a retry would.
                attention.audit(order, decision);
                yield accepted;
            }
            case DecisionCarrier.Answer.Settled(), DecisionCarrier.Answer.SettledByStart() -> waitsNot(order, null);
            case DecisionCarrier.Answer.NoEngine(Refusal why) -> new Taken.Refused(order, why);
            case DecisionCarrier.Answer.NoWorker(Instant since) ->
                new Taken.Refused(order, Reason.NO_WORKER_SINCE.of(since));
            case DecisionCarrier.Answer.Unanswered() ->
                new Taken.Failed(order, Reason.DECISION_UNANSWERED.of(Engine.WORKER_ANSWERS_WITHIN.toSeconds()));
            case DecisionCarrier.Answer.StillLooking(), DecisionCarrier.Answer.Gone() ->
                new Taken.Refused(order, Reason.STILL_LOOKING.of());
        };
    }

    /** An order that a rule skipped has no workflow. A retry, or send-anyway, starts one. */
    private Taken reopen(OrderRef order, Wish wish) {
        Decision decision = wish.decision(null);
        Optional<Refusal> objection = switch (wish.kind()) {
            case RETRY, SEND_ANYWAY -> decision.incomplete();
            case SKIP, DONE_BY_HAND -> Optional.of(Reason.SKIPPED_BY_RULE.of());
        };
        Optional<Refusal> refused = objection.or(() -> transactions.execute(tx -> {
            Optional<Refusal> contradiction = attention.contradiction(order, decision);
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
