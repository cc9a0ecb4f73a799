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

/** Specter's articles. The way in to this package for whoever puts an app together, and for the books of stock. */
public final class ArticleBooks {

    private final Database database;
    private final ArticleKeeper keeper;
    private final ArticleBook book;

    public ArticleBooks(Database database, NoticeBook notices) {
        this.database = database;
        this.keeper = new ArticleKeeper(database.jdbc(), notices, database.time());
        this.book = new ArticleBook(database.jdbc(), notices, keeper, database.time());
    }

    /** Which articles there are, and which of them go to no shop. */
    public ArticleBook book() {
        return book;
    }

    /** The one reader of Specter's journal of articles. */
    public ArticleJournal journal(SpecterClients specter, BatchPuller puller, List<ArticleSink> sinks) {
        return new ArticleJournal(specter, puller, sinks, database.transactions(), database.time());
    }

    /**
     * Takes note of what the journal of stock tells. Joins a transaction.
     *
     * @param openedAt since when the batch was open: what it tells may be as old as that
     */
    public void stock(String tenant, List<StockChange> changes, Instant openedAt) {
        keeper.stock(tenant, changes, openedAt);
    }

    /**
     * Takes note of what the journal of articles tells. Joins a transaction.
     *
     * @return whether something follows for what the shops sell
     */
    public boolean articles(String tenant, List<ArticleChange> changes, Instant openedAt) {
        return keeper.articles(tenant, changes, openedAt);
    }

    /**
     * The journal of articles was read to its end. Joins a transaction.
     *
     * @param began when its reading began
     * @return whether something follows for what the shops sell
     */
    public boolean emptied(String tenant, Instant began) {
        return keeper.emptied(tenant, began);
    }
}
