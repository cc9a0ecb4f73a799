package se.brygga.activities.intake;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import se.brygga.activities.attention.Failures;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.intake.IntakeActivities;

/**
 * The intake's looks at the shop's pace. Every attempt is one look. Each failure carries the time to the next attempt.
 */
final class IntakeActivitiesImpl implements IntakeActivities {

    private final ShopLook look;
    private final IntakeBook marks;

    IntakeActivitiesImpl(ShopLook look, IntakeBook marks) {
        this.look = look;
        this.marks = marks;
    }

    @Override
    public Looked lookThrough(ShopRef shop, Look why) {
        boolean paced = why == Look.PACED;
        if (paced && Activity.getExecutionContext().getInfo().getAttempt() <= 1) {
            throw nextLook(shop, "next look at the shop's pace");
        }
        Looked looked;
        try {
            looked = look.look(shop, why == Look.AFRESH);
        } catch (RemoteFailure failure) {
            throw failed(shop, failure);
        } catch (RuntimeException defect) {
            throw IntakeNotices.passes(defect)
                    ? defect
                    : ApplicationFailure.newFailure(defect.getClass().getSimpleName(), FailureTypes.OUR_FAULT);
        }
        if (paced) {
            throw nextLook(shop, looked.found() + " of " + looked.seen() + " orders handed on");
        }
        return looked;
    }

    private ApplicationFailure nextLook(ShopRef shop, String what) {
        return Failures.later(what, FailureTypes.NOTHING_NEW, IntakePace.pauseAfter(marks.idle(shop), shop));
    }

    /** A failure that no retry mends keeps its type. Any other is tried again at the pace, or when the shop asks. */
    private ApplicationFailure failed(ShopRef shop, RemoteFailure failure) {
        Duration pause = IntakePace.pauseAfter(marks.failed(shop), shop);
        if (failure.kind() == RemoteFailure.Kind.OUR_FAULT) {
            return Failures.forRetry(failure);
        }
        return Failures.later(failure.getMessage(), Failures.typeOf(failure), pauseAfter(failure, pause));
    }

    private static Duration pauseAfter(RemoteFailure failure, Duration pace) {
        Duration asked = failure.retryAfter();
        if (asked == null || !(failure.kind() == RemoteFailure.Kind.BUSY || failure.ofSystem())) {
            return pace;
        }
        // Orders that wait for a system are many and take turns. A shop has one loop.
        return failure.ofSystem() && pace.compareTo(asked) < 0 ? pace : asked;
    }
}
