package se.brygga.workflows.stage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.status.StatusBookActivities;

/** Books of callbacks that remember what was decided. */
public final class RecordedCallbacks implements StatusBookActivities {

    private final Calls calls;
    private final List<Decision> decisions = new CopyOnWriteArrayList<>();

    RecordedCallbacks(Calls calls) {
        this.calls = calls;
    }

    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public void parkCallback(OrderRef order, Cause cause, String failure) {
        calls.note("parkCallback " + cause.code() + " " + failure);
    }

    @Override
    public Recorded recordCallbackDecision(OrderRef order, Decision decision) {
        calls.note("recordCallbackDecision " + decision.kind().code());
        decisions.add(decision);
        return new Recorded.Followed();
    }
}
