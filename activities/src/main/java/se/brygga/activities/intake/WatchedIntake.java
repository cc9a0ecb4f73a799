package se.brygga.activities.intake;

import java.time.Duration;
import se.brygga.activities.feed.LoopBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.intake.IntakeActivities;
import se.brygga.workflows.intake.OrderIntakeWorkflow;

/** Notes when the intake looks next, so that the books show without Temporal that it does not run. */
final class WatchedIntake implements IntakeActivities {

    /** Most looks take less than some seconds. A longer one is called late, which does no harm. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(2);

    private final IntakeActivities looks;
    private final LoopBook loops;

    WatchedIntake(IntakeActivities looks, LoopBook loops) {
        this.looks = looks;
        this.loops = loops;
    }

    @Override
    public Looked lookThrough(ShopRef shop, Look why) {
        return loops.watched(OrderIntakeWorkflow.idOf(shop), ONE_LOOK, () -> looks.lookThrough(shop, why));
    }
}
