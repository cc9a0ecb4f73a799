package se.brygga.workflows.feed;

import java.util.function.BiFunction;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.PushActivities.Pushed;

/**
 * The part that loops share whose news go to shops: poll, and push what differs to each shop, while polling goes on; at night
 * compare with the whole shop. For workflow code only.
 */
abstract class PushLoop extends FeedLoop {

    private final Pushes pushes;

    PushLoop(
            Feed feed,
            String tenant,
            BiFunction<PushActivities, ShopRef, Pushed> push,
            BiFunction<PushActivities, ShopRef, Pushed> compare) {
        super(feed, tenant);
        this.pushes = new Pushes(feed.key(), push, compare);
    }

    /** Ends with the run, which begins anew. */
    final void pollAndPush() {
        while (goesOn()) {
            awaitNews().ifPresent(pushes::follow);
        }
        pushes.end();
        beginAnew();
    }

    /** Blocks until the whole shop is compared. */
    public final void compare(ShopRef shop) {
        pushes.compareNow(shop);
    }
}
