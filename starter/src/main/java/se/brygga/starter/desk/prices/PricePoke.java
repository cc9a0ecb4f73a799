package se.brygga.starter.desk.prices;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import org.springframework.stereotype.Component;
import se.brygga.workflows.feed.Feed;

/** Lets a tenant's loop of prices look at once. What is in the books is pushed also when the call is lost. */
@Component
record PricePoke(WorkflowClient temporal) {

    void poke(String tenant) {
        try {
            temporal.newUntypedWorkflowStub(Feed.PRICES.workflowId(tenant)).signal("poke");
        } catch (WorkflowNotFoundException notRunning) {
            // It looks by itself when it begins: what it must look at stands in the books.
        }
    }
}
