package se.brygga.activities.products;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import se.brygga.activities.feed.LoopBook;
import se.brygga.workflows.Polling;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductActivities;
import se.brygga.workflows.products.ProductSyncWorkflow;

/** Notes when the sync looks next, so that the books show without Temporal that it does not run. */
final class WatchedProducts implements ProductActivities {

    /** The time that the engine gives a look. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(15);

    /** The workflow begins the next look at once. */
    private static final Duration NEXT_TASK = Duration.ofSeconds(30);

    private final ProductActivities looks;
    private final LoopBook loops;

    WatchedProducts(ProductActivities looks, LoopBook loops) {
        this.looks = looks;
        this.loops = loops;
    }

    @Override
    public Synced sync(ShopRef shop, Look why) {
        String loop = ProductSyncWorkflow.idOf(shop);
        loops.looks(loop, ONE_LOOK);
        try {
            Synced synced = looks.sync(shop, why);
            loops.looks(loop, NEXT_TASK);
            return synced;
        } catch (ApplicationFailure told) {
            Duration pause = told.getNextRetryDelay();
            loops.looks(loop, pause == null ? Polling.AFTER_DEFECT : pause);
            throw told;
        }
    }
}
