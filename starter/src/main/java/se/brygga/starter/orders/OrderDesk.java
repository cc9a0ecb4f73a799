package se.brygga.starter.orders;

import io.grpc.StatusRuntimeException;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.intake.TransferStarter;
import se.brygga.activities.store.AttentionBook;
import se.brygga.activities.store.OrderLists;
import se.brygga.activities.store.OrderRecord;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Attention;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** Carries an operator's decision to whoever waits for it. */
@Component
public class OrderDesk {

    /** What came of a decision about one order. */
    public sealed interface Outcome {

        /** It is followed; the order goes on by itself. */
        record Accepted(OrderRef order) implements Outcome {}

        /** @param why in words for the operator; nothing was changed */
        record Refused(OrderRef order, String why) implements Outcome {}

        /** @param why what went wrong; whether the decision was taken is not known, and the order's state tells */
        record Failed(OrderRef order, String why) implements Outcome {}
    }

    /** What an operator wants; see {@link Decision}. */
    public record Wish(
            Decision.Kind kind,
            String by,
            @Nullable String reason,
            @Nullable Long specterNumber) {

        Decision decision(@Nullable Cause about) {
            return new Decision(UUID.randomUUID().toString(), kind, by, reason, specterNumber, about);
        }
    }

    private static final int TRIES = 20;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final OrderLists lists;
    private final AttentionBook attention;
    private final TransferStarter starter;
    private final WorkflowClient temporal;

    OrderDesk(OrderLists lists, AttentionBook attention, TransferStarter starter, WorkflowClient temporal) {
        this.lists = lists;
        this.attention = attention;
        this.starter = starter;
        this.temporal = temporal;
    }

    /** Decides about one order: one about which a single thing waits, or one that was skipped. Never throws. */
    public Outcome decide(OrderRef order, Wish wish) {
        return decide(order, null, wish);
    }

    /**
     * Decides about one order. Never throws: what goes wrong with one order says nothing about the next.
     *
     * @param about what is decided, if several things wait about the order; null when it can be one only
     */
    public Outcome decide(OrderRef order, @Nullable Cause about, Wish wish) {
        return guarded(order, () -> pick(order, about, wish));
    }

    /** Decides about just this, as it was read from the books; refused when the order waits for another thing by now. */
    public Outcome decide(AttentionBook.Entry waiting, Wish wish) {
        return guarded(waiting.order(), () -> answer(waiting, wish));
    }

    private static Outcome guarded(OrderRef order, Supplier<Outcome> decision) {
        try {
            return decision.get();
        } catch (WorkflowException | StatusRuntimeException unreachable) {
            return new Outcome.Failed(
                    order,
                    "Temporal did not answer (" + name(unreachable) + "); look at the order before you try again");
        } catch (RuntimeException e) {
            return new Outcome.Failed(order, name(e) + "; look at the order before you try again");
        }
    }

    /** No message: it might quote what must not be shown. */
    private static String name(RuntimeException e) {
        return e.getClass().getSimpleName();
    }

    private Outcome pick(OrderRef order, @Nullable Cause about, Wish wish) {
        List<OrderLists.Line> lines = lists.of(order);
        if (lines.isEmpty()) {
            return new Outcome.Refused(order, "no such order in the books; is the number right?");
        }
        List<AttentionBook.Entry> open = attention.ofOrder(order).stream()
                .filter(entry -> entry.closedAt() == null && (about == null || entry.cause() == about))
                .toList();
        if (open.size() == 1) {
            return answer(open.getFirst(), wish);
        }
        OrderRecord.State state = lines.getFirst().state();
        if (open.isEmpty() && about == null && state == OrderRecord.State.SKIPPED) {
            return reopen(order, wish);
        }
        return new Outcome.Refused(order, open.isEmpty() ? waitsNot(state, about) : waitsTwice(open));
    }

    private static String waitsNot(OrderRecord.State state, @Nullable Cause about) {
        return about == null
                ? "it does not wait for a decision; it is " + state.code()
                : "it does not wait for \"" + about.code() + "\" (any more)";
    }

    private static String waitsTwice(List<AttentionBook.Entry> open) {
        return "several things wait about it; name the one that is meant with --cause: "
                + open.stream().map(entry -> entry.cause().code()).sorted().collect(Collectors.joining(", "));
    }

    private Outcome answer(AttentionBook.Entry waiting, Wish wish) {
        return numberRefused(waiting.order(), wish)
                .<Outcome>map(why -> new Outcome.Refused(waiting.order(), why))
                .orElseGet(() -> update(waiting.order(), waiting.workflowId(), waiting.cause(), wish));
    }

    private Outcome update(OrderRef order, String workflowId, Cause cause, Wish wish) {
        Decision decision = wish.decision(cause);
        Optional<String> objection = decision.objection(cause);
        if (objection.isPresent()) {
            return new Outcome.Refused(order, objection.get());
        }
        Outcome outcome = send(order, workflowId, decision);
        for (int again = 0; again < TRIES && notWaitingYet(outcome, workflowId); again++) {
            pause();
            outcome = send(order, workflowId, decision);
        }
        return outcome;
    }

    /** The books show what waits a moment before its workflow has come to wait. */
    private boolean notWaitingYet(Outcome outcome, String workflowId) {
        return outcome instanceof Outcome.Refused refused
                && refused.why().contains(Attention.NOTHING_WAITS)
                && attention.causeOf(workflowId).isPresent();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome send(OrderRef order, String workflowId, Decision decision) {
        try {
            temporal.newUntypedWorkflowStub(workflowId)
                    .startUpdate(
                            UpdateOptions.newBuilder(Void.class)
                                    .setUpdateName("decide")
                                    .setUpdateId(decision.id())
                                    .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                                    .build(),
                            decision)
                    .getResult();
            return new Outcome.Accepted(order);
        } catch (WorkflowUpdateException refused) {
            Throwable reason = refused.getCause() == null ? refused : refused.getCause();
            return new Outcome.Refused(order, String.valueOf(reason.getMessage()));
        } catch (WorkflowNotFoundException gone) {
            return new Outcome.Refused(
                    order,
                    "its workflow does not run (was the engine lost?); the next sweep takes it up, within the hour");
        }
    }

    /** A skipped order's workflow has ended: looking again, or sending it anyway, starts a new one. */
    private Outcome reopen(OrderRef order, Wish wish) {
        switch (wish.kind()) {
            case RETRY -> starter.retry(order);
            case SEND_ANYWAY -> {
                if (wish.reason() == null || wish.reason().isBlank()) {
                    return new Outcome.Refused(order, "say why: send-anyway needs a reason");
                }
                starter.sendAnyway(order);
            }
            case SKIP, DONE_BY_HAND -> {
                return new Outcome.Refused(order, "it is skipped already; only retry or send-anyway change that");
            }
        }
        attention.audit(order, wish.decision(null));
        return new Outcome.Accepted(order);
    }

    private Optional<String> numberRefused(OrderRef order, Wish wish) {
        Long number = wish.specterNumber();
        if (number == null) {
            return Optional.empty();
        }
        Long known = lists.find(order).map(OrderLists.Line::specterNumber).orElse(null);
        return known != null
                ? Optional.of("it is in Specter already, as number " + known)
                : lists.withSpecterNumber(order.shop().tenant(), number)
                        .filter(other -> !other.equals(order))
                        .map(other -> "Specter's number " + number + " belongs to order " + other);
    }
}
