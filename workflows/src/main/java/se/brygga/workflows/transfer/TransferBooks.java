package se.brygga.workflows.transfer;

import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.Question;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.attention.Recorded;

/** What the workflows of an order write in the books outside their steps. For workflow code only. */
final class TransferBooks {

    private final Question question;

    TransferBooks(Question question) {
        this.question = question;
    }

    Recorded record(Decision decision) {
        return activities("record the decision").recordDecision(question, decision);
    }

    /**
     * Parks the order: a step failed as no step foresaw, or failed for longer than a step is retried.
     *
     * @throws ActivityFailure the given failure, if it only says that the workflow was cancelled
     */
    Cause park(ActivityFailure failure) {
        String type = FailureTypes.of(failure);
        return activities("note the failure").parkOrder(question, Cause.INTERNAL_ERROR, type);
    }

    private BookkeepingActivities activities(String summary) {
        String tenant = question.order().shop().tenant();
        return Workflow.newActivityStub(BookkeepingActivities.class, CallProfiles.booking(tenant, summary));
    }
}
