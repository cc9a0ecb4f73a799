package se.brygga.activities.products.master;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.articles.ArticleBook.Article;
import se.brygga.activities.articles.ArticleBook.Withheld;
import se.brygga.activities.articles.ArticleBooks;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.sql.Database;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.Sku;

/**
 * Specter's articles as the sync of products sees them. The front door of this package.
 *
 * @param book what Specter told last of each article
 * @param news the articles that a shop's sync must look at
 * @param articles which articles go to no shop
 */
public record ArticleMasters(ArticleMasterBook book, ArticleNewsBook news, ArticleBook articles) {

    public ArticleMasters(Database database) {
        this(
                new ArticleMasterBook(database.jdbc(), database.time()),
                new ArticleNewsBook(database.jdbc()),
                new ArticleBooks(database, new NoticeBook(database.jdbc(), database.time())).book());
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

    /**
     * A person says that what Specter has of an article is right, although an order had the article made. Joins a
     * transaction.
     */
    public void accepted(TenantSetup setup, String articleNo) {
        List<String> accepted = book.accepted(setup.tenant(), articleNo);
        if (goToShops(setup)) {
            setup.shopsWithProducts().forEach(shop -> news.mark(shop, accepted));
        }
    }

    private void keep(TenantSetup setup, List<ArticleChange> rows, List<RenumberListener> listeners) {
        Map<String, Article> known = articles.find(
                setup.tenant(), rows.stream().map(ArticleChange::articleNo).toList());
        // Nobody knows which of two articles with one number a row is about.
        ArticleMasterBook.News told = book.take(
                setup.tenant(),
                rows.stream()
                        .filter(row -> !isWithheld(known, Sku.key(row.articleNo()), Withheld.SPELLED_TWICE))
                        .toList(),
                known.keySet().stream()
                        .filter(sku -> isWithheld(known, sku, Withheld.MADE_BY_ORDER))
                        .collect(Collectors.toSet()));
        if (!told.renumbered().isEmpty()) {
            listeners.forEach(listener -> listener.renumbered(setup.tenant(), told.renumbered()));
        }
        if (goToShops(setup)) {
            setup.shopsWithProducts().forEach(shop -> news.mark(shop, told.changed()));
        }
    }

    private static boolean isWithheld(Map<String, Article> known, String sku, Withheld why) {
        Article article = known.get(sku);
        return article != null && article.withheld() == why;
    }

    private static boolean goToShops(TenantSetup setup) {
        return setup.flow().products() == Direction.TO_SHOP
                && !setup.shopsWithProducts().isEmpty();
    }
}
