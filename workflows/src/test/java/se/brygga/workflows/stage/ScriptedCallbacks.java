package se.brygga.workflows.stage;

import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.status.StatusActivities;

/** A shop that takes the one event in its order's inbox, until told otherwise. */
public final class ScriptedCallbacks implements StatusActivities {

    public static final Reported ALL = new Reported(1, null);

    public final Script<Reported> report;

    ScriptedCallbacks(Calls calls) {
        report = new Script<>(calls, ALL);
    }

    public static Reported waitsFor(Cause cause) {
        return new Reported(0, cause);
    }

    @Override
    public Reported reportInbox(OrderRef order) {
        return report.play("reportInbox");
    }
}
