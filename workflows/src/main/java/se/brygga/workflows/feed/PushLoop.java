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
        this.pushes = new Pushes(new Pushes.Calls(feed.key(), push, compare), this::tellOfPushes);
    }

    private void tellOfPushes(String waiting) {
        tell(waiting.isEmpty() ? "" : "\n\nNot written at present:\n" + waiting);
    }

    @Override
    final void woken() {
        pushes.wake();
    }

    /** Ends with the run, which begins anew. */
    final void pollAndPush() {
        while (goesOn()) {
            awaitNews().ifPresent(pushes::follow);
        }
        pushes.end();
        beginAnew();
    }

    public final void compare(ShopRef shop) {
        pushes.compare(shop);
    }
}
