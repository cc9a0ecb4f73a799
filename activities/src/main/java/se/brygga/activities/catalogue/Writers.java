package se.brygga.activities.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.remote.RemoteFailure;

/**
 * Writes rows beside each other, as many as the shop's budget lets through. A limit makes its writer wait; any other failure
 * stops all of them, and the engine tries again: what was written is in the books.
 */
public final class Writers {

    /** At 60 ms a call these fill a budget of 16,000 a minute; more would only wait for it. */
    private static final int AT_ONCE = 16;

    /** What a row's write led to. */
    public enum Row {
        WRITTEN,
        /** Needed no write any more. */
        LEFT,
        /** The shop refuses it, or does not have it. */
        HELD
    }

    /** Writes one row. */
    @FunctionalInterface
    public interface Write<T> {
        Row write(T row);
    }

    /** How many rows ended so; {@code more} when time was up before all were looked at. */
    public record Count(int written, int held, boolean more) {}

    private final InstantSource time;

    public Writers(InstantSource time) {
        this.time = time;
    }

    /**
     * Writes the rows in their order, several at a time.
     *
     * @throws RemoteFailure the first that was no limit; rows that were under way have ended
     */
    public <T> Count write(Collection<T> rows, Instant until, Write<T> write) {
        Iterator<T> left = rows.iterator();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("writer-", 0).factory())) {
            for (int i = 0; i < Math.min(AT_ONCE, rows.size()); i++) {
                threads.execute(() -> {
                    try {
                        for (Optional<T> row = next(left, until, failure);
                                row.isPresent();
                                row = next(left, until, failure)) {
                            switch (patiently(row.get(), write)) {
                                case WRITTEN -> written.incrementAndGet();
                                case HELD -> held.incrementAndGet();
                                case LEFT -> {}
                            }
                        }
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
        }
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
        return new Count(written.get(), held.get(), left.hasNext());
    }

    private <T> Optional<T> next(Iterator<T> left, Instant until, AtomicReference<@Nullable RuntimeException> failure) {
        synchronized (left) {
            boolean goesOn = failure.get() == null && time.instant().isBefore(until) && left.hasNext();
            return goesOn ? Optional.of(left.next()) : Optional.empty();
        }
    }

    private static <T> Row patiently(T row, Write<T> write) {
        while (true) {
            try {
                return write.write(row);
            } catch (RemoteFailure failure) {
                Duration wait = failure.retryAfter();
                if (failure.kind() != RemoteFailure.Kind.BUSY || wait == null) {
                    throw failure;
                }
                rest(wait, failure);
            }
        }
    }

    private static void rest(Duration wait, RemoteFailure failure) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
