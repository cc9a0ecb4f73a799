package se.brygga.activities.products.specter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.prices.OwnPriceBook;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.products.ProductActivities.Synced;

/** A shop on paper, the real books, and a Specter on paper. */
final class ProductScene {

    static final ShopRef SHOP = SampleSetup.SHOP;

    final MovableTime time = new MovableTime("2026-11-02T10:00:00Z");
    final Books books = new Books(time);
    final PaperSpecter specter = new PaperSpecter();
    final PaperShop shop = new PaperShop();
    final ProductBook products = new ProductBook(books.database);
    final LookBook looks = new LookBook(books.database);
    final ArticleMasters masters = new ArticleMasters(books.database);
    private final ToldArticles told =
            new ToldArticles(masters, new OwnPriceBook(books.database.jdbc()), books.articleFlow);
    boolean sameCurrency = true;
    boolean structures;
    ProductSetup setup = SampleSetup.products(Direction.TO_SPECTER);

    ProductScene() {
        InitialBook initial = new InitialBook(books.database);
        initial.begun(SHOP, Direction.TO_SPECTER);
        initial.begun(new ShopRef(SHOP.tenant(), "kajak-no"), Direction.TO_SPECTER);
    }

    Synced look() {
        return look(SHOP, shop);
    }

    Synced look(ShopRef ref, PaperShop paper) {
        TenantSetup tenant = SampleSetup.withProducts(setup);
        List<ShopSetup> shops = new ArrayList<>(tenant.shops());
        ShopSetup one = shops.getFirst();
        shops.add(new ShopSetup("kajak-no", 2, "N", one.starweb(), one.orders(), null, null, null, one.products()));
        tenant = tenant.with(shops);
        ArticleWriter writer = new ArticleWriter(specter, ref, products, books.articles, books.database.transactions());
        ProductLook.Books of =
                new ProductLook.Books(products, looks, books.articles, told, books.database.transactions());
        return new ProductLook(
                        new ProductLook.Whose(tenant, ref, setup),
                        of,
                        new ShopReading(
                                paper,
                                paper,
                                setup.name(),
                                books.sold.unbooked(ref),
                                () -> sameCurrency,
                                structures ? ref.shop() : null),
                        new Renumbering(ref, paper, new RenumberBook(books.database), of),
                        writer,
                        time)
                .look(paper, Duration.ofMinutes(8), () -> true);
    }

    /** The next night has come. */
    Synced sweep() {
        time.advance(Duration.ofDays(1));
        return look();
    }

    void heardOf(long product) {
        looks.heard(SHOP, product);
    }

    ProductRow row(String sku) {
        return products.find(SHOP, sku).orElseThrow();
    }

    /** Specter's journal tells of articles. */
    void told(ArticleChange... rows) {
        books.transactions.executeWithoutResult(tx -> {
            masters.sink(List.of(), poked -> {}).take(SampleSetup.withProducts(setup), List.of(rows), time.instant());
            books.prices.articles(SHOP.tenant(), List.of(rows));
        });
    }

    /** Specter has told of all its articles. */
    void toldAll() {
        books.jdbc
                .sql("insert into article_full_read (tenant, asked_at, done_at) values (:tenant, now(), now())")
                .param("tenant", SHOP.tenant())
                .update();
    }

    /** Where each variant stands, and why. */
    List<String> waiting() {
        return products.list(SHOP, ProductRow.State.WAITING, false, 1000).stream()
                .map(row -> row.seen().spelled() + " " + row.standing().cause())
                .sorted()
                .collect(Collectors.toList());
    }
}
