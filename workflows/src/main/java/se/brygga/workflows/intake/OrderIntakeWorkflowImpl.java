package se.brygga.workflows.intake;

import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.ShopRef;

/** Scan, wait, again. Where the last complete scan stopped lies in the database, so this loop holds nothing to lose. */
public final class OrderIntakeWorkflowImpl implements OrderIntakeWorkflow {

    /** Each cycle is about 11 events: well below the size at which histories get slow to replay. */
    private static final int CYCLES_PER_RUN = 200;

    private boolean poked;

    @Override
    public void run(ShopRef shop, int idleCycles) {
        int idle = idleCycles;
        boolean firstEver = Workflow.getInfo().getContinuedExecutionRunId().isEmpty();
        for (int cycle = 0; cycle < CYCLES_PER_RUN && !Workflow.getInfo().isContinueAsNewSuggested(); cycle++) {
            poked = false;
            idle = scan(shop, firstEver && cycle == 0) ? 0 : idle + 1;
            Workflow.await(IntakePace.pauseAfter(idle, shop), () -> poked);
        }
        Workflow.continueAsNew(shop, idle);
    }

    @Override
    public void poke() {
        poked = true;
    }

    /** Whether anything was found. One failing cycle never ends the loop. */
    private static boolean scan(ShopRef shop, boolean sweep) {
        try {
            return Workflow.newActivityStub(
                                    IntakeActivities.class,
                                    CallProfiles.shopScan(shop.tenant(), "look for new and changed orders"))
                            .scanShop(shop, sweep)
                            .found()
                    > 0;
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure) {
                throw failure;
            }
            return false;
        }
    }
}
