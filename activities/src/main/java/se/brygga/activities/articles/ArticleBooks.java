package se.brygga.activities.articles;

import java.time.Instant;
import java.util.List;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.feed.BatchPuller;
import se.brygga.activities.sql.Database;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.StockChange;

/** The front door of Specter's articles, for the apps and for the books of stock. */
public final class ArticleBooks {

    private final Database database;
    private final ArticleKeeper keeper;
    private final ArticleBook book;
    private final FullReadBook fullReads;

    public ArticleBooks(Database database, NoticeBook notices) {
        this.database = database;
        this.fullReads = new FullReadBook(database.jdbc(), database.time());
        this.keeper = new ArticleKeeper(database.jdbc(), notices, database.time());
        this.book = new ArticleBook(database.jdbc(), notices, keeper, database.time());
    }

    /** Which articles there are, and which of them go to no shop. */
    public ArticleBook book() {
        return book;
    }

    /** The one reader of Specter's journal of articles. */
    public ArticleJournal journal(SpecterClients specter, BatchPuller puller, List<ArticleSink> sinks) {
        return new ArticleJournal(specter, puller, sinks, database.transactions(), database.time(), fullReads);
    }

    /** Asks for a reading of all articles of a tenant. The reader of the journal follows, where Specter can do that. */
    public void askForAll(String tenant) {
        fullReads.ask(tenant);
    }

    /** Whether all articles of a tenant were read, in a reading that began after this time. */
    public boolean allReadSince(String tenant, Instant since) {
        return fullReads.doneSince(tenant, since);
    }

    /**
     * Stores what the journal of stock tells of articles. Joins a transaction. Idempotent.
     *
     * @param openedAt since when the batch was open; its rows may be as old as that
     */
    public void stock(String tenant, List<StockChange> changes, Instant openedAt) {
        keeper.stock(tenant, changes, openedAt);
    }

    /**
     * Stores what the journal of articles tells. Joins a transaction. Idempotent.
     *
     * @param openedAt since when the batch was open; its rows may be as old as that
     * @return whether the shops' stock may have changed
     */
    public boolean articles(String tenant, List<ArticleChange> changes, Instant openedAt) {
        return keeper.articles(tenant, changes, openedAt);
    }

    /**
     * Notes that the journal of articles was read to its end. Joins a transaction.
     *
     * @param began when the reading began
     * @return whether the shops' stock may have changed
     */
    public boolean emptied(String tenant, Instant began) {
        return keeper.emptied(tenant, began);
    }
}
