package se.brygga.workflows.transfer;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Attention;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.DecisionForm;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.UpdateRefused;

/** Compares the order. While there is a difference, waits for a person or for the next change. */
public final class OrderChangeWorkflowImpl implements OrderChangeWorkflow {

    private final OrderRef order;
    private final TransferView view;
    private final TransferBooks books;
    private final Attention attention = new Attention();

    @WorkflowInit
    public OrderChangeWorkflowImpl(OrderRef order) {
        this.order = order;
        this.view = new TransferView(order);
        this.books = new TransferBooks(Question.change(order));
    }

    @Override
    public void watch(OrderRef sameOrder) {
        boolean settled = false;
        while (!settled) {
            Cause difference = compare();
            settled = (difference == null || noted(difference)) && !attention.changedWhileLooking();
        }
        view.noted();
        Workflow.await(Workflow::isEveryHandlerFinished);
    }

    @Override
    public void decide(DecisionForm decision) {
        attention.decide(decision);
    }

    @Override
    public void validateDecision(DecisionForm decision) {
        switch (attention.validate(decision).kind()) {
            case RETRY, SKIP -> {}
            case SEND_ANYWAY, DONE_BY_HAND -> throw UpdateRefused.byValidator(Reason.CHANGE_IN_SPECTER.of());
        }
    }

    @Override
    public void changedInShop() {
        attention.changedInShop();
    }

    @Override
    public void recheck() {
        attention.recheck();
    }

    private @Nullable Cause compare() {
        attention.startLooking();
        try {
            return Workflow.newActivityStub(
                            ShopOrderActivities.class,
                            CallProfiles.shopCall(
                                    order.shop().tenant(),
                                    "compare order " + order.orderId() + " in the shop with what was sent"))
                    .compareOrder(order)
                    .cause();
        } catch (ActivityFailure failure) {
            return books.park(failure);
        }
    }

    /** Whether a person has taken note of the difference. */
    private boolean noted(Cause difference) {
        view.waiting(difference);
        return attention.await(difference, this::record) instanceof Attention.Answer.Decided(Decision decision)
                && decision.kind() == Decision.Kind.SKIP;
    }

    /** Stores a decision about the order as it is now. A later change is compared anew. */
    private Recorded record(Decision decision) {
        attention.startLooking();
        return books.record(decision);
    }
}
