package se.brygga.starter.desk.bulk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import se.brygga.workflows.OrderRef;

/**
 * What a decision about many would be about, if it were made now.
 *
 * @param count how many orders wait
 * @param sums what they come to, by currency
 * @param unread how many of them nobody has read: they add nothing to the sums
 * @param tenants how many orders each tenant has
 * @param first some of them, the one that has waited longest first
 * @param token names just this preview; the decision carries it
 */
public record Preview(
        int count,
        Map<String, BigDecimal> sums,
        int unread,
        Map<String, Integer> tenants,
        List<OrderRef> first,
        String token) {

    static Preview of(BulkBook.Preview kept) {
        return new Preview(
                kept.count(),
                kept.sums(),
                kept.unread(),
                kept.tenants(),
                kept.first(),
                kept.count() + "-" + kept.digest());
    }
}
