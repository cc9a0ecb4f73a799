package se.brygga.testbed.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * Everything that a demo has started. It is stopped in reverse order, also when Ctrl-C comes in the middle of the
 * start.
 */
final class Running {

    /** The exit code of a shell for a program that Ctrl-C has ended. */
    private static final int INTERRUPTED = 130;

    private static final int START_ENDS_WITHIN_SECONDS = 15;

    /** On a machine under load everything may need a while; each part has a limit of its own. */
    private static final Duration STOPS_WITHIN = Duration.ofMinutes(2);

    private final List<AutoCloseable> started = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    /** Runs it, and stops everything that it has kept. */
    int untilTheEnd(Callable<Integer> demo) throws Exception {
        Thread starter = Thread.currentThread();
        Thread interrupted = new Thread(() -> stopOnInterrupt(starter));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            return demo.call();
        } catch (Exception e) {
            if (stopping) {
                return INTERRUPTED;
            }
            throw e;
        } finally {
            ended.countDown();
            if (isRemoved(interrupted)) {
                stop();
            } else {
                // Returning from here ends the process, so it waits.
                awaitStopped();
            }
        }
    }

    private static boolean isRemoved(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return false;
        }
    }

    private void awaitStopped() {
        long deadline = System.nanoTime() + STOPS_WITHIN.toNanos();
        boolean waits = true;
        while (waits) {
            try {
                waits = !stopped.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)
                        && System.nanoTime() < deadline;
            } catch (InterruptedException toldToEnd) {
                // The process is ending already.
            }
        }
    }

    /** What is started after Ctrl-C is stopped at once, and the start goes no further. */
    <T extends AutoCloseable> T keep(T resource) {
        synchronized (started) {
            started.add(resource);
        }
        if (stopping) {
            stop();
            throw new IllegalStateException("stopped");
        }
        return resource;
    }

    /**
     * Stops everything at once after Ctrl-C, without the messages that the parts write about each other's end. The
     * process must not end before the start has, because the start may be about to create a server.
     */
    private void stopOnInterrupt(Thread starter) {
        stopping = true;
        try {
            ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
            stop();
            starter.interrupt();
            awaitEnd();
            stop();
        } finally {
            stopped.countDown();
        }
    }

    private void awaitEnd() {
        try {
            if (!ended.await(START_ENDS_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("brygga: the start did not end; something of it may still run");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        synchronized (started) {
            for (AutoCloseable resource : started.reversed()) {
                try {
                    resource.close();
                } catch (Exception e) {
                    System.err.println("brygga: could not stop cleanly: " + e.getMessage());
                }
            }
            started.clear();
        }
    }
}
