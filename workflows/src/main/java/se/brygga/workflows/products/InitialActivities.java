package se.brygga.workflows.products;

import io.temporal.activity.ActivityInterface;
import se.brygga.workflows.ShopRef;

/** The steps of an initial sync. */
@ActivityInterface
public interface InitialActivities {

    /**
     * Does what the state of the initial sync asks for: makes the plan, or carries on with the run. Idempotent.
     *
     * <p>While a run is under way every attempt is one look at how far it is. An attempt that another one follows fails
     * with the time to the next, as in {@link ProductActivities#sync}. Failures have one of the types in {@code
     * FailureTypes}.
     */
    Next advance(ShopRef shop);

    /** What the workflow does next. */
    enum Next {
        /** A person has to say something first. */
        WAITS,
        /** The sync has ended, was stopped, or is not wanted any more. */
        ENDS
    }
}
