package se.brygga.activities.articles;

import java.util.List;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.TenantSetup;

/** What a feature keeps of Specter's articles. */
@FunctionalInterface
public interface ArticleSink {

    /** Keeps what these rows say, in the transaction of their batch. The same rows may come again. */
    void take(TenantSetup setup, List<ArticleChange> rows);
}
