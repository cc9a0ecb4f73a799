package se.brygga.workflows.products;

import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.Polling;
import se.brygga.workflows.Polling.Begin;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductActivities.Look;
import se.brygga.workflows.products.ProductActivities.Synced;

/**
 * Makes one look after the other, by an activity whose retries are the looks. The database holds what was read and
 * written. So each run begins as if the engine had lost its memory.
 */
public final class ProductSyncWorkflowImpl implements ProductSyncWorkflow {

    /** As in the intake: only pokes and defects end an activity. A short history is replayed in a moment. */
    private static final int ACTIVITIES_PER_RUN = 50;

    private final Polling polling = new Polling();
    private boolean looked;

    @Override
    public void run(ShopRef shop) {
        Workflow.setCurrentDetails("Keeps the products of **" + shop
                + "** and Specter's articles equal.\n\nThe pending activity's retries are the looks; its last failure says"
                + " what the last one did.");
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
        String summary = "keep products and articles equal";
        Optional<Synced> synced = polling.next(begin -> {
            boolean asked = begin == Begin.ASKED_FOR;
            ProductActivities activities = Workflow.newActivityStub(
                    ProductActivities.class,
                    asked
                            ? CallProfiles.productLookAskedFor(shop.tenant(), summary)
                            : CallProfiles.productLook(shop.tenant(), summary));
            return Async.function(activities::sync, shop, lookFor(begin));
        });
        looked |= synced.isPresent();
    }

    private Look lookFor(Begin begin) {
        if (begin == Begin.ASKED_FOR) {
            return Look.AT_ONCE;
        }
        if (!looked) {
            return Look.AFRESH;
        }
        return begin.atOnce() ? Look.AT_ONCE : Look.PACED;
    }
}
