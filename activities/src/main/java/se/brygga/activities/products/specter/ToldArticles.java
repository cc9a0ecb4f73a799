package se.brygga.activities.products.specter;

import static se.brygga.setup.products.ProductField.PRICE;
import static se.brygga.setup.products.ProductField.VAT_RATE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.brygga.activities.articles.ArticleBooks;
import se.brygga.activities.prices.OwnPriceBook;
import se.brygga.activities.products.master.ArticleMaster;
import se.brygga.activities.products.master.ArticleMasters;
import se.brygga.setup.products.ProductField;
import se.brygga.setup.products.Values;
import se.brygga.workflows.Sku;

/** What Specter's journal has told last of articles, as far as a row of a call may say it again. */
record ToldArticles(ArticleMasters masters, OwnPriceBook prices, ArticleBooks articles) {

    /** What a row can say beside the product's place in a structure, which a row without it leaves alone. */
    private static final Set<ProductField> SAID_AGAIN = EnumSet.of(
            ProductField.NAME,
            VAT_RATE,
            ProductField.BARCODE,
            ProductField.WEIGHT,
            ProductField.SUPPLIER,
            ProductField.BUY_PRICE);

    /**
     * What is known of one article.
     *
     * @param isThere whether Specter has told of it, and not of its deletion
     * @param isMissing whether Specter has told of all articles that it has, and not of this one
     * @param values of fields that a row can say, with the article's price unless the article is on sale
     */
    record Told(boolean isThere, boolean isMissing, Map<ProductField, String> values) {

        static final Told NOTHING = new Told(false, false, Map.of());

        private static final Told MISSING = new Told(false, true, Map.of());

        Told {
            values = Map.copyOf(values);
        }
    }

    /** What is known of these articles, by {@link Sku#key}. */
    Map<String, Told> of(String tenant, Collection<String> skus) {
        Map<String, ArticleMaster> told = masters.book().find(tenant, skus);
        Map<String, BigDecimal> own = prices.of(tenant, skus);
        Told otherwise = articles.allReadSince(tenant, Instant.EPOCH) ? Told.MISSING : Told.NOTHING;
        Map<String, Told> all = new HashMap<>(skus.stream()
                .map(Sku::key)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), sku -> otherwise)));
        told.forEach((sku, master) -> all.put(sku, told(master, own)));
        return all;
    }

    private static Told told(ArticleMaster master, Map<String, BigDecimal> own) {
        if (master.deleted()) {
            return Told.NOTHING;
        }
        Map<ProductField, String> values = new TreeMap<>(ProductField.read(master.told()));
        values.keySet().retainAll(SAID_AGAIN);
        values.computeIfPresent(VAT_RATE, (_, rate) -> ProductField.isWhole(rate) ? rate : null);
        BigDecimal price = own.get(master.sku());
        if (price != null && price.signum() > 0) {
            values.put(PRICE, Values.number(price));
        }
        return new Told(true, false, values);
    }
}
