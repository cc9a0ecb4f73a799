package se.brygga.clients.starweb;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How long to keep away from a shop whose limit is reached and that does not say how long: 5 s, doubling with jitter to 60 s
 * (reference section 4), until a call after the pause gets through. Calls that were under way together count once.
 */
final class LimitPause {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final InstantSource time;
    private final RandomGenerator random;
    private Duration pause = Duration.ZERO;
    private Instant until = Instant.MIN;

    LimitPause(InstantSource time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    /** A call has run into the limit. */
    synchronized Duration next() {
        Instant now = time.instant();
        if (now.isBefore(until)) {
            return Duration.between(now, until);
        }
        pause = pause.isZero() ? FIRST : shorter(pause.multipliedBy(2));
        Duration jittered = shorter(pause.plusMillis(random.nextLong(pause.toMillis() / 4)));
        until = now.plus(jittered);
        return jittered;
    }

    /** A call got through. */
    synchronized void over() {
        if (!time.instant().isBefore(until)) {
            pause = Duration.ZERO;
        }
    }

    private static Duration shorter(Duration wanted) {
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
