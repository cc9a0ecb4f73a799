package se.brygga.starter.orders;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A wait that is bounded: for a condition, never for a time. */
final class Patience {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Patience() {}

    /**
     * Looks until what is seen fits, or the time is up.
     *
     * @return what was seen last
     */
    static <T> T until(Duration atMost, Predicate<T> fits, Supplier<T> look) {
        long end = System.nanoTime() + atMost.toNanos();
        T seen = look.get();
        while (!fits.test(seen) && System.nanoTime() < end && paused()) {
            seen = look.get();
        }
        return seen;
    }

    private static boolean paused() {
        try {
            Thread.sleep(BETWEEN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
