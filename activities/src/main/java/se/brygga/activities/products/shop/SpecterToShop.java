package se.brygga.activities.products.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.brygga.activities.goods.DirtyBook;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.prices.ShopPriceBook;
import se.brygga.activities.products.gate.ProductGateBook;
import se.brygga.activities.products.groups.ArticleGroup;
import se.brygga.activities.products.groups.ArticleGroups;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.activities.products.master.ArticleNewsBook.News;
import se.brygga.activities.products.shop.ShopLineBook.State;
import se.brygga.activities.products.shop.lists.Names;
import se.brygga.activities.products.shop.lists.Pictures;
import se.brygga.activities.products.specter.LookBook;
import se.brygga.activities.sql.Database;
import se.brygga.activities.stock.books.ShopStockBook;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.WebShop;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.specter.pictures.SpecterPictures;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.WebShops;
import se.brygga.setup.products.Direction;
import se.brygga.setup.products.ProductSetup;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.products.ProductActivities.Synced;

/** Carries Specter's articles to a shop's products. The front door of this package. */
public final class SpecterToShop {

    /** Well below the time that an activity has, so that a look ends by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    /** So many articles of one look. The next look comes at once when there are more. */
    private static final int ARTICLES = 500;

    /** The pause before a product is looked at again that waits for its stock and prices. */
    private static final Duration NOT_SOONER = Duration.ofSeconds(10);

    private final Database database;
    private final ArticleMasters masters;
    private final ArticleGroups groups;
    private final ShopProductBook book;
    private final ShopLineBook lines;
    private final LookBook looks;
    private final ProductGateBook gate;
    private final DirtyBook dirty;
    private final Outside outside;

    /** What lies outside. */
    public record Outside(WebShops shops, PictureSource pictures, Shelf shelf) {}

    /** Fetches pictures; see {@link SpecterPictures#fetch}. */
    @FunctionalInterface
    public interface PictureSource {
        SpecterPictures.Picture fetch(String tenant, SpecterSetup setup, String url);
    }

    /** Says whether a shop shows stock and price of a SKU, as far as its set-up has it show them. */
    @FunctionalInterface
    public interface Shelf {

        boolean shows(ShopRef shop, ShopSetup setup, String sku);

        /** By what the feeds have written. */
        static Shelf of(ShopStockBook stock, ShopPriceBook prices) {
            return (shop, setup, sku) ->
                    (setup.stock() == null || stock.sent(shop, sku).stream().anyMatch(sent -> sent.known() != null))
                            && (setup.prices() == null
                                    || prices.of(shop, sku).values().stream().anyMatch(shown -> shown.shows() != null));
        }
    }

    public SpecterToShop(
            Database database, ArticleMasters masters, ArticleGroups groups, VariantBook variants, Outside outside) {
        this.database = database;
        this.masters = masters;
        this.groups = groups;
        this.book = new ShopProductBook(database, variants);
        this.lines = new ShopLineBook(database);
        this.looks = new LookBook(database);
        this.gate = new ProductGateBook(database.jdbc());
        this.dirty = new DirtyBook(database);
        this.outside = outside;
    }

    /** Where each article stands. */
    public ShopLineBook lines() {
        return lines;
    }

    /**
     * Carries the articles that Specter has told of since the last look, as far as {@link ProductGateBook} lets them go.
     *
     * @param goesOn asked before a product, at most once a second; false ends the look
     * @throws RemoteFailure the shop does not answer, and nothing was written; or a refusal that concerns all products
     */
    public Synced look(TenantSetup setup, ShopRef shop, BooleanSupplier goesOn) {
        Instant until = database.time().instant().plus(LONGEST);
        markAllIfDue(setup, shop);
        List<News> news = masters.news().open(shop, ARTICLES);
        Set<String> skus = news.stream().map(News::sku).collect(Collectors.toCollection(LinkedHashSet::new));
        skus.addAll(lines.pending(shop, database.time().instant().minus(NOT_SOONER), ARTICLES));
        if (skus.isEmpty()) {
            return new Synced(0, 0, lines.count(shop, State.WAITING));
        }
        ProductCarrier carrier = carrier(setup, shop);
        WantedProducts wanted = new WantedProducts(shop, masters.book(), book, groups.of(shop));
        // A product has one row, also where its main article has news besides its variants: two writers would make it
        // twice. What is in a row already is not asked for again.
        Map<String, Together> rows = new LinkedHashMap<>();
        Set<String> handled = new HashSet<>();
        for (String sku : skus) {
            if (handled.add(sku)) {
                Together together = Together.of(sku, wanted);
                handled.addAll(together.skus());
                rows.merge(together.key(), together, Together::and);
            }
        }
        AtomicInteger done = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        new ShopRounds(database.time()).write(rows.values(), until, goesOn, row -> {
            int writes = row.product()
                    .map(product -> carrier.carry(product, gate.together(shop, Direction.TO_SHOP, product.skus())))
                    .orElse(0);
            List<News> told =
                    news.stream().filter(one -> row.skus().contains(one.sku())).toList();
            masters.news().done(shop, told);
            done.addAndGet(told.size());
            written.addAndGet(writes);
            return writes > 0 ? ShopRounds.Row.DONE : ShopRounds.Row.UNCHANGED;
        });
        if (written.get() > 0) {
            wantStockAndPrices(setup, shop);
        }
        return new Synced(done.get(), written.get(), lines.count(shop, State.WAITING));
    }

