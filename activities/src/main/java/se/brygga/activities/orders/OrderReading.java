package se.brygga.activities.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a shop order, to be kept.
 *
 * @param contentHash of what Specter is told; without the status
 * @param foreignMark whether another party's mark is on it
 * @param snapshot the order in plain bytes; the store encrypts them
 * @param terms by which people find the order; the store hashes them
 */
public record OrderReading(
        BigDecimal total,
        String currency,
        Instant placedAt,
        String contentHash,
        long statusId,
        boolean complete,
        boolean foreignMark,
        byte[] snapshot,
        Set<SearchTerm> terms) {

    /**
     * A translation that may be sent.
     *
     * @param customerKey key of the customer's link
     * @param customerId Specter's number of the customer, if just this customer is known there
     * @param invoice whether an invoice is to be made of it
     * @param draft the translation in plain bytes; the store encrypts them
     * @param otherTotals what the order comes to in Specter if it rounds otherwise than we take for true
     */
    public record Ready(
            String customerKey,
            @Nullable Long customerId,
            boolean invoice,
            byte[] draft,
            List<BigDecimal> otherTotals) {}
}
