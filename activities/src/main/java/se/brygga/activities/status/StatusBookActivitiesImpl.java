package se.brygga.activities.status;

import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.status.StatusBookActivities;

/** Stores questions and decisions about callbacks, each in one transaction. */
final class StatusBookActivitiesImpl implements StatusBookActivities {

    private final TransactionTemplate transactions;
    private final CallbackBook callbacks;
    private final AttentionBook attention;

    StatusBookActivitiesImpl(TransactionTemplate transactions, CallbackBook callbacks, AttentionBook attention) {
        this.transactions = transactions;
        this.callbacks = callbacks;
        this.attention = attention;
    }

    @Override
    public void parkCallback(OrderRef order, Cause cause, String failure) {
        callbacks.parked(order, cause, Phrase.DEFECT.with(failure));
    }

    @Override
    public Recorded recordCallbackDecision(OrderRef order, Decision decision) {
        Question question = Question.callback(order);
        return transactions.execute(tx -> {
            if (attention.isAudited(decision)) {
                return new Recorded.Followed();
            }
            Optional<Refusal> contradiction = attention.contradiction(question, decision);
            if (contradiction.isPresent()) {
                return new Recorded.Refused(contradiction.get());
            }
            switch (decision.kind()) {
                case RETRY -> callbacks.freed(order);
                case SKIP -> callbacks.skipped(order, Phrase.SETTLED_BY.with(decision.by()));
                case SEND_ANYWAY, DONE_BY_HAND ->
                    throw new IllegalArgumentException("a callback is looked at again or skipped");
            }
            attention.decided(question, decision);
            return new Recorded.Followed();
        });
    }
}
