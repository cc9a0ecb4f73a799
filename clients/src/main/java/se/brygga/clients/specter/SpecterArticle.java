package se.brygga.clients.specter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An article that a row names and that Specter may not have yet (reference section 4.3). Stock is never sent: Specter owns
 * it.
 *
 * @param articleNo without spaces
 * @param name at most 140 characters
 * @param priceExclVat sent with two decimals; null when it is not known, which the reference does not forbid
 * @param vatPercent null when it is not known
 */
public record SpecterArticle(
        String articleNo,
        String name,
        @Nullable BigDecimal priceExclVat,
        @Nullable Integer vatPercent) {}
