package se.brygga.workflows.transfer;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Attention;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** Compares; while there is a difference, waits for a person or for the next change. */
public final class OrderChangeWorkflowImpl implements OrderChangeWorkflow {

    private final Attention attention = new Attention();
    private final TransferView view;

    @WorkflowInit
    public OrderChangeWorkflowImpl(OrderRef order) {
        this.view = new TransferView(order);
    }

    @Override
    public void watch(OrderRef order) {
        while (true) {
            attention.startLooking();
            Cause difference = compare(order);
            if (difference != null) {
                view.waiting(difference);
                if (attention.await(difference) instanceof Attention.Answer.Decided(Decision decision)) {
                    record(order, decision);
                    if (decision.kind() == Decision.Kind.SKIP) {
                        view.noted();
                        return;
                    }
                }
            } else if (!attention.changedWhileLooking()) {
                view.noted();
                return;
            }
        }
    }

    @Override
    public void decide(Decision decision) {
        attention.decide(decision);
    }

    @Override
    public void validateDecision(Decision decision) {
        attention.validate(decision);
    }

    @Override
    public void changedInShop() {
        attention.changedInShop();
    }

    private static @Nullable Cause compare(OrderRef order) {
        return Workflow.newActivityStub(
                        ShopOrderActivities.class,
                        CallProfiles.shopCall(order.shop().tenant(), "compare the shop's order with what was sent"))
                .compareOrder(order)
                .cause();
    }

    private static void record(OrderRef order, Decision decision) {
        Workflow.newActivityStub(
                        BookkeepingActivities.class,
                        CallProfiles.booking(order.shop().tenant(), "record the decision"))
                .recordDecision(order, Workflow.getInfo().getWorkflowId(), decision);
    }
}
