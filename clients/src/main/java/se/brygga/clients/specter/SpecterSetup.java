package se.brygga.clients.specter;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.Secret;

/**
 * How to reach one tenant's Specter account, and the few settings where a wrong guess would cost the merchant.
 *
 * @param apiVersion 1 or 2 (reference section 2.1)
 * @param apiUserId null when Specter gave none
 * @param apiUserKey v1: MD5 key 1
 * @param integrationKey v1: MD5 key 2
 * @param maxConcurrent calls at a time over all workers (O7)
 * @param readTimeout how long an answer may take (O7)
 * @param forceCustomerUpdate whether a matched customer gets the order's address (O12)
 * @param authCodes answer codes that mean "credentials refused" (O10)
 * @param duplicateOrderCodes answer codes that mean "this externalOrderNo is already there" (O10, O17)
 * @param duplicateOrderPattern found in such an answer's text, whatever its code; null when the codes are enough
 * @param duplicateOrderNumberPattern finds Specter's own number in such an answer, group 1; null when it gives none
 * @param articleMissingCodes answer codes that mean "unknown article on a row" (O10, O16)
 * @param assumedAdapter whether our invented actions may be sent (section 11); false against the live host
 * @param priceLists where prices of price lists come from (O39)
 * @param maxForeignRecoveries how many batches of another party a feed takes over within a day; with more, a notice
 *     says that another integration reads the journal
 * @param triggerOrderId what a trigger's {@code orderId} is (O36)
 */
public record SpecterSetup(
        URI baseUrl,
        int apiVersion,
        long sbmId,
        @Nullable String apiUserId,
        Secret apiUserKey,
        Secret integrationKey,
        int maxConcurrent,
        Duration readTimeout,
        boolean forceCustomerUpdate,
        Set<String> authCodes,
        Set<String> duplicateOrderCodes,
        @Nullable String duplicateOrderPattern,
        @Nullable String duplicateOrderNumberPattern,
        Set<String> articleMissingCodes,
        boolean assumedAdapter,
        PriceLists priceLists,
        int maxForeignRecoveries,
        TriggerOrderId triggerOrderId) {

    /** Where price lists come from. Specter has no known call for them. */
    public enum PriceLists {
        OFF,
        /** A file that a person exports from Specter. */
        FILE,
        /** The feed that we invented; needs the assumed adapter. */
        ASSUMED
    }

    /**
     * What the {@code orderId} of Specter's triggers is. If this is wrong, the id is read as the number of another
     * order.
     */
    public enum TriggerOrderId {
        /** The order's number, as at its submission: an invoice trigger is booked for this order. */
        NUMBER,
        /** Nobody has checked: a trigger only makes Brygga ask Specter. */
        UNKNOWN
    }

    public SpecterSetup {
        authCodes = Set.copyOf(authCodes);
        duplicateOrderCodes = Set.copyOf(duplicateOrderCodes);
        articleMissingCodes = Set.copyOf(articleMissingCodes);
    }
}
