package se.brygga.starter.desk.decisions;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.transfer.UndoBook;
import se.brygga.starter.desk.Engine;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.Patience;
import se.brygga.starter.desk.decisions.Decider.Taken;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.refusal.Refusal;

/** Takes back a skip, or a {@code done-by-hand}. */
@Component
class Undoing {

    /** Long enough for a cancelled workflow, which ends with its next task. */
    private static final Duration ENDING = Duration.ofSeconds(10);

    private final UndoBook book;
    private final DecisionCarrier carrier;
    private final Engine engine;
    private final WorkflowClient temporal;

    Undoing(UndoBook book, DecisionCarrier carrier, Engine engine, WorkflowClient temporal) {
        this.book = book;
        this.carrier = carrier;
        this.engine = engine;
        this.temporal = temporal;
    }

    /** Takes back the latest skip of an order, or its {@code done-by-hand}. Never throws. */
    Taken undo(OrderRef order, Operator operator) {
        Optional<Refusal> incomplete = operator.incomplete();
        if (incomplete.isPresent()) {
            return new Taken.Refused(order, incomplete.get());
        }
        String reason = operator.requireReason();
        return Decider.guarded(order, () -> {
            Optional<Refusal> trouble = engine.refusal();
            if (trouble.isPresent()) {
                return new Taken.Refused(order, trouble.get());
            }
            String id = UUID.randomUUID().toString();
            return switch (book.undo(order, id, operator.by(), reason)) {
                case UndoBook.Undone.Transfer(AuditBook.Done _) -> {
                    // A workflow that notes the number in the shop must not go on, because the number is wrong now.
                    end(Question.transfer(order));
                    yield started(Question.transfer(order));
                }
                case UndoBook.Undone.Change(AuditBook.Done _) -> started(Question.change(order));
                case UndoBook.Undone.Callback(AuditBook.Done _) -> started(Question.callback(order));
                case UndoBook.Undone.Refused(Refusal why) -> new Taken.Refused(order, why);
            };
        });
    }

    private Taken started(Question question) {
        carrier.start(question);
        return new Taken.Accepted(question, null);
    }

    private void end(Question question) {
        WorkflowStub transfer = temporal.newUntypedWorkflowStub(question.workflowId());
        try {
            if (isRunning(transfer)) {
                transfer.cancel();
                Patience.until(ENDING, running -> !running, () -> isRunning(transfer));
            }
        } catch (WorkflowNotFoundException ended) {
            // No workflow runs, so there is nothing to end.
        }
    }

    private static boolean isRunning(WorkflowStub transfer) {
        return transfer.describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }
}
