package se.brygga.workflows.feed;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import org.jspecify.annotations.Nullable;

/** What every loop understands. */
public interface FollowsFeed {

    /** Look now. */
    @SignalMethod(name = "poke")
    void poke();

    /** Pause, resume, another interval. The Update id must be {@link Steering#id()}. */
    @UpdateMethod(name = "steer")
    void steer(Steering steering);

    @UpdateValidatorMethod(updateName = "steer")
    void validateSteering(@Nullable Steering steering);
}
