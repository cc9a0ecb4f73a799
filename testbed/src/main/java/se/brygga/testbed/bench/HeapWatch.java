package se.brygga.testbed.bench.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import se.brygga.testbed.bench.AppChild;

/** Looks now and then how much memory a worker has in use, until its thread is interrupted. */
final class HeapWatch implements Runnable {

    /** Each look collects garbage, which must not become what is measured. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final AppChild worker;
    private volatile long most;

    HeapWatch(AppChild worker) {
        this.worker = worker;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                most = Math.max(most, worker.heapInUse());
            }
        } catch (InterruptedException ended) {
            // The measurement has ended.
        } catch (IOException e) {
            throw new UncheckedIOException("the worker does not tell its memory", e);
        }
    }

    /** Megabytes after a garbage collection; 0 before the first look. */
    long most() {
        return most;
    }
}
