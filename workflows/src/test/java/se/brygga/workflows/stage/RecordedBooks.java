package se.brygga.workflows.stage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;
import se.brygga.workflows.transfer.BookkeepingActivities;

/** Books that remember what was written. */
public final class RecordedBooks implements BookkeepingActivities {

    public final Script<Recorded> record;
    public final Script<Cause> park;

    private final List<Decision> decisions = new CopyOnWriteArrayList<>();

    RecordedBooks(Calls calls) {
        record = new Script<>(calls, new Recorded.Followed());
        park = new Script<>(calls, Cause.INTERNAL_ERROR);
    }

    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public Cause parkOrder(Question question, Cause cause, String failure) {
        return park.play("parkOrder " + cause.code() + " " + failure);
    }

    @Override
    public Recorded recordDecision(Question question, Decision decision) {
        Recorded result = record.play("recordDecision " + decision.kind().code());
        decisions.add(decision);
        return result;
    }
}
