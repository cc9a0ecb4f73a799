package se.brygga.workflows.stage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.transfer.BookkeepingActivities;
import se.brygga.workflows.transfer.StepResult;

/** Books that remember what was written. */
public final class RecordedBooks implements BookkeepingActivities {

    public final Script<StepResult> record;
    private final Script<String> hold;
    private final List<Decision> decisions = new CopyOnWriteArrayList<>();

    RecordedBooks(Calls calls) {
        record = new Script<>(calls, new StepResult.Done(0));
        hold = new Script<>(calls, "");
    }

    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public void holdOrder(OrderRef order, String workflowId, Cause cause, String failure) {
        hold.play("holdOrder " + cause.code() + " " + failure);
    }

    @Override
    public StepResult recordDecision(OrderRef order, String workflowId, Decision decision) {
        StepResult result = record.play("recordDecision " + decision.kind().code());
        decisions.add(decision);
        return result;
    }
}
