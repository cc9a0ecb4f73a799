package se.brygga.starter.desk.products;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import org.springframework.stereotype.Component;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductSyncWorkflow;

/** Makes a shop's sync of products look at once. If the call is lost, the sync still finds the marks in the books. */
@Component
record ProductPoke(WorkflowClient temporal) {

    void poke(ShopRef shop) {
        try {
            temporal.newUntypedWorkflowStub(ProductSyncWorkflow.idOf(shop)).signal("poke");
        } catch (WorkflowNotFoundException notRunning) {
            // The loop does not run. It looks by itself when it begins.
        }
    }
}
