package se.brygga.workflows.feed;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says to a loop. Sent as a Temporal Update whose id is {@link #id()}: sent twice it counts once.
 *
 * @param by login of the operator
 * @param interval for {@link Kind#INTERVAL} only: how long to wait between two polls at the least; null takes back what an
 *     operator said before, so that the set-up decides again
 */
public record Steering(
        String id, Kind kind, String by, @Nullable Duration interval) {

    /** A poll costs the remote something; a day without any is a pause, and should be called so. */
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    public static final Duration LONGEST = Duration.ofDays(1);

    /** What can be said. */
    public enum Kind {
        PAUSE,
        RESUME,
        INTERVAL
    }

    /** What is wrong with it; empty when it can be followed. */
    public Optional<String> objection() {
        if (by.isBlank()) {
            return Optional.of("say who decides");
        }
        if (interval == null) {
            return Optional.empty();
        }
        if (kind != Kind.INTERVAL) {
            return Optional.of("only interval takes a duration");
        }
        return interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0
                ? Optional.of("the interval must be from " + SHORTEST.toSeconds() + " seconds to " + LONGEST.toHours()
                        + " hours, not " + interval)
                : Optional.empty();
    }
}
