package se.brygga.testbed.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/** Looks now and then how much memory a worker has in use, until its thread is interrupted. */
public final class HeapWatch implements Runnable {

    /** Each look collects garbage, which must not become what is measured. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Supplier<AppChild> worker;
    private volatile long most;

    /** @param worker the one that runs now: a killed one is replaced */
    public HeapWatch(Supplier<AppChild> worker) {
        this.worker = worker;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                look(worker.get());
            }
        } catch (InterruptedException ended) {
            // The measurement has ended.
        }
    }

    private void look(AppChild now) throws InterruptedException {
        try {
            most = Math.max(most, now.heapInUse());
        } catch (IOException e) {
            if (worker.get().equals(now)) {
                throw new UncheckedIOException("the worker does not tell its memory", e);
            }
        }
    }

    /** Megabytes after a garbage collection; 0 before the first look. */
    public long most() {
        return most;
    }
}
