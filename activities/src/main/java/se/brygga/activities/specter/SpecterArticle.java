package se.brygga.activities.specter;

import java.math.BigDecimal;

/**
 * An article that a row names and that Specter may not have yet (reference section 4.3). Stock is never sent: Specter owns
 * it.
 *
 * @param articleNo without spaces
 * @param name at most 140 characters
 * @param priceExclVat sent with two decimals
 */
public record SpecterArticle(String articleNo, String name, BigDecimal priceExclVat, int vatPercent) {}
