package se.brygga.clients.starweb;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How long to stay away from a shop that has reached its limit and names no time. The pause starts at 5 s and doubles
 * with jitter up to 60 s (reference section 4), until a call succeeds. Calls that ran at the same time count once.
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

    /** The pause after a call that met the limit. */
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

    /** Ends the pauses, because a call succeeded. */
    synchronized void over() {
        if (!time.instant().isBefore(until)) {
            pause = Duration.ZERO;
        }
    }

    private static Duration shorter(Duration wanted) {
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
