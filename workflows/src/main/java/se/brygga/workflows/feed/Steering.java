package se.brygga.workflows.feed;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;

/**
 * What an operator says to a loop. A steering is sent as a Temporal Update whose id is {@link #id()}, so that it counts
 * once when it is sent twice. In the Temporal UI people type it as JSON, so any part may be missing.
 * {@link #objection()} says what is wrong, before the steering is followed.
 *
 * @param kind null when the JSON names none
 * @param by login of the operator; empty when nobody is named
 * @param interval for {@link Kind#INTERVAL} only: the shortest wait between two polls. Null takes back an earlier
 *     interval, so that the set-up decides
 */
public record Steering(
        String id, @Nullable Kind kind, String by, @Nullable Duration interval) {

    /** The shortest interval. A poll costs the remote system something. */
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    public static final Duration LONGEST = Duration.ofDays(1);

    /** What an operator can say. */
    public enum Kind {
        PAUSE,
        RESUME,
        INTERVAL;

        /** The kind by its name in any case of letters; null for any other word. */
        @JsonCreator
        static @Nullable Kind ofText(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equalsIgnoreCase(text.strip()))
                    .findFirst()
                    .orElse(null);
        }
    }

    public Steering {
        id = Objects.requireNonNullElse(id, "");
        by = Objects.requireNonNullElse(by, "");
    }

    /** What is wrong with the steering; empty when it can be followed. */
    public Optional<Refusal> objection() {
        if (kind == null) {
            return Optional.of(Reason.STEERING_MISSING.of(Arrays.stream(Kind.values())
                    .map(known -> known.name().toLowerCase(Locale.ROOT))
                    .toList()));
        }
        if (by.isBlank() || by.indexOf('\0') >= 0) {
            return Optional.of(Reason.NOBODY_NAMED.of());
        }
        if (interval == null) {
            return Optional.empty();
        }
        if (kind != Kind.INTERVAL) {
            return Optional.of(Reason.INTERVAL_NOT_TAKEN.of());
        }
        return interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0
                ? Optional.of(Reason.INTERVAL_OUT_OF_BOUNDS.of(interval, SHORTEST.toSeconds(), LONGEST.toHours()))
                : Optional.empty();
    }

    /** The kind of a steering without {@link #objection()}. */
    public Kind checkedKind() {
        return Objects.requireNonNull(kind, "checked by objection");
    }
}
