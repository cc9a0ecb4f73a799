package se.brygga.activities.products.master;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.sql.Database;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;

/**
 * Specter's articles as the sync of products sees them. The front door of this package.
 *
 * @param book what Specter told last of each article
 * @param news the articles that a shop's sync must look at
 */
public record ArticleMasters(ArticleMasterBook book, ArticleNewsBook news) {

    public ArticleMasters(Database database) {
        this(new ArticleMasterBook(database.jdbc(), database.time()), new ArticleNewsBook(database.jdbc()));
    }

    /** Takes note that articles have other numbers, in the transaction that stores the new numbers. */
    @FunctionalInterface
    public interface RenumberListener {

        /** @param skus key of the new number by key of the former one; two articles may have changed places */
        void renumbered(String tenant, Map<String, String> skus);
    }

    /**
     * Keeps what the journal of articles tells, of tenants that have a shop with products. Where products go to the
     * shop, the articles are marked, and the shop's sync is poked after the reading.
     *
     * @param poke lost pokes do no harm: the sync looks at its own pace too
     */
    public ArticleSink sink(List<RenumberListener> listeners, Consumer<ShopRef> poke) {
        return new ArticleSink() {
            @Override
            public void take(TenantSetup setup, List<ArticleChange> rows, Instant openedAt) {
                if (!setup.shopsWithProducts().isEmpty()) {
                    keep(setup, rows, listeners);
                }
            }

            @Override
            public void drained(TenantSetup setup) {
                if (goToShops(setup)) {
                    news.unpoked(setup.tenant()).forEach(poke);
                }
            }
        };
    }

    private void keep(TenantSetup setup, List<ArticleChange> rows, List<RenumberListener> listeners) {
        ArticleMasterBook.News told = book.take(setup.tenant(), rows);
        if (!told.renumbered().isEmpty()) {
            listeners.forEach(listener -> listener.renumbered(setup.tenant(), told.renumbered()));
        }
        if (goToShops(setup)) {
            setup.shopsWithProducts().forEach(shop -> news.mark(shop, told.changed()));
        }
    }

    private static boolean goToShops(TenantSetup setup) {
        return setup.flow().products() == Direction.TO_SHOP
                && !setup.shopsWithProducts().isEmpty();
    }
}
