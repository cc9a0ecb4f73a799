package se.brygga.testbed.bench;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import se.brygga.workflows.CallProfiles;

/** As many activities as a transfer of an order makes, on as many queues, and nothing in them. */
@WorkflowInterface
public interface BareWorkflow {

    /** How many activities a transfer makes when Specter knows the customer and the articles: read, submit, mark. */
    int ACTIVITIES = 3;

    String PROCESS = "bare-process";
    String STARWEB = "bare-starweb";
    String SPECTER = "bare-specter";

    @WorkflowMethod
    void run(String tenant);

    /** Nothing, from Temporal's point of view. */
    @ActivityInterface
    interface Nothing {
        @ActivityMethod
        void doNothing();
    }

    /** The activity. */
    final class NothingImpl implements Nothing {
        @Override
        public void doNothing() {}
    }

    /** The workflow: the options of the activities are those of a transfer, but for queues of their own. */
    final class Impl implements BareWorkflow {

        @Override
        public void run(String tenant) {
            nothing(CallProfiles.shopCall(tenant, "read"), STARWEB).doNothing();
            nothing(CallProfiles.specterCall(tenant, "submit"), SPECTER).doNothing();
            nothing(CallProfiles.shopCall(tenant, "mark"), STARWEB).doNothing();
        }

        private static Nothing nothing(ActivityOptions profile, String queue) {
            ActivityOptions options =
                    ActivityOptions.newBuilder(profile).setTaskQueue(queue).build();
            return Workflow.newActivityStub(Nothing.class, options);
        }
    }
}
