package se.brygga.starter.desk.decisions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Outcome;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.refusal.Refusal;

/**
 * Decisions about orders, their changes and their callbacks. No method throws for a failure with one order, because
 * that says nothing about the next. The audit log has every decision that is followed. Each call is a new decision,
 * unless the wish has an id.
 */
@Component
public class DecisionDesk {

    /**
     * A decision as an operator makes it; see {@link Decision}.
     *
     * @param specterNumber for {@link Decision.Kind#DONE_BY_HAND}: the order's number in Specter; null for the other
     *     kinds
     * @param id by which the decision counts once, however often it is sent; null makes each sending a decision of its
     *     own
     */
    public record Wish(
            Decision.Kind kind,
            Operator operator,
            @Nullable Long specterNumber,
            @Nullable String id) {

        /** A wish without an id: each sending is a decision of its own. */
        public Wish(Decision.Kind kind, Operator operator, @Nullable Long specterNumber) {
            this(kind, operator, specterNumber, null);
        }

        /** A decision that needs no number. */
        public static Wish of(Decision.Kind kind, Operator operator) {
            return new Wish(kind, operator, null);
        }

        /** This wish with an id, by which it counts once. */
        public Wish withId(String once) {
            return new Wish(kind, operator, specterNumber, once);
        }

        Decision decision(@Nullable Cause about) {
            String unique = id == null ? UUID.randomUUID().toString() : id;
            return new Decision(unique, kind, operator.by(), operator.reason(), specterNumber, about);
        }
    }

    private final Decider decider;
    private final Undoing undoing;
    private final Results results;

    DecisionDesk(Decider decider, Undoing undoing, Results results) {
        this.decider = decider;
        this.undoing = undoing;
        this.results = results;
    }

    /**
     * Decides about orders: those about which a single question waits, and those that a rule skipped.
     *
     * @param about the cause that is decided, if several questions wait about an order; null when there is only one
     * @param patience how long to wait for what comes of the decisions
     * @return in the order of the orders
     */
    public List<Outcome<Result>> decide(
            Collection<OrderRef> orders, @Nullable Cause about, Wish wish, Duration patience) {
        return told(
                orders.stream().map(order -> decider.decide(order, about, wish)).toList(), patience);
    }

    /** Decides about one order, without waiting for what comes of it. */
    public Outcome<Result> decide(OrderRef order, @Nullable Cause about, Wish wish) {
        return decide(List.of(order), about, wish, Duration.ZERO).getFirst();
    }

    /**
     * Decides about exactly this question, without waiting for what comes of it. An order that waits for something else
     * by now is refused.
     */
    public Outcome<Result> decide(Waiting waiting, Wish wish) {
        return told(List.of(decider.decide(waiting, wish)), Duration.ZERO).getFirst();
    }

    /** What has come so far of a followed decision about this question. */
    public Result result(Waiting waiting) {
        return results.of(new Decider.Taken.Accepted(waiting.question(), waiting.cause()));
    }

    /**
     * Takes back the latest skip of an order, or its {@code done-by-hand}. The order goes on as before the decision.
     *
     * @param operator with a reason
     * @param patience how long to wait for what comes of it
     */
    public Outcome<Result> undo(OrderRef order, Operator operator, Duration patience) {
        return told(List.of(undoing.undo(order, operator)), patience).getFirst();
    }

    private List<Outcome<Result>> told(List<Decider.Taken> taken, Duration patience) {
        Iterator<Result> came = came(
                        taken.stream()
                                .filter(Decider.Taken.Accepted.class::isInstance)
                                .map(Decider.Taken.Accepted.class::cast)
                                .toList(),
                        patience)
                .iterator();
        List<Outcome<Result>> outcomes = new ArrayList<>();
        for (Decider.Taken one : taken) {
            outcomes.add(
                    switch (one) {
                        case Decider.Taken.Accepted accepted ->
                            new Outcome.Followed<>(accepted.question().order().toString(), came.next());
                        case Decider.Taken.Refused(OrderRef order, Refusal why) ->
                            new Outcome.Refused<>(order.toString(), why);
                        case Decider.Taken.Failed(OrderRef order, Refusal why) ->
                            new Outcome.Unknown<>(order.toString(), why);
                    });
        }
        return List.copyOf(outcomes);
    }

    /** If the books cannot be read just now, this does not mean that a decision was not taken. */
    private List<Result> came(List<Decider.Taken.Accepted> followed, Duration patience) {
        try {
            return results.of(followed, patience);
        } catch (DataAccessException notReadable) {
            return followed.stream().<Result>map(_ -> new Result.OnItsWay()).toList();
        }
    }
}
