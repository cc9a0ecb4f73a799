package se.brygga.workflows.transfer;

import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.Locale;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.SearchKeys;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;

/** What a person sees of an order's workflow in Temporal: search attributes and details. For workflow code only. */
final class TransferView {

    private final OrderRef order;

    TransferView(OrderRef order) {
        this.order = order;
    }

    /**
     * Names the current step. The engine retries the step, so its last answer and next try are shown at the pending
     * activity.
     */
    void step(String summary) {
        details("on its way", "Now: " + summary + " ([last answer and next try](" + pendingActivities() + ")).");
    }

    void onItsWay() {
        Workflow.upsertTypedSearchAttributes(SearchKeys.State.ON_ITS_WAY.update(), SearchKeys.CAUSE.valueUnset());
        details("on its way", "A decision was made; looking again.");
    }

    void waiting(Cause cause) {
        Workflow.upsertTypedSearchAttributes(
                SearchKeys.State.WAITING.update(), SearchKeys.CAUSE.valueSet(cause.code()));
        String decisions = String.join(
                ", ",
                cause.decisions().stream().map(Decision.Kind::code).sorted().toList());
        details(
                "waits for a person: `" + cause.code() + "`",
                "Who can cure it: " + cause.fixer().name().toLowerCase(Locale.ROOT) + ". Decisions: " + decisions
                        + ".\n\n`brygga orders show " + order + "` says why and what to do.");
    }

    void skipped(String rule) {
        Workflow.upsertTypedSearchAttributes(SearchKeys.State.SKIPPED.update());
        details("skipped by the rule `" + rule + "`", "It is taken up again when it changes in the shop.");
    }

    void transferred(long specterNumber) {
        Workflow.upsertTypedSearchAttributes(
                SearchKeys.State.TRANSFERRED.update(),
                SearchKeys.SPECTER_NUMBER.valueSet(Long.toString(specterNumber)));
        details("in Specter as **" + specterNumber + "**", "The shop's order carries the number.");
    }

    /** A change after the transfer is settled. */
    void noted() {
        Workflow.upsertTypedSearchAttributes(SearchKeys.State.TRANSFERRED.update(), SearchKeys.CAUSE.valueUnset());
        details("changed after the transfer; settled", "Nothing waits here any more.");
    }

    /** A link to the workflow's pending activities in the Temporal UI. */
    private static String pendingActivities() {
        WorkflowInfo self = Workflow.getInfo();
        return "/namespaces/%s/workflows/%s/%s/pending-activities"
                .formatted(self.getNamespace(), self.getWorkflowId().replace("/", "%2F"), self.getRunId());
    }

    private void details(String state, String more) {
        Workflow.setCurrentDetails(
                "**Order " + order.orderId() + "** of " + order.shop() + ": " + state + "\n\n" + more);
    }
}
