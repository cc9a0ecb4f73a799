package se.brygga.activities.push;

import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.push.PushActivities;

/** Pushes and comparisons of all shops. The front door of this package. */
public final class ShopPushes {

    private final NoticeBook notices;
    private final ComparisonBook comparisons;
    private final DirtyBook dirty;
    private final SleepBook sleeps;

    public ShopPushes(Database database, NoticeBook notices, ComparisonBook comparisons, DirtyBook dirty) {
        this.notices = notices;
        this.comparisons = comparisons;
        this.dirty = dirty;
        this.sleeps = new SleepBook(database.jdbc(), database.time());
    }

    /**
     * Reads what was sold in the shop and is not known yet. Called before stock is written, so that it is subtracted.
     */
    @FunctionalInterface
    public interface Orders {
        void lookFor(ShopRef shop);
    }

    /** The shops to which nothing is written at present. */
    public SleepBook sleeps() {
        return sleeps;
    }

    /** The activities for a shop that may differ from what Specter says. */
    public PushActivities activities(SetupStore setups, Orders orders, ShopPush stock, ShopPush prices) {
        return new PushActivitiesImpl(
                setups, new PushActivitiesImpl.Books(notices, comparisons, dirty, sleeps), orders, stock, prices);
    }
}
