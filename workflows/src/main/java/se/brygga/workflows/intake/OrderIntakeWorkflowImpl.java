package se.brygga.workflows.intake;

import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.Polling;
import se.brygga.workflows.Polling.Begin;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.intake.IntakeActivities.Look;
import se.brygga.workflows.intake.IntakeActivities.Looked;

/**
 * Looks into the shop, one look after the other, by an activity whose retries are the looks. The database holds where
 * the last complete look stopped. So each run begins as if the engine had lost its memory.
 */
public final class OrderIntakeWorkflowImpl implements OrderIntakeWorkflow {

    /** Only pokes and defects end an activity; each is about 15 events. A short history is replayed in a moment when a worker starts. */
    private static final int ACTIVITIES_PER_RUN = 50;

    private final Polling polling = new Polling();
    private boolean swept;
    private boolean asked;

    @Override
    public void run(ShopRef shop) {
        Workflow.setCurrentDetails("Looks for new and changed orders of **" + shop
                + "**\n\nThe pending activity's retries are the looks; its last failure says what the last one found.");
        for (int i = 0; i < ACTIVITIES_PER_RUN && !Workflow.getInfo().isContinueAsNewSuggested(); i++) {
            look(shop);
        }
        Workflow.continueAsNew(shop);
    }

    @Override
    public void poke() {
        polling.poke();
    }

    private void look(ShopRef shop) {
        String summary = "look for new and changed orders";
        Optional<Looked> looked = polling.next(begin -> {
            asked = begin == Begin.ASKED_FOR;
            Look look = lookFor(begin);
            IntakeActivities activities = Workflow.newActivityStub(
                    IntakeActivities.class,
                    asked
                            ? CallProfiles.shopLookAskedFor(shop.tenant(), summary)
                            : CallProfiles.shopLook(shop.tenant(), summary));
            return Async.function(activities::lookThrough, shop, look);
        });
        swept |= looked.isPresent() && !asked;
    }

    private Look lookFor(Begin begin) {
        if (begin == Begin.ASKED_FOR) {
            return Look.AT_ONCE;
        }
        if (!swept) {
            return Look.AFRESH;
        }
        return begin.atOnce() ? Look.AT_ONCE : Look.PACED;
    }
}
