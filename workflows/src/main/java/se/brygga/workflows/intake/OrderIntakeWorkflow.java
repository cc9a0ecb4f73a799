package se.brygga.workflows.intake;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import se.brygga.workflows.ShopRef;

/** Looks through one shop's orders, without end, for those that no web hook told of. */
@WorkflowInterface
public interface OrderIntakeWorkflow {

    /** The workflow type. It never changes, because open histories carry it. */
    String TYPE = "OrderIntake";

    @WorkflowMethod(name = TYPE)
    void run(ShopRef shop);

    /** Ends the wait and asks for one look now. */
    @SignalMethod(name = "poke")
    void poke();

    /** The workflow's id: {@code intake/{tenant}/{shop}}. */
    static String idOf(ShopRef shop) {
        return "intake/" + shop;
    }
}
