package se.brygga.testbed.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import se.brygga.activities.start.FailedStart;

/** Repeats a step of the start while its obstacle may pass: a server that is just starting, a system that is busy. */
final class Patiently {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    /** A rest between two tries. */
    @FunctionalInterface
    interface Rest {
        void rest(Duration time) throws InterruptedException;
    }

    private final Duration patience;
    private final InstantSource time;
    private final Rest rest;

    private Patiently(Duration patience) {
        this(patience, InstantSource.system(), Thread::sleep);
    }

    Patiently(Duration patience, InstantSource time, Rest rest) {
        this.patience = patience;
        this.time = time;
        this.rest = rest;
    }

    /** For a run that is to stay: waits for others. */
    static Patiently waiting() {
        return new Patiently(PATIENCE);
    }

    /** For a person at the screen, who wants an answer at once. */
    static Patiently impatient() {
        return new Patiently(Duration.ZERO);
    }

    /**
     * Runs a step until it succeeds.
     *
     * @param what the wait is for, in words
     * @throws Exception the failure of the step, which does not pass, or has not passed in time
     */
    <T> T step(String what, Callable<T> step) throws Exception {
        Instant until = time.instant().plus(patience);
        for (boolean told = false; ; told = true) {
            try {
                return step.call();
            } catch (Exception e) {
                if (!FailedStart.mayPass(e) || !time.instant().isBefore(until)) {
                    throw e;
                }
                if (!told) {
                    System.out.println("Waits for " + what + ", at most " + patience.toSeconds() + " s: "
                            + FailedStart.inWords(e, Locale.ENGLISH));
                }
            }
            rest.rest(BETWEEN);
        }
    }
}
