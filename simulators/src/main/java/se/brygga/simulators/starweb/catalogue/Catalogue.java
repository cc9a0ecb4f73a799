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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.goods.WriteLog;
import se.brygga.simulators.starweb.prices.PriceLists;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.stock.StockSettings;
import se.brygga.simulators.starweb.stock.Stocks;
import se.brygga.simulators.starweb.wire.Answers;
import se.brygga.simulators.starweb.wire.ApiError;
import se.brygga.simulators.starweb.wire.StarwebQuirk;
import tools.jackson.databind.JsonNode;

/** The products of one shop, found by id and by SKU. Guarded by the shop's lock. */
final class Catalogue {

    private final Quirks quirks;
    private final Clock clock;
    private final Stocks stocks;
    private final PriceLists lists;
    private final WriteLog writes;
    private final ForeignConnector foreign;
    private final Assortment.Watcher watcher;
    private final NavigableMap<Long, Product> products = new TreeMap<>();
    private final Map<String, SimVariant> bySku = new HashMap<>();
    private final Map<String, SimVariant> bySkuInAnyCase = new HashMap<>();
    private long nextProduct = 1;
    private long nextVariant = 501;

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
        this.foreign = new ForeignConnector(quirks, stocks);
        this.watcher = watcher;
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

    Product addProduct(String name, int vatRate) {
        Product product = new Product(nextProduct++, name, vatRate, now());
        products.put(product.id, product);
        return product;
    }

    SimVariant addVariant(Product product, String name, String sku, @Nullable Long attributeValueId) {
        SimVariant variant = new SimVariant(nextVariant++, product, name, sku, attributeValueId);
        product.variants.add(variant);
        index(variant);
        return variant;
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
        if (!sku.matches("[A-Za-z0-9._-]{1,40}")) {
            throw ApiError.badRequest("sku must be letters, digits, dot, underscore or hyphen, at most 40");
        }
        if (find(sku).filter(other -> other != variant).isPresent()) {
            throw ApiError.badRequest("sku exists");
        }
        forget(variant);
        variant.sku = sku;
        index(variant);
    }

    void remove(Product product) {
        product.variants.forEach(this::forget);
        products.remove(product.id);
        watcher.removed(product.id);
    }

    /** A product without variants is none. */
    void remove(SimVariant variant) {
        forget(variant);
        variant.product.variants.remove(variant);
        if (variant.product.variants.isEmpty()) {
            remove(variant.product);
        }
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
        foreign.undo(variant, location, before);
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

    void describe(SimVariant variant, JsonNode body) {
        body.propertyStream()
                .filter(field -> VariantsApi.PLAIN.contains(field.getKey()))
                .forEach(field -> variant.written.set(field.getKey(), field.getValue()));
    }
}
