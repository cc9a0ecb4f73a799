package se.brygga.activities.products.specter;

import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import se.brygga.activities.articles.ArticleBooks;
import se.brygga.activities.prices.OwnPriceBook;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.sql.Database;
import se.brygga.activities.stock.books.SoldGoodsBook;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.ShopPrices;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.WebShops;
import se.brygga.setup.products.Mode;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductActivities.Synced;

/** Carries a shop's products to Specter's articles. The front door of this package. */
public final class ShopToSpecter {

    /** Well below the time that an activity has, so that a look ends by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    private final Database database;
    private final ProductLook.Books books;
    private final SoldGoodsBook sold;
    private final WebShops shops;
    private final SpecterClients specter;

    public ShopToSpecter(
            Database database, ArticleBooks articles, SoldGoodsBook sold, WebShops shops, SpecterClients specter) {
        this.database = database;
        this.books = new ProductLook.Books(
                new ProductBook(database),
                new LookBook(database),
                articles.book(),
                new ToldArticles(new ArticleMasters(database), new OwnPriceBook(database.jdbc()), articles),
                database.transactions());
        this.sold = sold;
        this.shops = shops;
        this.specter = specter;
    }

    /**
     * Reads what has changed in the shop, and writes the articles that differ.
     *
     * @param goesOn asked before each call that writes; false ends the look
     * @throws RemoteFailure the shop or Specter does not answer; what was written before is in the books
     */
    public Synced look(TenantSetup setup, ShopRef shop, BooleanSupplier goesOn) {
        ShopSetup shopSetup = setup.shop(shop.shop());
        ProductSetup products = Objects.requireNonNull(shopSetup.products());
        WebShop webShop = shops.shop(shop, shopSetup);
        ShopReading reading = new ShopReading(
                webShop.catalogue(),
                webShop.lists(),
                products.name(),
                sold.unbooked(shop),
                () -> sameCurrency(webShop.prices(), shopSetup.articleCurrency()),
                setup.specter().assumedAdapter() && products.mode(ProductField.MAIN_ARTICLE) != Mode.OFF
                        ? shop.shop()
                        : null);
        ArticleWriter writer = new ArticleWriter(
                specter.forTenant(setup.tenant(), setup.specter()),
                shop,
                books.products(),
                books.articles(),
                books.transactions());
        ProductLook.Whose whose = new ProductLook.Whose(setup, shop, products);
        Renumbering renumbering = new Renumbering(shop, webShop.catalogue(), new RenumberBook(database), books);
        return new ProductLook(whose, books, reading, renumbering, writer, database.time())
                .look(webShop.catalogue(), LONGEST, goesOn);
    }

    /** Whether the master list has this currency. A list that names none is believed to have it, as the feed of prices does. */
    private static boolean sameCurrency(ShopPrices prices, String currency) {
        return prices.priceLists().stream()
                .filter(PriceList::master)
                .flatMap(list -> Stream.ofNullable(list.currencyCode()))
                .allMatch(code -> code.isEmpty() || code.equals(currency));
    }

    /** Whether products are still to be read or written, so that the next look should come soon. */
    public boolean hasMore(ShopRef shop) {
        return books.looks().waiting(shop) > 0 || hasPending(shop);
    }

    /** Whether articles are still to be written. */
    public boolean hasPending(ShopRef shop) {
        return !books.products().pending(shop, 1).isEmpty();
    }
}
