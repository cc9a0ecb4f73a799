package se.brygga.starter.desk.callbacks;

import java.time.Instant;
import se.brygga.workflows.OrderRef;

/**
 * An order in Specter, neither delivered nor cancelled, of which Specter has said nothing for long.
 *
 * @param since when Specter said something of it last, or when it was transferred
 */
public record SilentOrder(OrderRef order, long specterNumber, Instant since) {}
