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
 * What an operator says to a loop. Sent as a Temporal Update whose id is {@link #id()}: sent twice it counts once. In the
 * Temporal UI it is typed as JSON, so anything may be missing: {@link #objection()} says what, before it is followed.
 *
 * @param kind null when it is none
 * @param by login of the operator; empty when nobody says
 * @param interval for {@link Kind#INTERVAL} only: how long to wait between two polls at the least; null takes back what an
 *     operator said before, so that the set-up decides again
 */
public record Steering(
        String id, @Nullable Kind kind, String by, @Nullable Duration interval) {

    /** A poll costs the remote something; a day without any is a pause, and should be called so. */
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    public static final Duration LONGEST = Duration.ofDays(1);

    /** What can be said. */
    public enum Kind {
        PAUSE,
        RESUME,
        INTERVAL;

        /** In any case of letters; null for a word that is none. */
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

    /** What is wrong with it; empty when it can be followed. */
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

    /** What is to be done; for one without {@link #objection()}. */
    public Kind checkedKind() {
        return Objects.requireNonNull(kind, "checked by objection");
    }
}
