package se.brygga.starter.desk.prices;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import org.springframework.stereotype.Component;
import se.brygga.workflows.feed.Feed;

/** Makes a tenant's price loop look at once. If the call is lost, the loop still pushes what is in the books. */
@Component
record PricePoke(WorkflowClient temporal) {

    void poke(String tenant) {
        try {
            temporal.newUntypedWorkflowStub(Feed.PRICES.workflowId(tenant)).signal("poke");
        } catch (WorkflowNotFoundException notRunning) {
            // The loop does not run. It looks by itself when it begins, because the books hold what it must look at.
        }
    }
}
