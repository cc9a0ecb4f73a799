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
 * The one place that starts the workflows of an order. Every method may be repeated: a running workflow is told instead of
 * started again, and an order that is in Specter is never transferred again.
 *
 * <p>Conflicts fail instead of joining silently, because a running transfer must learn that the order has changed: it may
 * be about to skip what has just become complete.
 */
public final class TransferStarter {

    /** A workflow can close between our start and our signal; more often than twice in a row it does not. */
    private static final int TRIES = 3;

    private final WorkflowClient temporal;
    private final OrderBook orders;

    public TransferStarter(WorkflowClient temporal, OrderBook orders) {
        this.temporal = temporal;
        this.orders = orders;
    }

    /**
     * The order is new, or has changed: transfers it, or tells its running transfer. An order that is in Specter is left
     * alone, and one that an operator has skipped.
     */
    public void take(OrderRef order) {
        OrderRecord known = orders.seen(order);
        if (known.state() == OrderRecord.State.TRANSFERRED || known.leftByOperator()) {
            return;
        }
        startOrTell(Question.transfer(order), () -> startTransfer(order, false));
    }

    /** An operator wants an order looked at again that was skipped, by a rule or by an operator. */
    public void retry(OrderRef order) {
        orders.onItsWay(order);
        take(order);
    }

    /** Carries on a transfer that the engine may have forgotten; a running one is not disturbed, unless it waits in vain. */
    public void resumeTransfer(OrderRef order) {
        try {
            startTransfer(order, false);
        } catch (WorkflowExecutionAlreadyStarted running) {
            wakeIfItWaitsInVain(order);
        }
    }

    /**
     * A try that was taken for dead can end after the one that followed it, and settle in the books what the workflow waits
     * for. Then no operator sees the question, and only we can tell the workflow.
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
                transfer.signal("lookAgain");
            }
        } catch (WorkflowNotFoundException closed) {
            // It has ended meanwhile.
        }
    }

    /** What the question waits for is no more: its workflow looks again. One that has ended is let be. */
    public void lookAgain(Question question) {
        try {
            temporal.newUntypedWorkflowStub(question.workflowId()).signal("lookAgain");
        } catch (WorkflowNotFoundException closed) {
            // Nothing waits in it.
        }
    }

    /** Carries on a comparison that the engine may have forgotten; a running one is not disturbed. */
    public void resumeCompare(OrderRef order) {
        unlessRunning(() -> startCompare(order));
    }

    /** An operator sends an order that was skipped; a transfer that is just about to end as skipped hears of it. */
    public void sendAnyway(OrderRef order) {
        orders.overrideRules(order);
        startOrTell(Question.transfer(order), () -> startTransfer(order, true));
    }

    /** So many of a shop's orders wait to be looked up that the intake, which reads a hundred with one call, is faster. */
    public void lookNow(ShopRef shop) {
        try {
            temporal.newUntypedWorkflowStub(OrderIntakeWorkflow.idOf(shop)).signal("poke");
        } catch (WorkflowNotFoundException notBegun) {
            // It looks when it begins.
        }
    }

    /** An order that is in Specter may have changed in the shop: compares, or tells the comparison that runs. */
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
            // It was not forgotten.
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
