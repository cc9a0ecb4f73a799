package se.brygga.activities.intake;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import se.brygga.activities.feed.LoopBook;
import se.brygga.workflows.Polling;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.intake.IntakeActivities;
import se.brygga.workflows.intake.OrderIntakeWorkflow;

/** Notes when the intake looks next, so that the books show without Temporal that it does not run. */
final class WatchedIntake implements IntakeActivities {

    /** Most looks take less than some seconds. A longer one is called late, which does no harm. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(2);

    /** The workflow begins the next look at once. */
    private static final Duration NEXT_TASK = Duration.ofSeconds(30);

    private final IntakeActivities looks;
    private final LoopBook loops;

    WatchedIntake(IntakeActivities looks, LoopBook loops) {
        this.looks = looks;
        this.loops = loops;
    }

    @Override
    public Looked lookThrough(ShopRef shop, Look why) {
        String loop = OrderIntakeWorkflow.idOf(shop);
        loops.looks(loop, ONE_LOOK);
        try {
            Looked looked = looks.lookThrough(shop, why);
            loops.looks(loop, NEXT_TASK);
            return looked;
        } catch (ApplicationFailure told) {
            Duration pause = told.getNextRetryDelay();
            loops.looks(loop, pause == null ? Polling.AFTER_DEFECT : pause);
            throw told;
        }
    }
}
