package se.brygga.activities.products.initial;

import java.util.function.Consumer;
import se.brygga.activities.articles.ArticleBooks;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.specter.LookBook;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.InitialActivities;

/** The initial syncs of all shops. The front door of this package. */
public final class InitialSyncs {

    /** What the sync of products and the feed have read of both systems. */
    public record Systems(ProductBook products, LookBook looks, ArticleBooks articles, ArticleMasters masters) {}

    /** Wakes a loop, so that it does now what is asked of it. A lost poke costs time only. */
    public record Pokes(Consumer<ShopRef> products, Consumer<String> prices) {}

    private final InitialActivities activities;

    public InitialSyncs(Database database, SetupStore setups, Systems systems, Pokes pokes) {
        this.activities = new InitialActivitiesImpl(
                new InitialActivitiesImpl.Books(
                        setups, new InitialBook(database), new InitialLineBook(database), database.transactions()),
                new SpecterSides(systems, pokes));
    }

    /** The activities that make a plan and follow its run. */
    public InitialActivities activities() {
        return activities;
    }
}
