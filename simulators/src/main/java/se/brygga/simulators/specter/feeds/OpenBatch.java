package se.brygga.simulators.specter.feeds;

import java.time.Instant;

/**
 * A batch that nobody has acknowledged.
 *
 * @param changes how many changes it holds
 * @param foreign whether another integration opened it
 */
public record OpenBatch(SimFeedKind kind, String batchNo, Instant openedAt, int changes, boolean foreign) {}
