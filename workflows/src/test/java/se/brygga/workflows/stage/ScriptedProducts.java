package se.brygga.workflows.stage;

import io.temporal.activity.Activity;
import java.util.Locale;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductActivities;

/** Looks of the sync of products that find nothing, each {@link ScriptedFeed#INTERVAL}, until told otherwise. */
public final class ScriptedProducts implements ProductActivities {

    public static final Synced NOTHING = new Synced(0, 0, 0);

    public final Script<Synced> sync;

    ScriptedProducts(Calls calls) {
        sync = new Script<>(calls, NOTHING);
    }

    @Override
    public Synced sync(ShopRef shop, Look why) {
        boolean paced = why == Look.PACED;
        if (paced && Activity.getExecutionContext().getInfo().getAttempt() <= 1) {
            throw ScriptedFeed.nothingNew();
        }
        Synced synced = sync.play("sync " + why.name().toLowerCase(Locale.ROOT));
        if (paced) {
            throw ScriptedFeed.nothingNew();
        }
        return synced;
    }
}
