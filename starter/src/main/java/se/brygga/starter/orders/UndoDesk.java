package se.brygga.starter.orders;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.brygga.activities.store.AuditBook;
import se.brygga.activities.store.feed.UndoBook;
import se.brygga.starter.orders.OrderDesk.Outcome;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.status.StatusCallbackWorkflow;
import se.brygga.workflows.transfer.OrderChangeWorkflow;
import se.brygga.workflows.transfer.OrderTransferWorkflow;

/** Takes back a skip, or that an order was done by hand. */
@Component
public class UndoDesk {

    /** A workflow that is asked to end does so within its next task. */
    private static final Duration ENDING = Duration.ofSeconds(10);

    private final UndoBook book;
    private final DecisionCarrier carrier;
    private final WorkflowClient temporal;

    UndoDesk(UndoBook book, DecisionCarrier carrier, WorkflowClient temporal) {
        this.book = book;
        this.carrier = carrier;
        this.temporal = temporal;
    }

    /**
     * Takes back the latest skip of an order, or its being done by hand. Never throws.
     *
     * @param by login of the operator
     */
    public Outcome undo(OrderRef order, String by, String reason) {
        if (by.isBlank() || reason.isBlank()) {
            return new Outcome.Refused(order, "say who takes it back, and why");
        }
        return OrderDesk.guarded(order, () -> {
            Optional<String> trouble = carrier.engineTrouble();
            if (trouble.isPresent()) {
                return new Outcome.Refused(order, trouble.get() + ". Nothing was changed");
            }
            String id = UUID.randomUUID().toString();
            return switch (book.undo(order, id, by, reason)) {
                case UndoBook.Undone.Transfer(AuditBook.Done _) -> {
                    // One that notes a number in the shop that is wrong by now must not go on.
                    end(OrderTransferWorkflow.idOf(order));
                    yield started(order, OrderTransferWorkflow.idOf(order));
                }
                case UndoBook.Undone.Change(AuditBook.Done _) -> started(order, OrderChangeWorkflow.idOf(order));
                case UndoBook.Undone.Callback(AuditBook.Done _) -> started(order, StatusCallbackWorkflow.idOf(order));
                case UndoBook.Undone.Refused(String why) -> new Outcome.Refused(order, why);
            };
        });
    }

    private Outcome started(OrderRef order, String workflowId) {
        carrier.start(order, workflowId);
        return new Outcome.Accepted(order, workflowId, null);
    }

    private void end(String workflowId) {
        WorkflowStub transfer = temporal.newUntypedWorkflowStub(workflowId);
        try {
            if (isRunning(transfer)) {
                transfer.cancel();
                Patience.until(ENDING, running -> !running, () -> isRunning(transfer));
            }
        } catch (WorkflowNotFoundException ended) {
            // Nothing goes on.
        }
    }

    private static boolean isRunning(WorkflowStub transfer) {
        return transfer.describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }
}
