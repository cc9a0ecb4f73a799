package se.brygga.workflows.products;

import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.Polling;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.InitialActivities.Next;

/** Advances the sync by an activity whose retries are the looks, and waits for a poke where a person has to speak. */
public final class InitialSyncWorkflowImpl implements InitialSyncWorkflow {

    /** As in {@link ProductSyncWorkflowImpl}: only pokes and defects end an activity before its work is done. */
    private static final int ACTIVITIES_PER_RUN = 50;

    private final Polling polling = new Polling();

    @Override
    public void run(ShopRef shop) {
        Workflow.setCurrentDetails(
                "The initial sync of **" + shop + "**.\n\nIts plan and progress: `brygga initial show " + shop + "`.");
        for (int i = 0; i < ACTIVITIES_PER_RUN && !Workflow.getInfo().isContinueAsNewSuggested(); i++) {
            Optional<Next> next = polling.next(begin -> {
                InitialActivities activities = Workflow.newActivityStub(
                        InitialActivities.class, CallProfiles.initialSync(shop.tenant(), "advance the initial sync"));
                return Async.function(activities::advance, shop);
            });
            if (next.isPresent() && next.get() == Next.ENDS) {
                return;
            }
            if (next.isPresent()) {
                polling.awaitPoke();
            }
        }
        Workflow.continueAsNew(shop);
    }

    @Override
    public void poke() {
        polling.poke();
    }
}
