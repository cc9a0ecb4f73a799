package se.brygga.activities.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.products.groups.ArticleGroup;
import se.brygga.activities.products.groups.ArticleGroups;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.shop.ShopLineBook;
import se.brygga.activities.products.shop.SpecterToShop;
import se.brygga.activities.products.specter.ProductBook;
import se.brygga.activities.products.specter.ProductRow;
import se.brygga.activities.products.specter.ShopToSpecter;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.clients.specter.Given;
import se.brygga.clients.specter.Places;
import se.brygga.clients.specter.SpecterClients;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.SpecterFeeds;
import se.brygga.clients.specter.feed.SpecterFeeds.FeedKind;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.workflows.ShopRef;

/** The way of a shop's products to Specter's simulator, and from there to a second shop. Each way has tenants of its own. */
final class RoundTrip {

    private final MovableTime time = new MovableTime("2026-11-24T08:00:00Z");
    private final Books books = new Books(time);
    private final SpecterSimulator simulator;
    private final SpecterClients specter = new SpecterClients(
            new CallContext(SpecterClients.httpClient(), new Places(), Outages.IGNORED, call -> {}, Clock.systemUTC()));
    private final ArticleMasters masters = new ArticleMasters(books.database);
    private final ArticleGroups groups = new ArticleGroups(books.database, masters);
    private final ArticleSink sink = masters.sink(List.of(groups), poked -> {});
    private final ProductBook products = new ProductBook(books.database);
    private final ShopLineBook lines = new ShopLineBook(books.database);
    private final InitialBook initial = new InitialBook(books.database);
    private final AtomicInteger batches = new AtomicInteger();
    private int ways;

    RoundTrip(SpecterSimulator simulator) {
        this.simulator = simulator;
        articles();
    }

    /** What the SKUs of the next way begin with. */
    String next() {
        ways++;
        return "R" + ways;
    }

    /** A shop without products. */
    ShopInMemory emptyShop() {
        ShopInMemory shop = new ShopInMemory();
        shop.client().catalogue().products(1).products().stream()
                .flatMap(product -> product.variants().stream())
                .forEach(variant -> shop.goods.delete(variant.sku()));
        return shop;
    }

    /** An empty shop, filled with what Specter has got from this one. */
    ShopInMemory throughSpecter(ShopInMemory first) {
        initial.begun(from(), Direction.TO_SPECTER);
        initial.begun(to(), Direction.TO_SHOP);
        new ShopToSpecter(books.database, books.articleFlow, books.sold, (ref, setup) -> first.client(), specter)
                .look(setup(from(), Direction.TO_SPECTER), from(), () -> true);
        books.transactions.executeWithoutResult(
                tx -> sink.take(setup(to(), Direction.TO_SHOP), articles(), time.instant()));
        books.transactions.executeWithoutResult(tx -> groups.of(to()).stream()
                .filter(group -> group.standing() == ArticleGroup.Standing.PROPOSED)
                .forEach(group -> groups.split(to(), group, List.of())));
        ShopInMemory second = emptyShop();
        fill(second);
        return second;
    }

    private void fill(ShopInMemory shop) {
        SpecterToShop toShop = new SpecterToShop(
                books.database,
                masters,
                groups,
                books.variants,
                new SpecterToShop.Outside(
                        (ref, setup) -> shop.client(),
                        (tenant, setup, url) -> {
                            throw new AssertionError("nobody has pictures");
                        },
                        (ref, setup, sku) -> true));
        do {
            time.advance(Duration.ofMinutes(5));
            toShop.look(setup(to(), Direction.TO_SHOP), to(), () -> true);
        } while (toShop.hasMore(to()));
    }

    /** What waits on the last way. */
    List<String> waiting() {
        return Stream.concat(
                        products.list(from(), ProductRow.State.WAITING, false, 99).stream()
                                .map(row -> row.seen().spelled() + " "
                                        + row.standing().cause() + " "
                                        + row.standing().detail().stored()),
                        lines.list(to(), ShopLineBook.State.WAITING, 99).stream()
                                .map(line -> line.articleNo() + " " + line.cause() + " "
                                        + line.detail().stored()))
                .toList();
    }

    private ShopRef from() {
        return new ShopRef("from" + ways, "shop-" + ways);
    }

    private ShopRef to() {
        return new ShopRef("to" + ways, "shop-" + ways);
    }

    private TenantSetup setup(ShopRef shop, Direction direction) {
        TenantSetup sample = direction == Direction.TO_SHOP
                ? SampleSetup.withProductsFromSpecter()
                : SampleSetup.withProducts(SampleSetup.products(direction));
        return new TenantSetup(
                shop.tenant(),
                sample.plan(),
                sample.flow(),
                Given.setup(simulator.uri()),
                List.of(called(shop.shop(), sample.shops().getFirst())),
                sample.feeds());
    }

    /** Each way has a shop with a key of its own, because main articles are named by it. */
    private static ShopSetup called(String key, ShopSetup sample) {
        return new ShopSetup(
                key,
                sample.webshopId(),
                sample.orderNoPrefix(),
                sample.starweb(),
                sample.orders(),
                sample.status(),
                sample.stock(),
                sample.prices(),
                sample.products());
    }

    /** What the journal of articles has. */
    private List<ArticleChange> articles() {
        SpecterFeeds feeds = specter.feeds("nordkajak", Given.setup(simulator.uri()));
        List<ArticleChange> all = new ArrayList<>();
        PullAnswer.Batch<ArticleChange> batch;
        do {
            String number = "ROUND-TRIP-" + batches.incrementAndGet();
            batch = (PullAnswer.Batch<ArticleChange>) feeds.pullArticles(number);
            assertThat(batch.unreadable()).isEmpty();
            all.addAll(batch.rows());
            feeds.ack(FeedKind.ARTICLES, number);
        } while (batch.more());
        return all;
    }
}
