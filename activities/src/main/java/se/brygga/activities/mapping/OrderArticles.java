package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.brygga.clients.specter.order.SpecterArticle;
import se.brygga.workflows.Sku;

/**
 * The articles of an order, as they would be created in Specter. They go without price and VAT, for a person to fill
 * in, because one order proves nothing about an article. Its price may be a customer's, a tier's or a gift's, in
 * another currency, or a bundle's share. Its VAT may be another country's.
 */
final class OrderArticles {

    private final Map<String, SpecterArticle> articles = new LinkedHashMap<>();

    /** Adds an article for goods. The name is that of the first row. */
    void addGoods(String articleNo, String name) {
        articles.putIfAbsent(Sku.key(articleNo), new SpecterArticle(articleNo, name, null, null));
    }

    /** Adds an article for freight, fee or discount. Its own price is 0, because each order's row has a price. */
    void addCost(String articleNo, String name) {
        articles.putIfAbsent(Sku.key(articleNo), new SpecterArticle(articleNo, name, BigDecimal.ZERO, null));
    }

    /** Adds the rounding article. Its rows have whatever VAT rate they mend. */
    void addRounding(String articleNo, String name) {
        articles.putIfAbsent(Sku.key(articleNo), new SpecterArticle(articleNo, name, BigDecimal.ZERO, 0));
    }

    List<SpecterArticle> all() {
        return List.copyOf(articles.values());
    }
}
