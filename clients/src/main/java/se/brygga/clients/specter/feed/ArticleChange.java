package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article's master data after a change (reference section 7). Null means that the answer does not have the value.
 *
 * @param priceExclVat in the base currency, which the answer does not name
 * @param standardOldPrice the ordinary price while the article is on sale, excl. VAT
 * @param onSale whether the shop shall show the ordinary price ({@code showStandardOldPrice}); false when not told
 * @param articleType Specter's code: {@code GW} stocked, {@code PA} kit
 * @param deleted told by the assumed adapter only; false without it
 * @param kitRows the parts of one kit; told by the assumed adapter only, empty without it
 * @param master what the sync of products carries besides
 */
public record ArticleChange(
        String articleNo,
        @Nullable String name,
        @Nullable BigDecimal priceExclVat,
        @Nullable BigDecimal standardOldPrice,
        boolean onSale,
        @Nullable BigDecimal vatPercent,
        @Nullable String articleType,
        boolean deleted,
        List<KitRow> kitRows,
        Master master) {

    public ArticleChange {
        kitRows = List.copyOf(kitRows);
    }

    /** A change of which nothing is told but what stock and prices need. */
    public ArticleChange(
            String articleNo,
            @Nullable String name,
            @Nullable BigDecimal priceExclVat,
            @Nullable BigDecimal standardOldPrice,
            boolean onSale,
            @Nullable BigDecimal vatPercent,
            @Nullable String articleType,
            boolean deleted,
            List<KitRow> kitRows) {
        this(
                articleNo,
                name,
                priceExclVat,
                standardOldPrice,
                onSale,
                vatPercent,
                articleType,
                deleted,
                kitRows,
                Master.UNKNOWN);
    }

    /** The same change without prices. */
    public ArticleChange withoutPrices() {
        return new ArticleChange(articleNo, name, null, null, false, vatPercent, articleType, deleted, kitRows, master);
    }

    /** The same change with what else is told of the article. */
    public ArticleChange with(Master told) {
        return new ArticleChange(
                articleNo,
                name,
                priceExclVat,
                standardOldPrice,
                onSale,
                vatPercent,
                articleType,
                deleted,
                kitRows,
                told);
    }

    /** What the sync of products carries besides number, name, price and VAT. */
    public record Master(Goods goods, Texts texts, Assumed assumed) {

        public static final Master UNKNOWN =
                new Master(new Goods(null, null, null, null, null), new Texts(null, null, null), Assumed.NOTHING);
    }

    /**
     * The goods themselves.
     *
     * @param weight in kilograms (the unit is assumed, O22)
     * @param supplier name of the supplier or manufacturer
     */
    public record Goods(
            @Nullable String barCode,
            @Nullable BigDecimal weight,
            @Nullable BigDecimal buyPrice,
            @Nullable String unit,
            @Nullable String supplier) {}

    /**
     * What a shop says of an article.
     *
     * @param shortText HTML, without the escapes of the wire
     * @param longText HTML, without the escapes of the wire
     * @param group name of the article group, which can become a category
     */
    public record Texts(
            @Nullable String shortText,
            @Nullable String longText,
            @Nullable String group) {}

    /**
     * What only the assumed adapter tells.
     *
     * @param articleId stays when the number changes
     * @param oldArticleNo the number before the last change of number
     * @param mainArticleNo the article whose variant this is
     * @param variantValues value by type: {@code Färg} to {@code Röd}
     * @param images in the order in which a shop shows them
     */
    public record Assumed(
            @Nullable String articleId,
            @Nullable String oldArticleNo,
            @Nullable String mainArticleNo,
            Map<String, String> variantValues,
            List<Image> images) {

        public static final Assumed NOTHING = new Assumed(null, null, null, Map.of(), List.of());

        public Assumed {
            variantValues = Collections.unmodifiableMap(new LinkedHashMap<>(variantValues));
            images = List.copyOf(images);
        }
    }

    /**
     * A picture.
     *
     * @param checksum changes with the picture; null when not told
     */
    public record Image(String url, @Nullable String checksum) {}

    /**
     * One part of a kit.
     *
     * @param quantity how many of the article one kit holds
     */
    public record KitRow(String articleNo, BigDecimal quantity) {}
}
