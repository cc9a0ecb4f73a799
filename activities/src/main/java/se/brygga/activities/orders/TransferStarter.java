package se.brygga.activities.orders;

import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributes;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.TaskQueues;
import se.brygga.workflows.intake.OrderIntakeWorkflow;
import se.brygga.workflows.transfer.OrderChangeWorkflow;
import se.brygga.workflows.transfer.OrderTransferWorkflow;

/**
 * The one place that starts the workflows of an order. Every method is idempotent. A running workflow gets a signal
 * instead of a second start. An order that is in Specter is never transferred a second time.
 *
 * <p>A conflict of ids fails instead of joining silently. A running transfer must learn that the order has changed,
 * because it may be about to skip an order that has just become complete.
 */
public final class TransferStarter {

    /** A workflow can close between our start and our signal, but hardly more than twice in a row. */
    private static final int TRIES = 3;

    private final WorkflowClient temporal;
    private final OrderBook orders;

    public TransferStarter(WorkflowClient temporal, OrderBook orders) {
        this.temporal = temporal;
        this.orders = orders;
    }

    /**
     * Transfers an order that is new or has changed, or tells its running transfer. An order in Specter is left alone,
     * and so is one that an operator has skipped.
     */
    public void take(OrderRef order) {
        OrderRecord known = orders.seen(order);
        if (known.state() == OrderRecord.State.TRANSFERRED || known.skippedByOperator()) {
            return;
        }
        startOrTell(Question.transfer(order), () -> startTransfer(order, false));
    }

    /** Looks once more at an order that was skipped by a rule or by an operator, because an operator wants that. */
    public void retry(OrderRef order) {
        orders.onItsWay(order);
        take(order);
    }

    /**
     * Resumes a transfer that the engine may have forgotten. A running transfer is not disturbed, unless it waits in
     * vain.
     */
    public void resumeTransfer(OrderRef order) {
        try {
            startTransfer(order, false);
        } catch (WorkflowExecutionAlreadyStarted running) {
            wakeIfItWaitsInVain(order);
        }
    }

    /**
     * Wakes a workflow that waits for something settled. An activity that counted as dead can end after its retry, and
     * settle in the books what the workflow waits for. No operator sees the question then, so only we can tell the
     * workflow.
     */
    private void wakeIfItWaitsInVain(OrderRef order) {
        Question question = Question.transfer(order);
        if (orders.causeOf(question).isPresent()) {
            return;
        }
        try {
            WorkflowStub transfer = temporal.newUntypedWorkflowStub(question.workflowId());
            if (SearchKeys.State.WAITING
                    .word()
                    .equals(transfer.describe().getTypedSearchAttributes().get(SearchKeys.STATE))) {
                transfer.signal("recheck");
            }
        } catch (WorkflowNotFoundException closed) {
            // The workflow has ended meanwhile.
        }
    }

    /**
     * Tells a workflow that its question is settled, so that it reads the order again. A workflow that has ended is
     * left alone.
     */
    public void recheck(Question question) {
        try {
            temporal.newUntypedWorkflowStub(question.workflowId()).signal("recheck");
        } catch (WorkflowNotFoundException closed) {
            // The workflow waits for nothing.
        }
    }

    /** Resumes a comparison that the engine may have forgotten. A running one is not disturbed. */
    public void resumeCompare(OrderRef order) {
        unlessRunning(() -> startCompare(order));
    }

    /**
     * Sends an order that was skipped, because an operator wants that. A transfer that is about to end as skipped
     * learns of it.
     */
    public void sendAnyway(OrderRef order) {
        orders.overrideRules(order);
        startOrTell(Question.transfer(order), () -> startTransfer(order, true));
    }

    /**
     * Asks the intake to look now. With many orders to look up the intake is faster, because it reads a hundred with
     * one call.
     */
    public void lookNow(ShopRef shop) {
        try {
            temporal.newUntypedWorkflowStub(OrderIntakeWorkflow.idOf(shop)).signal("poke");
        } catch (WorkflowNotFoundException notBegun) {
            // The loop does not run. It looks by itself when it begins.
        }
    }

    /** Compares an order in Specter that may have changed in the shop, or tells the running comparison. */
    public void compare(OrderRef order) {
        orders.content().compareLater(order);
        startOrTell(Question.change(order), () -> startCompare(order));
    }

    private void startCompare(OrderRef order) {
        OrderChangeWorkflow change = temporal.newWorkflowStub(
                OrderChangeWorkflow.class, options(Question.change(order), "a change after the transfer"));
        WorkflowClient.start(change::watch, order);
    }

    private static void unlessRunning(Runnable start) {
        try {
            start.run();
        } catch (WorkflowExecutionAlreadyStarted running) {
            // The comparison was not forgotten.
        }
    }

    private void startTransfer(OrderRef order, boolean overridden) {
        OrderTransferWorkflow transfer =
                temporal.newWorkflowStub(OrderTransferWorkflow.class, options(Question.transfer(order), "transfer"));
        WorkflowClient.start(transfer::transfer, order, overridden);
    }

    private void startOrTell(Question question, Runnable start) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                start.run();
                return;
            } catch (WorkflowExecutionAlreadyStarted running) {
                if (told(question)) {
                    return;
                }
            }
        }
        throw new IllegalStateException("workflow " + question.workflowId() + " opens and closes too fast to be told");
    }

    private boolean told(Question question) {
        try {
            temporal.newUntypedWorkflowStub(question.workflowId()).signal("changedInShop");
            return true;
        } catch (WorkflowNotFoundException closed) {
            return false;
        }
    }

    private static WorkflowOptions options(Question question, String what) {
        OrderRef order = question.order();
        String tenant = order.shop().tenant();
        return WorkflowOptions.newBuilder()
                .setWorkflowId(question.workflowId())
                .setTaskQueue(TaskQueues.PROCESS)
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setPriority(CallProfiles.orderPriority(tenant))
                .setStaticSummary(
                        "order " + order.orderId() + " of " + order.shop().shop() + ": " + what)
                .setTypedSearchAttributes(SearchAttributes.newBuilder()
                        .set(SearchKeys.TENANT, tenant)
                        .set(SearchKeys.SHOP, order.shop().shop())
                        .set(SearchKeys.ORDER, Long.toString(order.orderId()))
                        .set(SearchKeys.STATE, SearchKeys.State.ON_ITS_WAY.word())
                        .build())
                .build();
    }
}
