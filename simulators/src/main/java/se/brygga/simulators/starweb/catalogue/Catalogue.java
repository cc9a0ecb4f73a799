package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.content.SimContent;
import se.brygga.simulators.starweb.content.SimContents;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.goods.SimProductLog;
import se.brygga.simulators.starweb.goods.WriteLog;
import se.brygga.simulators.starweb.lists.SimLists;
import se.brygga.simulators.starweb.prices.PriceLists;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.stock.StockSettings;
import se.brygga.simulators.starweb.stock.Stocks;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;

/** The products of one shop, found by id and by SKU. Guarded by the shop's lock. */
final class Catalogue implements SimContents.Others, SimLists.Watcher {

    private final Quirks quirks;
    private final Clock clock;
    private final Stocks stocks;
    private final PriceLists lists;
    private final WriteLog writes;
    private final SimProductLog productWrites;
    private final SimLists references;
    private final SimContents contents;
    private final Assortment.Watcher watcher;
    private final NavigableMap<Long, Product> products = new TreeMap<>();
    private final Map<String, SimVariant> bySku = new HashMap<>();
    private final Map<String, SimVariant> bySkuInAnyCase = new HashMap<>();
    private long nextProduct = 1;
    private long nextVariant = 501;

    /** How many numbered products there have been. */
    int numbered;

    /**
     * @param places names of the stock locations, the e-commerce one first; none: stock lies on the variants
     * @param random decides on the ids of settings
     */
    Catalogue(Quirks quirks, Clock clock, List<String> places, Random random, Assortment.Watcher watcher) {
        this.quirks = quirks;
        this.clock = clock;
        this.stocks = new Stocks(new StockSettings(quirks, places, random), quirks);
        this.lists = new PriceLists(this::prices, quirks, random);
        this.writes = new WriteLog(clock);
        this.productWrites = new SimProductLog(clock);
        this.references = new SimLists(quirks, clock, random, productWrites, this);
        this.contents = new SimContents(references, lists, quirks, this);
        this.watcher = watcher;
    }

    @Override
    public boolean has(long productId) {
        return products.containsKey(productId);
    }

    @Override
    public boolean has(long productId, String sku) {
        return product(productId).stream()
                .flatMap(product -> product.variants.stream())
                .anyMatch(variant -> variant.sku.equals(sku));
    }

    @Override
    public boolean isBundle(long productId) {
        return product(productId).filter(product -> product.content.isBundle()).isPresent();
    }

    /** No product refers to what is gone. */
    @Override
    public void gone(String idField, long id) {
        for (Product product : products.values()) {
            product.content.forget(idField, id);
            product.variants.forEach(variant -> variant.forget(idField, id));
        }
    }

    private Stream<NavigableMap<Long, SimPriceRow>> prices() {
        return products.values().stream()
                .flatMap(product -> product.variants.stream())
                .map(variant -> variant.prices);
    }

    Quirks quirks() {
        return quirks;
    }

    Stocks stocks() {
        return stocks;
    }

    PriceLists lists() {
        return lists;
    }

    WriteLog writes() {
        return writes;
    }

    String now() {
        return Answers.time(clock.instant());
    }

    SimProductLog productWrites() {
        return productWrites;
    }

    /** The lists that products refer to. */
    SimLists references() {
        return references;
    }

    SimContents contents() {
        return contents;
    }

    /** A product that nobody finds before {@link #add(Product)}. */
    Product draft(SimContent content) {
        return new Product(nextProduct++, content, now());
    }

    /** A variant of a draft, or of a product to which {@link #add(SimVariant)} adds it. */
    SimVariant draft(Product product, String sku) {
        return new SimVariant(nextVariant++, product, sku);
    }

    void add(Product product) {
        products.put(product.id, product);
        product.variants.forEach(this::index);
    }

    void add(SimVariant variant) {
        variant.product.variants.add(variant);
        index(variant);
    }

    int countVariants() {
        return bySku.size();
    }

    Collection<Product> products() {
        return products.values();
    }

    Optional<Product> product(long id) {
        return Optional.ofNullable(products.get(id));
    }

    /** Whatever its case, unless the shop tells SKUs apart by it (O-23). */
    Optional<SimVariant> find(String sku) {
        return Optional.ofNullable(
                quirks.is(StarwebQuirk.SKU_CASE, "true")
                        ? bySku.get(sku)
                        : bySkuInAnyCase.get(sku.toLowerCase(Locale.ROOT)));
    }

