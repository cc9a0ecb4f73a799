package se.brygga.simulators.starweb;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.brygga.simulators.starweb.catalogue.Assortment;
import se.brygga.simulators.starweb.catalogue.SimProducts;
import se.brygga.simulators.starweb.goods.CatalogueWrite;
import se.brygga.simulators.starweb.goods.Goods;
import se.brygga.simulators.starweb.goods.ListPrice;
import se.brygga.simulators.starweb.goods.Shelf;
import se.brygga.simulators.starweb.goods.ShopPriceList;
import se.brygga.simulators.starweb.samples.SimSamples.Dirt;

/**
 * What tests and people see of the goods in the simulated shops, and what they do to them by hand. An unknown shop, SKU
 * or price list is an {@link IllegalArgumentException}, or an error with the same text.
 */
interface ShopGoods {

    /** Uses the goods of a shop, under the shop's lock. */
    <T> T goods(String shop, Function<Assortment, T> use);

    /** The stock of a SKU per stock location. In a shop without locations, the stock of the variant itself. */
    default List<Shelf> stock(String shop, String sku) {
        return goods(shop, goods -> goods.stock(sku));
    }

    /** The quantity that the web shop can sell: at its e-commerce location, or on the variant. */
    default BigDecimal onSale(String shop, String sku) {
        return goods(shop, goods -> goods.goods(sku).quantity());
    }

    /** One SKU with its stock status and its prices. */
    default Goods goods(String shop, String sku) {
        return goods(shop, goods -> goods.goods(sku));
    }

    /** The shop owner counts the shelf that the web shop sells from; the status follows the shop's rules. */
    default void setStock(String shop, String sku, BigDecimal quantity) {
        change(shop, goods -> goods.setStock(sku, quantity));
    }

    /** Another party's connector writes stock, with status, and marks the variant as its own (S-25). */
    default void setStockAsForeignConnector(String shop, String sku, BigDecimal quantity) {
        change(shop, goods -> goods.foreignStock(sku, quantity));
    }

    /** A SKU's prices in a list; empty when the list has no row for it. */
    default Optional<ListPrice> price(String shop, String sku, long priceList) {
        return goods(shop, goods -> goods.price(sku, priceList));
    }

    /** The shop owner sets a price, ex VAT. */
    default void setPrice(String shop, String sku, long priceList, BigDecimal price, @Nullable BigDecimal special) {
        change(shop, goods -> goods.setPrice(sku, priceList, price, special));
    }

    default List<ShopPriceList> priceLists(String shop) {
        return goods(shop, Assortment::priceLists);
    }

    /** The shop owner activates a list; its prices read 0 afterwards (O-31). */
    default void activatePriceList(String shop, long priceList) {
        change(shop, goods -> goods.activate(priceList));
    }

    /** The shop owner takes a list out of use; its prices stay until it is activated again. */
    default void switchOffPriceList(String shop, long priceList) {
        change(shop, goods -> goods.switchOff(priceList));
    }

    /** An article gets another number; orders keep the old one. */
    default void renameArticle(String shop, String sku, String newSku) {
        change(shop, goods -> goods.products().rename(sku, newSku));
    }

    /** The shop owner removes one variant; its product stays, unless it was the last one. */
    default void removeVariant(String shop, String sku) {
        change(shop, goods -> goods.products().removeVariant(sku));
    }

    /** The shop owner removes the whole product to which a SKU belongs. */
    default void removeProduct(String shop, String sku) {
        change(shop, goods -> goods.products().removeProduct(sku));
    }

    /** As {@link #removeProduct}, after the client has read its next list of products (S-23). */
    default void removeProductAfterNextList(String shop, String sku) {
        change(shop, goods -> goods.products().removeProductAfterNextList(sku));
    }

    /** Adds products {@code LOAD-00001} and on, after those that are there: one variant, 25 in stock, price 100. */
    default void addProducts(String shop, int count) {
        change(shop, goods -> goods.products().addNumbered(count));
    }

    /** Number of stock writes that the API accepted since {@link #forgetWrites}. */
    default int stockWrites(String shop) {
        return goods(shop, goods -> goods.writes(CatalogueWrite.Kind.STOCK));
    }

    /** Number of writes of price rows and tiers that the API accepted since {@link #forgetWrites}. */
    default int priceWrites(String shop) {
        return goods(shop, goods -> goods.writes(CatalogueWrite.Kind.PRICE) + goods.writes(CatalogueWrite.Kind.TIER));
    }

    /** Number of writes to products, and to the lists that they refer to, that the API accepted since {@link #forgetWrites}. */
    default int productWrites(String shop) {
        return goods(shop, goods -> goods.products().writes().count());
    }

    /** The writes that the API accepted, oldest first. */
    default List<CatalogueWrite> writes(String shop) {
        return goods(shop, Assortment::writes);
    }

    /** As {@link #writes(String)}, of one SKU. */
    default List<CatalogueWrite> writes(String shop, String sku) {
        return writes(shop).stream().filter(write -> write.sku().equals(sku)).toList();
    }

    default void forgetWrites(String shop) {
        change(shop, Assortment::forgetWrites);
    }

    default int productCount(String shop) {
        return products(shop, SimProducts::count);
    }

    default int variantCount(String shop) {
        return products(shop, SimProducts::countVariants);
    }

    /** What a shop has twice under one name or with one content: products, attribute values, files and the rest. */
    default List<String> doubles(String shop) {
        return products(shop, SimProducts::doubles);
    }

    /** Adds an assortment that is the same from the same seed; which dirt how many of its products have. */
    default Map<Dirt, Integer> fill(String shop, long seed, int products, int variants, int dirtyPercent) {
        return products(shop, all -> all.fill(seed, products, variants, dirtyPercent));
    }

    /** Looks at a shop's products, or does to them what a shop owner does by hand. */
    default <T> T products(String shop, Function<SimProducts, T> use) {
        return goods(shop, goods -> use.apply(goods.products()));
    }

    private void change(String shop, java.util.function.Consumer<Assortment> change) {
        goods(shop, goods -> {
            change.accept(goods);
            return shop;
        });
    }
}
