package se.brygga.testbed.demo.once;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Predicate;

/** A wait for several things that come one after the other, however slow the machine is. */
final class Arriving {

    private static final int TICK_MILLIS = 100;

    private Arriving() {}

    /** Until all are there, or none has come for so long. */
    static <T> void await(Collection<T> all, Predicate<T> isThere, Duration patience) throws InterruptedException {
        long before = -1;
        long deadline = System.nanoTime();
        while (true) {
            long there = all.stream().filter(isThere).count();
            if (there > before) {
                before = there;
                deadline = System.nanoTime() + patience.toNanos();
            }
            if (there == all.size() || System.nanoTime() >= deadline) {
                return;
            }
            Thread.sleep(TICK_MILLIS);
        }
    }
}
