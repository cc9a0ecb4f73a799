package se.brygga.simulators.starweb.catalogue;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.Article;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.SimResponse;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.goods.Goods;
import se.brygga.simulators.starweb.goods.ListPrice;
import se.brygga.simulators.starweb.goods.Shelf;
import se.brygga.simulators.starweb.goods.ShopPriceList;
import se.brygga.simulators.starweb.lists.SimListKind;
import se.brygga.simulators.starweb.prices.PriceLists;
import se.brygga.simulators.starweb.prices.SimPriceList;
import se.brygga.simulators.starweb.prices.SimPriceRow;
import se.brygga.simulators.starweb.stock.StockSettings;
import se.brygga.simulators.starweb.stock.Stocks;
import se.brygga.simulators.starweb.wire.ApiCall;

/**
 * What a shop sells: the API to it, what orders take from it, and what a shop owner does by hand. Guarded by the shop's
 * lock. Unless said otherwise, a SKU that the shop does not have is an {@link IllegalArgumentException}.
 */
public final class Assortment {

    /** Is told of what happens to products. */
    public interface Watcher {

        /** Stock has changed, in a shop that tells of it (O-39). */
        void stockChanged(long productId);

        void created(long productId);

        /** Something of a product or a variant has changed that is neither stock nor price. */
        void updated(long productId);

        void removed(long productId);
    }

    private final Catalogue catalogue;
    private final ProductsApi products;
    private final List<Article> articles;

    /**
     * An assortment whose shelves are empty until {@link #seed}.
     *
     * @param articles what shoppers choose from
     * @param places names of the stock locations, the e-commerce one first; none if stock is kept on the variants
     * @param random decides on the ids of settings
     */
    public Assortment(
            Quirks quirks, Clock clock, List<Article> articles, List<String> places, Random random, Watcher watcher) {
        this.catalogue = new Catalogue(quirks, clock, places, random, watcher);
        this.articles = new ArrayList<>(articles);
        this.products = new ProductsApi(catalogue);
    }

    public void seed() {
        CatalogueSeed.fill(catalogue, articles);
    }

    /** What shoppers choose from, at the prices of today. */
    public List<Article> articles() {
        return articles.stream()
                .map(article -> has(article.sku())
                        ? article.at(asked(article.sku(), "SEK"), asked(article.sku(), "NOK"))
                        : article)
                .toList();
    }

    /**
     * The price that a shopper pays today, without VAT. The active list of the currency decides, or the article's usual
     * price where that list has none.
     */
    public BigDecimal asked(String sku, String currency) {
        SimVariant variant = catalogue.require(sku);
        Optional<BigDecimal> listed = catalogue.lists().all().stream()
                .filter(list ->
                        list.active && list.kind != SimPriceList.Kind.CUSTOMER && list.currency.equals(currency))
                .flatMap(list -> Optional.ofNullable(variant.prices.get(list.id)).stream())
                .map(row -> row.special == null ? row.price : row.special)
                .findFirst();
        return listed.orElseGet(() -> articles.stream()
                .filter(article -> article.sku().equals(variant.sku))
                .findFirst()
                .map(article -> article.priceIn(currency))
                .orElseGet(() -> goods(variant).asked()));
    }

    /** {@code /products}, {@code /pricelists}, the two settings of stock, and the lists that products refer to. */
    public SimResponse handle(ApiCall call) {
        return switch (call.segment(0)) {
            case "products" -> products.handle(call);
            case "pricelists" -> catalogue.lists().handle(call);
            case "product-stock-statuses", "stock-locations" ->
                catalogue.stocks().settings().handle(call);
            default -> catalogue.references().handle(call);
        };
    }

    /** A picture or document as browsers get it, without a token. */
    public SimResponse download(String mediaFileId) {
        return catalogue.references().download(mediaFileId);
    }

    public boolean has(String sku) {
        return catalogue.find(sku).isPresent();
    }

    /** Whether the web shop has this many to sell. */
    public boolean sells(String sku, BigDecimal quantity) {
        return catalogue
                .find(sku)
                .filter(variant -> variant.active() && variant.product.content.visible())
                .filter(variant -> catalogue.stocks().sells(variant.stocks, quantity))
                .isPresent();
    }

    /** An order takes stock, or with a negative quantity gives it back. An unknown SKU changes nothing. */
    public void take(String sku, BigDecimal quantity) {
        catalogue.find(sku).ifPresent(variant -> {
            catalogue.stocks().take(variant.stocks, quantity);
            catalogue.stockChanged(variant);
        });
    }

    /** Per location; in a shop without them, what lies on the variant itself. */
    public List<Shelf> stock(String sku) {
        SimVariant variant = catalogue.require(sku);
        StockSettings settings = catalogue.stocks().settings();
        return variant.stocks.entrySet().stream()
                .map(entry -> new Shelf(
                        entry.getKey(),
                        settings.place(entry.getKey()),
                        entry.getKey() == settings.home(),
                        entry.getValue().quantity(),
                        entry.getValue().statusId(),
                        settings.status(entry.getValue().statusId()).name()))
                .toList();
    }

