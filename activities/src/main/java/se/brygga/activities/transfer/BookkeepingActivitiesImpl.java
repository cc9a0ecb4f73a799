package se.brygga.activities.transfer;

import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;
import se.brygga.activities.store.AttentionBook;
import se.brygga.activities.store.ChangeBook;
import se.brygga.activities.store.InvoiceBook;
import se.brygga.activities.store.OrderBook;
import se.brygga.activities.store.OrderRecord;
import se.brygga.activities.store.SubmissionBook;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.transfer.BookkeepingActivities;
import se.brygga.workflows.transfer.OrderChangeWorkflow;
import se.brygga.workflows.transfer.StepResult;
import se.brygga.workflows.transfer.TransferRules;

/** Holds and decisions, each in one transaction. */
public final class BookkeepingActivitiesImpl implements BookkeepingActivities {

    private final TransactionTemplate transactions;
    private final OrderBook orders;
    private final SubmissionBook submissions;
    private final InvoiceBook invoices;
    private final ChangeBook changes;
    private final AttentionBook attention;

    public BookkeepingActivitiesImpl(
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
    public Cause holdOrder(OrderRef order, String workflowId, Cause cause, String failure) {
        Cause truth = cause;
        if (submissions.inDoubt(order)) {
            truth = Cause.REFUSED_AFTER_UNCERTAIN_SEND;
        } else if (invoices.inDoubt(order)) {
            truth = Cause.INVOICE_UNCERTAIN;
        }
        orders.held(order, workflowId, null, truth, failure);
        return truth;
    }

    @Override
    public StepResult recordDecision(OrderRef order, String workflowId, Decision decision) {
        Long known = orders.find(order).map(OrderRecord::specterNumber).orElse(null);
        if (decision.kind() == Decision.Kind.DONE_BY_HAND && known != null && !known.equals(decision.specterNumber())) {
            return notFollowed(order, workflowId, "the order is in Specter already, as number " + known);
        }
        try {
            transactions.executeWithoutResult(tx -> {
                attention.audit(order, decision);
                apply(order, workflowId, decision);
                attention.close(workflowId);
            });
            return new StepResult.Done(0);
        } catch (DuplicateKeyException numberTaken) {
            return notFollowed(
                    order, workflowId, "Specter's number " + decision.specterNumber() + " belongs to another order");
        }
    }

    private StepResult notFollowed(OrderRef order, String workflowId, String why) {
        Cause cause = attention.causeOf(workflowId).orElse(Cause.INTERNAL_ERROR);
        orders.held(order, workflowId, null, cause, why);
        return new StepResult.Held(cause);
    }

    private void apply(OrderRef order, String workflowId, Decision decision) {
        switch (decision.kind()) {
            case RETRY -> orders.onItsWay(order);
            case SEND_ANYWAY -> {
                orders.totalsAccepted(order);
                orders.onItsWay(order);
            }
            case SKIP -> {
                if (workflowId.equals(OrderChangeWorkflow.idOf(order))) {
                    changes.noted(order, workflowId);
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
