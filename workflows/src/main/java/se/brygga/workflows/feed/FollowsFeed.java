package se.brygga.workflows.feed;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import org.jspecify.annotations.Nullable;

/** The signals and Updates of every loop. */
public interface FollowsFeed {

    /** Ends the wait and asks for one poll now. */
    @SignalMethod(name = "poke")
    void poke();

    /**
     * Pauses or resumes the loop, or changes its interval. The Update id must be {@link Steering#id()}, so that a
     * steering sent twice counts once.
     */
    @UpdateMethod(name = "steer")
    void steer(Steering steering);

    @UpdateValidatorMethod(updateName = "steer")
    void validateSteering(@Nullable Steering steering);
}
