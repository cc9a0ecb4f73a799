package se.brygga.clients.specter.feed;

import java.math.BigDecimal;
import java.util.List;
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
        List<KitRow> kitRows) {

    public ArticleChange {
        kitRows = List.copyOf(kitRows);
    }

    /**
     * One part of a kit.
     *
     * @param quantity how many of the article one kit holds
     */
    public record KitRow(String articleNo, BigDecimal quantity) {}
}
