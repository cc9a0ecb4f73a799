package se.brygga.activities.transfer;

import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.change.ChangeBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.transfer.BookkeepingActivities;
import se.brygga.workflows.transfer.TransferRules;

/** Stores questions and decisions about orders, each in one transaction. */
final class BookkeepingActivitiesImpl implements BookkeepingActivities {

    private final TransactionTemplate transactions;
    private final OrderBook orders;
    private final SubmissionBook submissions;
    private final InvoiceBook invoices;
    private final ChangeBook changes;
    private final AttentionBook attention;

    BookkeepingActivitiesImpl(
            TransactionTemplate transactions,
            OrderBook orders,
            SubmissionBook submissions,
            InvoiceBook invoices,
            ChangeBook changes,
            AttentionBook attention) {
        this.transactions = transactions;
        this.orders = orders;
        this.submissions = submissions;
        this.invoices = invoices;
        this.changes = changes;
        this.attention = attention;
    }

    @Override
    public Cause parkOrder(Question question, Cause cause, String failure) {
        OrderRef order = question.order();
        Cause truth = cause;
        if (submissions.inDoubt(order)) {
            truth = Cause.REFUSED_AFTER_UNCERTAIN_SEND;
        } else if (invoices.inDoubt(order)) {
            truth = Cause.INVOICE_UNCERTAIN;
        }
        orders.parked(question, null, truth, Phrase.DEFECT.with(failure));
        return truth;
    }

    @Override
    public Recorded recordDecision(Question question, Decision decision) {
        try {
            return transactions.execute(tx -> {
                if (attention.isAudited(decision)) {
                    return new Recorded.Followed();
                }
                Optional<Refusal> objection = objection(question, decision);
                if (objection.isPresent()) {
                    return new Recorded.Refused(objection.get());
                }
                apply(question, decision);
                attention.decided(question, decision);
                return new Recorded.Followed();
            });
        } catch (DuplicateKeyException numberTaken) {
            return new Recorded.Refused(Reason.NUMBER_OF_ANOTHER.of(decision.specterNumber(), null));
        }
    }

    private Optional<Refusal> objection(Question question, Decision decision) {
        return attention
                .contradiction(question, decision)
                .or(() -> Optional.ofNullable(decision.specterNumber())
                        .flatMap(number -> submissions.objection(question.order(), number)));
    }

    private void apply(Question question, Decision decision) {
        OrderRef order = question.order();
        switch (decision.kind()) {
            case RETRY -> orders.onItsWay(order);
            case SEND_ANYWAY -> {
                orders.content().totalsAccepted(order);
                orders.onItsWay(order);
            }
            case SKIP -> {
                if (question.kind() == Question.Kind.CHANGE) {
                    changes.noted(order);
                } else {
                    orders.skip(order, TransferRules.OPERATOR);
                }
            }
            case DONE_BY_HAND -> {
                long number = Objects.requireNonNull(decision.specterNumber(), "checked by Decision.objection");
                submissions.settledByHand(order, number);
                orders.transferred(order, number, null);
            }
        }
    }
}
