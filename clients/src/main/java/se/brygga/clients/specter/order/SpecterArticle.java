package se.brygga.clients.specter.order;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article that Specter shall have (reference section 4.3). A null value is not sent. Amounts are rounded half-up to
 * the decimals that Specter takes.
 *
 * @param articleNo without spaces
 * @param name at most 140 characters
 * @param priceExclVat sent with two decimals
 * @param vatPercent whole percent
 * @param goods {@link Goods#UNKNOWN} for an article of which an order knows number and name only
 * @param assumed {@link Assumed#NOTHING} where the set-up does not allow assumed shapes
 */
public record SpecterArticle(
        String articleNo,
        @Nullable String name,
        @Nullable BigDecimal priceExclVat,
        @Nullable Integer vatPercent,
        Goods goods,
        Assumed assumed) {

    /** Orders that 0.1.0 has stored know nothing of goods. */
    public SpecterArticle {
        goods = Objects.requireNonNullElse(goods, Goods.UNKNOWN);
        assumed = Objects.requireNonNullElse(assumed, Assumed.NOTHING);
    }

    /** An article of which only number, name, price and VAT are known. */
    public SpecterArticle(
            String articleNo, @Nullable String name, @Nullable BigDecimal priceExclVat, @Nullable Integer vatPercent) {
        this(articleNo, name, priceExclVat, vatPercent, Goods.UNKNOWN, Assumed.NOTHING);
    }

    /** What becomes of an article that Specter has already. */
    public enum Existing {
        /** The article belongs to Specter and stays unchanged. */
        LEAVE,
        /** The article gets the values that are sent ({@code forceArticleUpdate}). */
        OVERWRITE
    }

    /** The same article under another spelling of its number. */
    public SpecterArticle spelled(String spelling) {
        return new SpecterArticle(spelling, name, priceExclVat, vatPercent, goods, assumed);
    }

    /**
     * What is known of the goods.
     *
     * @param weight in kilograms, sent with three decimals (the unit is assumed, O22)
     * @param buyPrice sent with two decimals; Specter ignores the price of an article that has a supplier
     * @param supplierName Specter makes a supplier that it lacks
     * @param openingStock taken by Specter only when the article is created; Specter owns stock afterwards
     */
    public record Goods(
            @Nullable String barCode,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal buyPrice,
            @Nullable String supplierName,
            @Nullable BigDecimal openingStock) {

        public static final Goods UNKNOWN = new Goods(null, null, null, null, null);
    }

    /**
     * What only the assumed adapter sends (reference section 11).
     *
     * @param mainArticleNo the article whose variant this is
     * @param variantValues value by type: {@code Färg} to {@code Röd}; neither may hold {@code ;} or {@code =}
     * @param newArticleNo the article's number from now on
     */
    public record Assumed(
            @Nullable String mainArticleNo,
            Map<String, String> variantValues,
            @Nullable String newArticleNo) {

        public static final Assumed NOTHING = new Assumed(null, Map.of(), null);

        public Assumed {
            variantValues = Collections.unmodifiableMap(new LinkedHashMap<>(variantValues));
        }
    }
}
