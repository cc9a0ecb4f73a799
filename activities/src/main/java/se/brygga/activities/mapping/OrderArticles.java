package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.brygga.clients.specter.SpecterArticle;
import se.brygga.workflows.Sku;

/**
 * The articles that an order names, as they would be created in Specter. What one order says is true for nobody else: its price may be
 * a customer's, a tier's or a gift's, another currency's or a bundle's share, its VAT another country's. So an article goes
 * without price and VAT, for a person to fill in.
 */
final class OrderArticles {

    private final Map<String, SpecterArticle> articles = new LinkedHashMap<>();

    /** The name is that of the first row. */
    void addGoods(String articleNo, String name) {
        articles.putIfAbsent(Sku.key(articleNo), new SpecterArticle(articleNo, name, null, null));
    }

    /** Freight, fee, discount: priced anew on each order's row, so its own price is 0. */
    void addCost(String articleNo, String name) {
        articles.putIfAbsent(Sku.key(articleNo), new SpecterArticle(articleNo, name, BigDecimal.ZERO, null));
    }

    /** Its rows have whatever rate they mend. */
    void addRounding(String articleNo, String name) {
        articles.putIfAbsent(Sku.key(articleNo), new SpecterArticle(articleNo, name, BigDecimal.ZERO, 0));
    }

    List<SpecterArticle> all() {
        return List.copyOf(articles.values());
    }
}
