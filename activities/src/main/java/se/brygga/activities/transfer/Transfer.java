package se.brygga.activities.transfer;

import se.brygga.activities.articles.ArticleBook;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.activities.attention.AuditBook;
import se.brygga.activities.change.ChangeBook;
import se.brygga.activities.change.OrderComparison;
import se.brygga.activities.crypto.BlindIndex;
import se.brygga.activities.crypto.Vault;
import se.brygga.activities.customers.CustomerCards;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderBook;
import se.brygga.activities.setup.kept.SetupStore;
import se.brygga.activities.sql.Database;
import se.brygga.activities.status.CallbackBook;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.WebShops;
import se.brygga.workflows.transfer.BookkeepingActivities;
import se.brygga.workflows.transfer.ShopOrderActivities;
import se.brygga.workflows.transfer.SpecterOrderActivities;

/** Carries an order from its shop to Specter. The front door of this package. */
public final class Transfer {

    private final Database database;
    private final OrderBook orders;
    private final AttentionBook attention;
    private final SubmissionBook submissions;
    private final InvoiceBook invoices;
    private final CustomerCards cards;

    public Transfer(Database database, Vault vault, BlindIndex index, OrderBook orders, AttentionBook attention) {
        this.database = database;
        this.orders = orders;
        this.attention = attention;
        this.submissions = new SubmissionBook(database.jdbc(), database.transactions(), vault, orders, attention);
        this.invoices = new InvoiceBook(database.jdbc(), database.transactions(), orders);
        this.cards = new CustomerCards(database, index, orders);
    }

    /** The activities in the shop. */
    public ShopOrderActivities shopOrders(
            SetupStore setups,
            WebShops shops,
            ArticleBook articles,
            IntakeBook marks,
            SoldGoodsBook sold,
            OrderComparison comparison) {
        return new ShopOrderActivitiesImpl(
                setups,
                shops,
                orders,
                new OrderPreparation(orders, submissions, cards, articles, marks, sold),
                comparison,
                database.time());
    }

    /** The activities in Specter. */
    public SpecterOrderActivities specterOrders(SetupStore setups, SpecterClients specter, ArticleBook articles) {
        SpecterStep step = new SpecterStep(setups, specter, orders);
        return new SpecterOrderActivitiesImpl(
                step, new OrderSubmission(step, orders, submissions, cards, articles), invoices, cards, articles);
    }

    /** The activities in the books. */
    public BookkeepingActivities bookkeeping(ChangeBook changes) {
        return new BookkeepingActivitiesImpl(
                database.transactions(), orders, submissions, invoices, changes, attention);
    }

    /** Takes back decisions about orders. */
    public UndoBook undo(CallbackBook callbacks, AuditBook audit) {
        return new UndoBook(database.jdbc(), database.transactions(), orders, submissions, callbacks, audit);
    }

    SubmissionBook submissions() {
        return submissions;
    }

    CustomerCards cards() {
        return cards;
    }
}
