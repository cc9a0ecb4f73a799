package se.brygga.activities.stock.books;

import java.time.Instant;
import java.util.List;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.TenantSetup;

/** What stock keeps of Specter's articles: which a shop must not go on selling, and the parts of kits. */
final class StockKeeper implements ArticleSink {

    private final StockBook stock;

    StockKeeper(StockBook stock) {
        this.stock = stock;
    }

    @Override
    public void take(TenantSetup setup, List<ArticleChange> rows, Instant openedAt) {
        stock.articles(setup.tenant(), rows, openedAt);
        // Without the assumed adapter the journal tells nothing of kits. So missing rows do not mean that there are no
        // parts.
        if (setup.specter().assumedAdapter()) {
            rows.forEach(row -> stock.structure(setup.tenant(), row));
        }
    }

    @Override
    public void emptied(TenantSetup setup, Instant began) {
        stock.articlesEmptied(setup.tenant(), began);
    }
}
