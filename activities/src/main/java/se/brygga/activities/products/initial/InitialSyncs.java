package se.brygga.activities.products.initial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import se.brygga.activities.articles.ArticleBooks;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.products.master.ArticleMaster;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.shop.SpecterToShop;
import se.brygga.activities.products.specter.LookBook;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.setup.TenantSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.InitialActivities;

/** The initial syncs of all shops. The front door of this package. */
public final class InitialSyncs {

    /** What the sync of products and the feed have read of both systems. */
    public record Systems(
            ProductBook products, LookBook looks, ArticleBooks articles, ArticleMasters masters, SpecterToShop toShop) {

        private static final int PAGE = 1000;

        /** Whether Specter tells of all its articles when it is asked for them. */
        static boolean tellsAll(TenantSetup setup) {
            return setup.specter().assumedAdapter();
        }

        /** Whether Specter has told of all its articles since then, as far as it does. Asks for them where it has not. */
        boolean specterIsRead(TenantSetup setup, Instant since, Pokes pokes) {
            if (!tellsAll(setup) || articles.allReadSince(setup.tenant(), since)) {
                return true;
            }
            articles.askForAll(setup.tenant());
            pokes.prices().accept(setup.tenant());
            return false;
        }

        /** The articles that Specter has. */
        List<ArticleMaster> articles(String tenant) {
            List<ArticleMaster> all = new ArrayList<>();
            String last = "";
            List<ArticleMaster> page;
            do {
                page = masters.book().page(tenant, last, PAGE);
                page.stream().filter(article -> !article.deleted()).forEach(all::add);
                last = page.isEmpty() ? last : page.getLast().sku();
            } while (page.size() == PAGE);
            return all;
        }
    }

    /** Wakes a loop, so that it does now what is asked of it. A lost poke costs time only. */
    public record Pokes(Consumer<ShopRef> products, Consumer<String> prices) {}

    private final InitialActivities activities;

    public InitialSyncs(Database database, SetupStore setups, Systems systems, Pokes pokes) {
        this.activities = new InitialActivitiesImpl(
                new InitialActivitiesImpl.Books(
                        setups,
                        new InitialBook(database),
                        new InitialLineBook(database),
                        new NoticeBook(database.jdbc(), database.time()),
                        database.transactions()),
                direction -> switch (direction) {
                    case TO_SPECTER -> new SpecterSides(systems, pokes);
                    case TO_SHOP -> new ShopSides(systems, pokes);
                });
    }

    /** The activities that make a plan and follow its run. */
    public InitialActivities activities() {
        return activities;
    }
}
