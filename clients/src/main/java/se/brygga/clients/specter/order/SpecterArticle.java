package se.brygga.clients.specter.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An article that a row names and that Specter may not have yet (reference section 4.3). Stock is never sent, because
 * Specter owns stock.
 *
 * @param articleNo without spaces
 * @param name at most 140 characters
 * @param priceExclVat sent with two decimals; null when unknown, which the reference does not forbid
 * @param vatPercent null when unknown
 */
public record SpecterArticle(
        String articleNo,
        String name,
        @Nullable BigDecimal priceExclVat,
        @Nullable Integer vatPercent) {}
