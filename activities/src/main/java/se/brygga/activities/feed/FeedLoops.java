package se.brygga.activities.feed;

import java.util.List;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ComparisonBook;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.workflows.feed.FeedActivities;

/** The loops that poll Specter's journals. The front door of this package. */
public final class FeedLoops {

    private final Database database;
    private final NoticeBook notices;
    private final FeedBook book;
    private final LoopBook looks;

    public FeedLoops(Database database, NoticeBook notices) {
        this.database = database;
        this.notices = notices;
        this.book = new FeedBook(database.jdbc(), database.time());
        this.looks = new LoopBook(database.jdbc(), database.time());
    }

    /** How far each journal is read. */
    public FeedBook book() {
        return book;
    }

    /** The time at which each loop looks next, loops of the intake included. */
    public LoopBook looks() {
        return looks;
    }

    /** The lists of loops for people. */
    public FeedLists lists() {
        return new FeedLists(database.jdbc());
    }

    /** Reads a journal batch by batch, for the followers. */
    public BatchPuller puller() {
        return new BatchPuller(book, notices, database.transactions(), database.time());
    }

    /** The polls of all loops. */
    public FeedActivities activities(
            SetupStore setups, ComparisonBook comparisons, DirtyBook dirty, List<Follower> followers) {
        return new WatchedFeeds(
                new FeedActivitiesImpl(
                        setups,
                        book,
                        notices,
                        new FeedActivitiesImpl.ForShops(dirty, comparisons),
                        database.time(),
                        followers),
                looks);
    }
}
