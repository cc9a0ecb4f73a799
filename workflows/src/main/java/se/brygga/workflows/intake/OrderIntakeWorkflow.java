package se.brygga.workflows.intake;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import se.brygga.workflows.ShopRef;

/** Looks through one shop's orders for those that no web hook told us about, for ever. */
@WorkflowInterface
public interface OrderIntakeWorkflow {

    /** Never changes: open histories carry it. */
    String TYPE = "OrderIntake";

    @WorkflowMethod(name = TYPE)
    void run(ShopRef shop);

    /** Look now. */
    @SignalMethod(name = "poke")
    void poke();

    /** {@code intake/{tenant}/{shop}}. */
    static String idOf(ShopRef shop) {
        return "intake/" + shop;
    }
}
