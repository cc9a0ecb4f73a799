package se.brygga.workflows.products;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import se.brygga.workflows.ShopRef;

/** Keeps one shop's products and Specter's articles equal, without end. By the tenant's flow, one of the two is master. */
@WorkflowInterface
public interface ProductSyncWorkflow {

    /** The workflow type. It never changes, because open histories carry it. */
    String TYPE = "ProductSync";

    @WorkflowMethod(name = TYPE)
    void run(ShopRef shop);

    /** Ends the wait and asks for one look now. */
    @SignalMethod(name = "poke")
    void poke();

    /** The workflow's id: {@code products/{tenant}/{shop}}. */
    static String idOf(ShopRef shop) {
        return "products/" + shop;
    }
}
