package se.brygga.workflows.stage;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.transfer.BookkeepingActivities;

/** Books that remember what was written. */
public final class RecordedBooks implements BookkeepingActivities {

    public final Script<Recorded> record;
    /** The usual answer is that of version 0.1: none. */
    public final Script<Optional<Cause>> hold;

    private final List<Decision> decisions = new CopyOnWriteArrayList<>();

    RecordedBooks(Calls calls) {
        record = new Script<>(calls, new Recorded.Followed());
        hold = new Script<>(calls, Optional.empty());
    }

    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public @Nullable Cause holdOrder(OrderRef order, String workflowId, Cause cause, String failure) {
        return hold.play("holdOrder " + cause.code() + " " + failure).orElse(null);
    }

    @Override
    public Recorded recordDecision(OrderRef order, String workflowId, Decision decision) {
        Recorded result = record.play("recordDecision " + decision.kind().code());
        decisions.add(decision);
        return result;
    }
}
