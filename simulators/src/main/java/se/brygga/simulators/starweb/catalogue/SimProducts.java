package se.brygga.simulators.starweb.catalogue;

import java.util.List;
import se.brygga.simulators.Article;
import se.brygga.simulators.starweb.goods.SimProductLog;

/** What a shop owner does to products by hand, and what the client has written to them. */
public final class SimProducts {

    private final Catalogue catalogue;
    private final ProductsApi api;
    private final List<Article> articles;

    /** @param articles what shoppers choose from, kept in step */
    SimProducts(Catalogue catalogue, ProductsApi api, List<Article> articles) {
        this.catalogue = catalogue;
        this.api = api;
        this.articles = articles;
    }

    /** The writes through the API to products and to the lists that they refer to. */
    public SimProductLog writes() {
        return catalogue.productWrites();
    }

    /** An article gets another number, while orders keep the old one. */
    public void rename(String sku, String newSku) {
        SimVariant variant = catalogue.require(sku);
        catalogue.rename(variant, newSku);
        catalogue.touched(variant);
        catalogue.watcher().updated(variant.product.id);
        articles.replaceAll(article -> article.sku().equals(sku) ? article.renamed(newSku) : article);
    }

    /** Removes one variant; its product stays, unless it was the last one. */
    public void removeVariant(String sku) {
        SimVariant variant = catalogue.require(sku);
        catalogue.remove(variant);
        if (variant.product.variants.isEmpty()) {
            catalogue.watcher().removed(variant.product.id);
        } else {
            catalogue.watcher().updated(variant.product.id);
        }
        articles.removeIf(article -> catalogue.find(article.sku()).isEmpty());
    }

    /** Removes the whole product to which a SKU belongs. */
    public void removeProduct(String sku) {
        Product product = catalogue.require(sku).product;
        catalogue.remove(product);
        catalogue.watcher().removed(product.id);
        articles.removeIf(article -> catalogue.find(article.sku()).isEmpty());
    }

    /** As {@link #removeProduct}, after the next list of products was read (S-23). */
    public void removeProductAfterNextList(String sku) {
        catalogue.require(sku);
        api.afterNextList(() -> removeProduct(sku));
    }

    /** Adds products {@code LOAD-00001} and on, after those that are there. */
    public void addNumbered(int count) {
        for (int i = 0; i < count; i++) {
            CatalogueSeed.numbered(catalogue, ++catalogue.numbered);
        }
    }
}
