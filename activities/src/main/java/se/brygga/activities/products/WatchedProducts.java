package se.brygga.activities.products;

import java.time.Duration;
import se.brygga.activities.feed.LoopBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductActivities;
import se.brygga.workflows.products.ProductSyncWorkflow;

/** Notes when the sync looks next, so that the books show without Temporal that it does not run. */
final class WatchedProducts implements ProductActivities {

    /** The time that the engine gives a look. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(15);

    private final ProductActivities looks;
    private final LoopBook loops;

    WatchedProducts(ProductActivities looks, LoopBook loops) {
        this.looks = looks;
        this.loops = loops;
    }

    @Override
    public Synced sync(ShopRef shop, Look why) {
        return loops.watched(ProductSyncWorkflow.idOf(shop), ONE_LOOK, () -> looks.sync(shop, why));
    }
}
