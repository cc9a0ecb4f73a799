package se.brygga.starter.desk.callbacks;

import java.time.Instant;
import se.brygga.activities.sql.TimeKey;
import se.brygga.workflows.OrderRef;

/**
 * An order in Specter, neither delivered nor cancelled, of which Specter has said nothing for long.
 *
 * @param since when Specter said something of it last, or when it was transferred
 */
public record SilentOrder(OrderRef order, long specterNumber, Instant since, Instant transferredAt) {

    /** After which a list goes on. */
    public String key() {
        return new TimeKey(transferredAt, order.toString()).text();
    }
}
