package se.brygga.activities.goods;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.sql.BooksTrouble;
import se.brygga.clients.remote.RemoteFailure;

/**
 * Writes rows in parallel, as fast as the shop's budget allows. A limit makes its writer wait. A row whose call is lost
 * is left for the next push, and the others continue. When too many calls in a row are lost, the shop is down. A defect
 * of one row does not stop the others, and is thrown at the end. Every finished write is in the books.
 */
public final class ShopRounds {

    /** Number of writers. At 60 ms a call these use a budget of 16,000 a minute, and more writers would only wait. */
    private static final int AT_ONCE = 16;

    /**
     * After this many defects the round ends, because one mistake is behind all of them, and each may have cost a call.
     */
    private static final int DEFECTS = 100;

    /** How often the caller is asked whether the rows are still wanted, which may cost a query. */
    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

    /** The result of a row. */
    public enum Row {
        DONE,
        /** The shop had the value already. */
        UNCHANGED,
        /** The shop refuses the row, or does not have it. */
        REFUSED
    }

    /** Writes one row. */
    @FunctionalInterface
    public interface Write<T> {
        Row write(T row);
    }

    /**
     * Number of rows by result. {@code more} when some remain: the time was up, they are not wanted any more, or their
     * calls were lost.
     */
    public record Count(int written, int notWritten, boolean more) {

        /** The sum of two rounds. */
        public Count and(Count other) {
            return new Count(written + other.written, notWritten + other.notWritten, more || other.more);
        }
    }

    private final InstantSource time;

    public ShopRounds(InstantSource time) {
        this.time = time;
    }

    /**
     * Writes the rows in their order, several at a time. All begun rows have ended when this returns or throws.
     *
     * @throws RemoteFailure nothing could be written, so the engine waits, longer each time; or a refusal that concerns
     *     all rows
     */
    public <T> Count write(Collection<T> rows, Instant until, Write<T> write) {
        return write(rows, until, () -> true, write);
    }

    /**
     * As {@link #write(Collection, Instant, Write)}, as long as the rows are wanted.
     *
     * @param wanted asked before a row, at most once a second
     */
    public <T> Count write(Collection<T> rows, Instant until, BooleanSupplier wanted, Write<T> write) {
        Round<T> round = new Round<>(rows.iterator(), until, wanted, write);
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("writer-", 0).factory())) {
            for (int i = 0; i < Math.min(AT_ONCE, rows.size()); i++) {
                threads.execute(round::run);
            }
        }
        return round.count();
    }

    /** One call of {@link #write}: what its writers share. */
    private final class Round<T> {

        private final Iterator<T> left;
        private final Instant until;
        private final BooleanSupplier asked;
        private final Write<T> write;
        private boolean wanted = true;
        private Instant askedAt = Instant.MIN;
        private int written;
        private int notWritten;
        private int lostInARow;
        private int defects;
        private boolean stopped;
        private @Nullable RuntimeException failure;

        Round(Iterator<T> left, Instant until, BooleanSupplier asked, Write<T> write) {
            this.left = left;
            this.until = until;
            this.asked = asked;
            this.write = write;
        }

        void run() {
            for (Optional<T> row = next(); row.isPresent(); row = next()) {
                try {
                    ended(patiently(row.get()));
                } catch (RuntimeException e) {
                    failed(e);
                }
            }
        }

        private synchronized Optional<T> next() {
            try {
                boolean goesOn = !stopped && time.instant().isBefore(until) && left.hasNext() && isWanted();
                return goesOn ? Optional.of(left.next()) : Optional.empty();
            } catch (RuntimeException nobodyCanSay) {
                stopped = true;
                failure = nobodyCanSay;
                return Optional.empty();
            }
        }

        private synchronized boolean isWanted() {
            Instant now = time.instant();
            if (wanted && !askedAt.plus(ASKED_EVERY).isAfter(now)) {
                wanted = asked.getAsBoolean();
                askedAt = now;
            }
            return wanted;
        }

        /** Writes a row, and waits while a limit says so. The row may become unwanted meanwhile. */
        private Row patiently(T row) {
            while (isWanted()) {
                try {
                    return write.write(row);
                } catch (RemoteFailure failure) {
                    Duration wait = failure.retryAfter();
                    if (failure.kind() != RemoteFailure.Kind.BUSY || wait == null || failure.ofSystem()) {
                        throw failure;
                    }
                    rest(wait, failure);
                }
            }
            return Row.UNCHANGED;
        }

        private synchronized void ended(Row row) {
            lostInARow = 0;
            switch (row) {
                case DONE -> written++;
                case REFUSED -> notWritten++;
                case UNCHANGED -> {}
            }
        }

        private synchronized void failed(RuntimeException e) {
            if (isOfOneRow(e)) {
                defects++;
                stopped |= defects == DEFECTS;
            } else {
                lostInARow++;
                stopped |= !mayPass(e) || lostInARow == AT_ONCE;
            }
            if (failure == null || !mayPass(e)) {
                failure = e;
            }
        }

        synchronized Count count() {
            if (failure != null && (written == 0 || !mayPass(failure))) {
                throw failure;
            }
            return new Count(written, notWritten, failure != null || !wanted || left.hasNext());
        }
    }

    /**
     * Whether the exception is about one row: a defect, a value that no column holds, an unreadable answer. The rows
     * after it must not wait until somebody has mended that.
     */
    private static boolean isOfOneRow(RuntimeException e) {
        return e instanceof RemoteFailure failure ? isUnreadable(failure) : !BooksTrouble.passes(e);
    }

    private static boolean isUnreadable(RemoteFailure failure) {
        return failure.kind() == RemoteFailure.Kind.OUR_FAULT && !failure.ofSystem();
    }

    /** Reads about one row. An unreadable answer is {@link Row#REFUSED}, and costs no other row. */
    public static Row readable(Runnable read) {
        try {
            read.run();
            return Row.DONE;
        } catch (RemoteFailure failure) {
            if (!isUnreadable(failure)) {
                throw failure;
            }
            return Row.REFUSED;
        }
    }

    /** Whether a refusal is about the shop's rights, and not about a single row. */
    public static boolean concernsAll(RemoteFailure refusal) {
        return refusal.why() == RemoteFailure.Why.FORBIDDEN;
    }

    /** Whether a later try may succeed: the call was lost. A refusal and an outage are something else. */
    private static boolean mayPass(RuntimeException e) {
        return e instanceof RemoteFailure failure
                && !failure.ofSystem()
                && failure.kind().passes();
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
