package se.brygga.workflows.products;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import se.brygga.workflows.ShopRef;

/**
 * Makes the plan of a shop's initial sync, and carries it out when a person says so. Where the sync stands is in the
 * database. So a person's word is written there, and a poke makes the workflow look.
 */
@WorkflowInterface
public interface InitialSyncWorkflow {

    /** The workflow type. It never changes, because open histories carry it. */
    String TYPE = "InitialSync";

    @WorkflowMethod(name = TYPE)
    void run(ShopRef shop);

    /** Says that a person has changed where the sync stands. */
    @SignalMethod(name = "poke")
    void poke();

    /** The workflow's id: {@code initial/{tenant}/{shop}}. */
    static String idOf(ShopRef shop) {
        return "initial/" + shop;
    }
}
