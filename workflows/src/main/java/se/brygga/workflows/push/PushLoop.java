package se.brygga.workflows.push;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.FeedLoop;
import se.brygga.workflows.push.PushActivities.Pushed;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.UpdateRefused;

/**
 * The part of the loops whose changes go to shops. Polls, and pushes differences to each shop while polling goes on. At
 * night the whole shop is compared. For workflow code only.
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
    protected final void woken() {
        pushes.wake();
    }

    /** Polls and pushes until the run ends and begins anew. */
    final void pollAndPush() {
        while (goesOn()) {
            nextPoll().ifPresent(pushes::follow);
        }
        pushes.end();
        beginAnew();
    }

    /**
     * Checks a request for a comparison, which may be anything when it is typed in the Temporal UI.
     *
     * @throws IllegalArgumentException the request names no shop of this tenant
     */
    public final void validateComparison(@Nullable ShopRef shop) {
        if (shop == null || !shop.tenant().equals(tenant)) {
            throw UpdateRefused.byValidator(Reason.SHOP_OF_TENANT.of(tenant));
        }
    }

    public final void compare(ShopRef shop) {
        pushes.compare(shop);
    }
}
