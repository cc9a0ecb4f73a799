package se.brygga.simulators.specter.feeds;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one get took out of the pending set.
 *
 * @param owner whom it is in the way of (O24)
 * @param rows as they were told first
 */
record Batch<R>(
        String number, String owner, Instant openedAt, boolean foreign, Map<String, Pending> held, List<R> rows) {

    static <R> Batch<R> empty(String number, String owner, Instant at, boolean foreign) {
        return new Batch<>(number, owner, at, foreign, new LinkedHashMap<>(), List.of());
    }

    int changes() {
        return held.values().stream()
                .mapToInt(pending -> pending.changes().size())
                .sum();
    }
}