    /** Specter may have told of stock and prices before the shop had the variants. */
    private void wantStockAndPrices(TenantSetup setup, ShopRef shop) {
        for (Feed feed : List.of(Feed.STOCK, Feed.PRICES)) {
            if (setup.shop(shop.shop()).wants(feed)) {
                dirty.mark(feed, List.of(shop));
            }
        }
    }

    /**
     * Articles that go to the shop together.
     *
     * @param product empty when there is no product to make of them yet
     */
    private record Together(Optional<WantedProduct> product, Set<String> skus) {

        static Together of(String sku, WantedProducts wanted) {
            Optional<WantedProduct> product = wanted.of(sku);
            Set<String> skus = new TreeSet<>(Set.of(sku));
            product.ifPresent(one -> skus.addAll(one.skus()));
            return new Together(product, skus);
        }

        /** Equal for the rows of one product. */
        String key() {
            return product.map(WantedProduct::key).orElseGet(() -> String.join(" ", skus));
        }

        Together and(Together other) {
            return new Together(
                    product, Stream.concat(skus.stream(), other.skus.stream()).collect(Collectors.toSet()));
        }
    }

    /** Marks all articles at first, when the set-up has changed, and each night, so that what waits is tried again. */
    private void markAllIfDue(TenantSetup setup, ShopRef shop) {
        ProductSetup products = Objects.requireNonNull(setup.shop(shop.shop()).products());
        LookBook.Sweep sweep = new LookBook.Sweep(
                new TreeMap<>(products.fields()) + "|" + products.visible(),
                products.sweepAt(),
                setup.feeds().zone());
        if (looks.isDue(shop, sweep)) {
            database.transactions().executeWithoutResult(tx -> {
                masters.news().markAll(shop);
                looks.swept(shop, sweep);
            });
        }
    }

    /** What an initial sync compares. */
    public ShopForecast forecast(TenantSetup setup, ShopRef shop) {
        List<ArticleGroup> all = groups.of(shop);
        return new ShopForecast(
                served(setup, shop),
                book,
                Objects.requireNonNull(setup.shop(shop.shop()).products()),
                all,
                new WantedProducts(shop, masters.book(), book, all),
                database.transactions());
    }

    private ProductCarrier carrier(TenantSetup setup, ShopRef shop) {
        ShopSetup shopSetup = setup.shop(shop.shop());
        return new ProductCarrier(
                served(setup, shop),
                book,
                lines,
                Objects.requireNonNull(shopSetup.products()),
                (ref, sku) -> outside.shelf().shows(ref, shopSetup, sku));
    }

    private ServedShop served(TenantSetup setup, ShopRef shop) {
        ShopSetup shopSetup = setup.shop(shop.shop());
        WebShop web = outside.shops().shop(shop, shopSetup);
        return new ServedShop(
                shop,
                web,
                shopSetup.starweb().externalIdType(),
                new Names(database, shop, web.lists()),
                new Pictures(
                        database,
                        shop,
                        web.catalogue(),
                        url -> outside.pictures().fetch(shop.tenant(), setup.specter(), url)));
    }

    /**
     * Whether articles that may be written are still to be carried, so that the next look should come soon. Products
     * that wait for their stock and prices are no reason for that.
     */
    public boolean hasMore(ShopRef shop) {
        return !masters.news().open(shop, 1).isEmpty();
    }
}
