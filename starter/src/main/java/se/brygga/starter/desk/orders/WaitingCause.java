package se.brygga.starter.desk.orders;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import se.brygga.workflows.attention.Cause;

/**
 * A cause that something waits for.
 *
 * @param waiting how many orders, changes and callbacks wait for it
 * @param since the oldest of them
 */
public record WaitingCause(Cause cause, int waiting, Instant since) {

    /** What waits in some places together, the most frequent cause first. */
    public static List<WaitingCause> together(List<List<WaitingCause>> parts) {
        return parts.stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(WaitingCause::cause, one -> one, WaitingCause::and))
                .values()
                .stream()
                .sorted(Comparator.comparingInt(WaitingCause::waiting)
                        .reversed()
                        .thenComparing(WaitingCause::since))
                .toList();
    }

    private WaitingCause and(WaitingCause other) {
        return new WaitingCause(cause, waiting + other.waiting, since.isBefore(other.since) ? since : other.since);
    }
}
