package se.brygga.workflows.stage;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import se.brygga.workflows.FailureTypes;

/** The failures that activities throw. */
public final class Trouble {

    private Trouble() {}

    public static ApplicationFailure notSent() {
        return of(FailureTypes.NOT_SENT);
    }

    public static ApplicationFailure outcomeUnknown() {
        return of(FailureTypes.OUTCOME_UNKNOWN);
    }

    public static ApplicationFailure ourFault() {
        return of(FailureTypes.OUR_FAULT);
    }

    public static ApplicationFailure busy(Duration wait) {
        return ApplicationFailure.newBuilder()
                .setType(FailureTypes.BUSY)
                .setMessage("scripted")
                .setNextRetryDelay(wait)
                .build();
    }

    private static ApplicationFailure of(String type) {
        return ApplicationFailure.newFailure("scripted", type);
    }
}
