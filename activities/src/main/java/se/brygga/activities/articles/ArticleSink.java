package se.brygga.activities.articles;

import java.time.Instant;
import java.util.List;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.TenantSetup;

/** What a feature keeps of Specter's articles. */
public interface ArticleSink {

    /**
     * Keeps what these rows say, in the transaction of their batch. The same rows may come again.
     *
     * @param openedAt since when the batch was open: what the rows say may be as old as that
     */
    void take(TenantSetup setup, List<ArticleChange> rows, Instant openedAt);

    /**
     * All that Specter had to tell of articles was taken.
     *
     * @param began when it was asked: it had nothing older to tell
     */
    default void emptied(TenantSetup setup, Instant began) {}
}