    /** @throws IllegalArgumentException the shop does not have it */
    SimVariant require(String sku) {
        return find(sku).orElseThrow(() -> new IllegalArgumentException("no SKU " + sku + " in this shop"));
    }

    void rename(SimVariant variant, String sku) {
        checkSku(sku, variant);
        forget(variant);
        variant.sku = sku;
        index(variant);
    }

    /** @param self the variant that shall have the SKU; null for a new one */
    void checkSku(String sku, @Nullable SimVariant self) {
        if (!sku.matches("[A-Za-z0-9._-]{1,40}")) {
            throw ApiError.badRequest("sku must be letters, digits, dot, underscore or hyphen, at most 40");
        }
        if (find(sku).filter(other -> other != self).isPresent()) {
            throw ApiError.badRequest("sku exists");
        }
    }

    void remove(Product product) {
        product.variants.forEach(this::forget);
        products.remove(product.id);
        gone("bundledProductId", product.id);
    }

    /** A product without variants is none. */
    void remove(SimVariant variant) {
        forget(variant);
        variant.product.variants.remove(variant);
        if (variant.product.variants.isEmpty()) {
            remove(variant.product);
        }
    }

    /** A write through the API comes: what reads show meanwhile is kept, in a shop whose reads are late (O-42). */
    void beforeWrite(Product product) {
        if (quirks.number(StarwebQuirk.READ_LAG) > 0) {
            product.beforeWrite(clock.instant());
        }
    }

    /** A product has come through the API. */
    void created(Product product) {
        add(product);
        if (quirks.number(StarwebQuirk.READ_LAG) > 0) {
            product.created(clock.instant());
        }
    }

    /** The product as a read shows it now. Empty while a new one does not show. */
    Optional<Product> seen(Product product) {
        return product.seen(clock.instant().minusSeconds(quirks.number(StarwebQuirk.READ_LAG)));
    }

    /** The time of a write to a product, by which lists of changed products find it. */
    void modified(Product product) {
        product.modifiedAt = now();
    }

    /** Tells of a write through the API, in a shop that tells its client of its own writes (O-38). */
    void echo(Consumer<Assortment.Watcher> news) {
        if (quirks.is(StarwebQuirk.HOOK_ECHO, "fires")) {
            news.accept(watcher);
        }
    }

    /** Tells of what a shop owner does by hand. */
    Assortment.Watcher watcher() {
        return watcher;
    }

    private void index(SimVariant variant) {
        bySku.put(variant.sku, variant);
        bySkuInAnyCase.put(variant.sku.toLowerCase(Locale.ROOT), variant);
    }

    private void forget(SimVariant variant) {
        bySku.remove(variant.sku, variant);
        bySkuInAnyCase.remove(variant.sku.toLowerCase(Locale.ROOT), variant);
    }

    /** The client has written stock. */
    void stockWritten(SimVariant variant, long location, Stocks.@Nullable Row before, Stocks.@Nullable Row after) {
        BigDecimal was = before == null ? null : before.quantity();
        BigDecimal is = after == null ? null : after.quantity();
        writes.add(CatalogueWrite.Kind.STOCK, variant.sku, location, was, is, !same(before, after));
        if (before != null && quirks.is(StarwebQuirk.FOREIGN_CONNECTOR, "fights")) {
            // Another party's connector puts back what the client has just changed (S-25).
            stocks.set(variant.stocks, location, before);
            markAsForeign(variant);
        }
        stockChanged(variant);
    }

    private static boolean same(Stocks.@Nullable Row one, Stocks.@Nullable Row other) {
        return one != null
                && other != null
                && one.quantity().compareTo(other.quantity()) == 0
                && one.statusId() == other.statusId()
                && one.shelfSpace().equals(other.shelfSpace());
    }

    /** Stock has changed, whoever did it. */
    void stockChanged(SimVariant variant) {
        touched(variant);
        if (quirks.is(StarwebQuirk.HOOK_STOCK, "yes")) {
            watcher.stockChanged(variant.product.id);
        }
    }

    /** Something of a variant has changed, which its product may or may not show (O-28). */
    void touched(SimVariant variant) {
        if (quirks.is(StarwebQuirk.PRODUCT_BUMP, "stock-and-prices")) {
            variant.product.modifiedAt = now();
        }
    }

    /** Another party's Specter connector has been here. */
    static void markAsForeign(SimVariant variant) {
        variant.written.put("externalId", variant.sku).put("externalIdType", "Specter");
    }
}
