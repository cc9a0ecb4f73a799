package se.brygga.workflows;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;

/** What a step's failure is called where its message must not go. For workflow code only. */
public final class StepFailure {

    private StepFailure() {}

    /**
     * The failure's type.
     *
     * @throws ActivityFailure this one again, if it only says that the workflow was cancelled
     */
    public static String typeOf(ActivityFailure failure) {
        return switch (failure.getCause()) {
            case CanceledFailure _ -> throw failure;
            case ApplicationFailure application -> application.getType();
            case null, default -> failure.getClass().getSimpleName();
        };
    }
}