    /** The shop owner counts the shelf that the web shop sells from; the status follows the rules. */
    public void setStock(String sku, BigDecimal quantity) {
        SimVariant variant = catalogue.require(sku);
        catalogue.stocks().change(variant.stocks, catalogue.stocks().settings().home(), quantity);
        catalogue.stockChanged(variant);
    }

    /** Another party's connector writes stock, with status, and marks the variant as its own (S-25). */
    public void foreignStock(String sku, BigDecimal quantity) {
        SimVariant variant = catalogue.require(sku);
        StockSettings settings = catalogue.stocks().settings();
        long status = quantity.signum() > 0 ? settings.inStock() : settings.soldOut();
        catalogue.stocks().set(variant.stocks, settings.home(), new Stocks.Row(quantity, status, ""));
        Catalogue.markAsForeign(variant);
        catalogue.stockChanged(variant);
    }

    /** What another party's connector left behind when it was here (O-40). */
    public void leaveConnectorMarks() {
        catalogue.products().forEach(product -> product.variants.forEach(Catalogue::markAsForeign));
    }

    public Optional<ListPrice> price(String sku, long priceList) {
        return Optional.ofNullable(catalogue.require(sku).prices.get(priceList)).map(row -> listPrice(priceList, row));
    }

    private static ListPrice listPrice(long priceList, SimPriceRow row) {
        return new ListPrice(priceList, row.price, row.special, new TreeMap<>(row.tiers));
    }

    /** The shop owner sets a price by hand. */
    public void setPrice(String sku, long priceList, BigDecimal price, @Nullable BigDecimal special) {
        PriceLists lists = catalogue.lists();
        SimVariant variant = catalogue.require(sku);
        lists.referenced(priceList);
        SimPriceRow row = variant.prices.computeIfAbsent(priceList, ignored -> new SimPriceRow(price));
        row.price = lists.kept(price);
        row.special = special == null ? null : lists.kept(special);
        catalogue.touched(variant);
    }

    public List<ShopPriceList> priceLists() {
        return catalogue.lists().all().stream()
                .map(list -> new ShopPriceList(list.id, list.name, list.kind.name(), list.currency, list.active))
                .toList();
    }

    /** A list in a body that does not exist makes the body wrong. */
    public void requireCustomerList(long priceList) {
        catalogue.lists().referenced(priceList);
    }

    /** The shop owner activates a list: its prices read 0 (O-31). */
    public void activate(long priceList) {
        catalogue.lists().activate(catalogue.lists().referenced(priceList));
    }

    /** The shop owner takes a list out of use. */
    public void switchOff(long priceList) {
        catalogue.lists().referenced(priceList).active = false;
    }

    /** The products whole: what a shop owner does to them, and what the client has written. */
    public SimProducts products() {
        return new SimProducts(catalogue, products, articles);
    }

    public Goods goods(String sku) {
        return goods(catalogue.require(sku));
    }

    /** The first SKUs of the shop, as a list shows them. */
    public List<Goods> goods(int most) {
        return catalogue.products().stream()
                .flatMap(product -> product.variants.stream())
                .limit(most)
                .map(this::goods)
                .toList();
    }

    private Goods goods(SimVariant variant) {
        Stocks stocks = catalogue.stocks();
        Stocks.Row home = stocks.home(variant.stocks);
        StockSettings.Status status = stocks.settings().status(home.statusId());
        SimPriceRow master = variant.prices.get(catalogue.lists().master().id);
        boolean shown = variant.active() && variant.product.content.visible();
        return new Goods(
                variant.sku,
                variant.product.content.name(),
                name(variant),
                vatRate(variant.product),
                home.quantity(),
                status.name(),
                shown && status.buyable(),
                shown,
                master == null ? BigDecimal.ZERO : master.price,
                master == null ? null : master.special,
                variant.prices.entrySet().stream()
                        .map(entry -> listPrice(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The values that tell the variant from its siblings, or the product's name. */
    private String name(SimVariant variant) {
        return variant.links().isEmpty()
                ? variant.product.content.name()
                : variant.links().stream()
                        .map(value -> catalogue.references().name(SimListKind.ATTRIBUTE_VALUE, value))
                        .collect(Collectors.joining(" / "));
    }

    /** A product that names no rate has the shop's usual one. */
    private static BigDecimal vatRate(Product product) {
        return new BigDecimal(product.content.fields().path("defaultVatRate").asString("25"));
    }

    public int writes(CatalogueWrite.Kind kind) {
        return catalogue.writes().count(kind);
    }

    /** What came through the API, oldest first. */
    public List<CatalogueWrite> writes() {
        return catalogue.writes().list();
    }

    /** The last ones, newest first. */
    public List<CatalogueWrite> latestWrites(int most) {
        return catalogue.writes().latest(most);
    }

    public void forgetWrites() {
        catalogue.productWrites().clear();
        catalogue.writes().clear();
    }
}
