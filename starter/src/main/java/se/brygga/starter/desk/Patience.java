package se.brygga.starter.desk;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A bounded wait for a condition or an answer, never for a fixed time. */
public final class Patience {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Patience() {}

    /**
     * Looks until the result fits, or the time is up.
     *
     * @return the last result
     */
    public static <T> T until(Duration atMost, Predicate<T> fits, Supplier<T> look) {
        long end = System.nanoTime() + atMost.toNanos();
        T seen = look.get();
        while (!fits.test(seen) && System.nanoTime() < end && paused()) {
            seen = look.get();
        }
        return seen;
    }

    /**
     * Waits for an answer that may never come.
     *
     * @throws TimeoutException no answer came in time; the call is given up
     */
    public static void within(Duration atMost, Runnable call) throws TimeoutException {
        FutureTask<?> task = new FutureTask<>(call, null);
        Thread.startVirtualThread(task);
        try {
            task.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for an answer", e);
        } finally {
            task.cancel(true);
        }
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
