package se.brygga.activities.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.specter.SpecterArticle;
import se.brygga.activities.starweb.StarwebOrder;
import se.brygga.activities.starweb.StarwebOrder.Item;

/**
 * The articles that an order names, as they would be created in Specter. What one order says of an article's price and VAT
 * is not always what the article has: an order abroad has rate 0, a gift costs nothing, a bundle's part has a share of the
 * bundle's price, and another currency is not Specter's. Nothing of this is taken; an article of which nothing else is known
 * goes without price and VAT, for a person to fill in.
 */
final class OrderArticles {

    private static final int PRICE_DECIMALS = 2;

    private final Map<String, SpecterArticle> articles = new LinkedHashMap<>();
    private final boolean withoutVat;
    private final @Nullable BigDecimal exchangeRate;

    OrderArticles(StarwebOrder order) {
        this.withoutVat = !hasVat(order.shipping().cost(), order.shipping().vatRate())
                && !hasVat(order.payment().fee(), order.payment().vatRate())
                && order.items().stream().noneMatch(OrderArticles::hasVat);
        this.exchangeRate = order.currencyExchangeRate();
    }

    private static boolean hasVat(Item item) {
        return hasVat(item.unitPrice(), item.vatRate())
                || item.bundled().stream().anyMatch(OrderArticles::hasVat);
    }

    private static boolean hasVat(BigDecimal amount, BigDecimal rate) {
        return amount.signum() != 0 && rate.signum() != 0;
    }

    /** @param unitPrice in the order's currency, or null for a part of a bundle */
    void addGoods(String articleNo, String name, @Nullable BigDecimal unitPrice, int vat) {
        SpecterArticle article = withoutVat || unitPrice == null || unitPrice.signum() <= 0
                ? new SpecterArticle(articleNo, name, null, null)
                : new SpecterArticle(articleNo, name, inBaseCurrency(unitPrice), vat);
        // The first row that tells something counts; the name is always that of the first.
        articles.merge(
                articleNo,
                article,
                (known, next) -> known.vatPercent() != null
                        ? known
                        : new SpecterArticle(articleNo, known.name(), next.priceExclVat(), next.vatPercent()));
    }

    /** Freight, fee, discount: priced anew on each order's row, so its own price is 0. */
    void addCost(String articleNo, String name, int vat) {
        articles.putIfAbsent(
                articleNo, new SpecterArticle(articleNo, name, BigDecimal.ZERO, withoutVat ? null : (Integer) vat));
    }

    /** Its rows have whatever rate they mend. */
    void addRounding(String articleNo, String name) {
        articles.putIfAbsent(articleNo, new SpecterArticle(articleNo, name, BigDecimal.ZERO, 0));
    }

    List<SpecterArticle> all() {
        return List.copyOf(articles.values());
    }

    /** Starweb reference 5.2: 1 in the base currency is {@code currencyExchangeRate} in the order's. */
    private @Nullable BigDecimal inBaseCurrency(BigDecimal amount) {
        return exchangeRate == null ? null : amount.divide(exchangeRate, PRICE_DECIMALS, RoundingMode.HALF_UP);
    }
}
