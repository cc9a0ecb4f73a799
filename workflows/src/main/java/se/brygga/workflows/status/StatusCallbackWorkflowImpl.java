package se.brygga.workflows.status;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.Optional;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.attention.Attention;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.DecisionForm;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.UpdateRefused;

/**
 * Reports the inbox. If a person must decide, waits for the decision, follows it, and reports once more. Ends when the
 * inbox is empty.
 */
public final class StatusCallbackWorkflowImpl implements StatusCallbackWorkflow {

    private final OrderRef order;
    private final Attention attention = new Attention();
    private boolean changed;

    @WorkflowInit
    public StatusCallbackWorkflowImpl(OrderRef order) {
        this.order = order;
        details("on its way to the shop");
    }

    @Override
    public void report(OrderRef sameOrder) {
        do {
            changed = false;
            reportAll().ifPresent(this::awaitDecision);
            Workflow.await(Workflow::isEveryHandlerFinished);
        } while (changed);
        Workflow.upsertTypedSearchAttributes(SearchKeys.State.REPORTED.update());
        details("reported to the shop");
    }

    @Override
    public void changedInSpecter() {
        changed = true;
    }

    @Override
    public void decide(DecisionForm decision) {
        attention.decide(decision);
    }

    @Override
    public void validateDecision(DecisionForm decision) {
        switch (attention.validate(decision).kind()) {
            case RETRY, SKIP -> {}
            case SEND_ANYWAY, DONE_BY_HAND -> throw UpdateRefused.byValidator(Reason.CALLBACK_IN_SPECTER.of());
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

    /**
     * Reports all events that can be settled.
     *
     * @return what the first event that could not be settled waits for
     */
    private Optional<Cause> reportAll() {
        attention.startLooking();
        try {
            StatusActivities shop = Workflow.newActivityStub(
                    StatusActivities.class,
                    CallProfiles.statusCall(
                            tenant(), "tell the shop what happened to order " + order.orderId() + " in Specter"));
            return Optional.ofNullable(shop.reportInbox(order).cause());
        } catch (ActivityFailure failure) {
            String type = FailureTypes.of(failure);
            books("note the failure").parkCallback(order, Cause.INTERNAL_ERROR, type);
            return Optional.of(Cause.INTERNAL_ERROR);
        }
    }

    private void awaitDecision(Cause cause) {
        Workflow.upsertTypedSearchAttributes(
                SearchKeys.State.WAITING.update(), SearchKeys.CAUSE.valueSet(cause.code()));
        details("waits for a person: `" + cause.code() + "`\n\n`brygga orders show " + order
                + "` says why and what to do.");
        attention.await(cause, decision -> books("record the decision").recordCallbackDecision(order, decision));
        Workflow.upsertTypedSearchAttributes(SearchKeys.State.ON_ITS_WAY.update(), SearchKeys.CAUSE.valueUnset());
        details("a decision was made; looking again");
        changed = true;
    }

    private StatusBookActivities books(String summary) {
        return Workflow.newActivityStub(StatusBookActivities.class, CallProfiles.booking(tenant(), summary));
    }

    private void details(String state) {
        Workflow.setCurrentDetails(
                "**Order " + order.orderId() + "** of " + order.shop().shop() + ", what happened in Specter: " + state);
    }

    private String tenant() {
        return order.shop().tenant();
    }
}
