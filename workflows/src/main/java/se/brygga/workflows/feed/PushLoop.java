package se.brygga.workflows.feed;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.PushActivities.Pushed;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.UpdateRefused;

/**
 * The part that loops share whose news go to shops: poll, and push what differs to each shop, while polling goes on; at night
 * compare with the whole shop. For workflow code only.
 */
abstract class PushLoop extends FeedLoop {

    private final String tenant;
    private final Pushes pushes;

    PushLoop(
            Feed feed,
            String tenant,
            BiFunction<PushActivities, ShopRef, Pushed> push,
            BiFunction<PushActivities, ShopRef, Pushed> compare) {
        super(feed, tenant);
        this.tenant = tenant;
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
            nextPoll().ifPresent(pushes::follow);
        }
        pushes.end();
        beginAnew();
    }

    /** @throws IllegalArgumentException it is no shop of this tenant; typed in the Temporal UI it may be anything */
    public final void validateComparison(@Nullable ShopRef shop) {
        if (shop == null || !shop.tenant().equals(tenant)) {
            throw UpdateRefused.byValidator(Reason.SHOP_OF_TENANT.of(tenant));
        }
    }

    public final void compare(ShopRef shop) {
        pushes.compare(shop);
    }
}
