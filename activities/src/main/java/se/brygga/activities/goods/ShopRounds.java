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
 * Writes rows beside each other, as many as the shop's budget lets through. A limit makes its writer wait. A row whose call is
 * lost is left for the next time, and the others go on until too many are lost in a row: then the shop is down. A defect of one row
 * keeps no other from being written, and is told at the end. What was written is in the books.
 */
public final class ShopRounds {

    /** At 60 ms a call these fill a budget of 16,000 a minute; more would only wait for it. */
    private static final int AT_ONCE = 16;

    /** More rows than these fail by the same mistake, and each may have cost a call. */
    private static final int DEFECTS = 100;

    /** How often it is asked whether the rows are still wanted: it may cost a query. */
    private static final Duration ASKED_EVERY = Duration.ofSeconds(1);

    /** What came of a row. */
    public enum Row {
        DONE,
        /** The shop had it already. */
        UNCHANGED,
        /** The shop refuses it, or does not have it. */
        REFUSED
    }

    /** Writes one row. */
    @FunctionalInterface
    public interface Write<T> {
        Row write(T row);
    }

    /** How many rows ended so; {@code more} when some are left: time was up, nobody wants them, or their calls were lost. */
    public record Count(int written, int notWritten, boolean more) {

        /** Those of another round too. */
        public Count and(Count other) {
            return new Count(written + other.written, notWritten + other.notWritten, more || other.more);
        }
    }

    private final InstantSource time;

    public ShopRounds(InstantSource time) {
        this.time = time;
    }

    /**
     * Writes the rows in their order, several at a time; rows that were under way have ended when it returns or throws.
     *
     * @throws RemoteFailure nothing could be written: the engine waits, longer each time; or a refusal that concerns all rows
     */
    public <T> Count write(Collection<T> rows, Instant until, Write<T> write) {
        return write(rows, until, () -> true, write);
    }

    /**
     * As above, as long as the rows are wanted.
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

    /** One call of {@link #write}: what all its writers share. */
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

        /** Waits as long as a limit says; meanwhile the row may have become unwanted. */
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

    /** A defect, a value that no column holds, an answer that cannot be read: the rows behind it must not wait for somebody to mend that. */
    private static boolean isOfOneRow(RuntimeException e) {
        return e instanceof RemoteFailure failure ? isUnreadable(failure) : !BooksTrouble.passes(e);
    }

    private static boolean isUnreadable(RemoteFailure failure) {
        return failure.kind() == RemoteFailure.Kind.OUR_FAULT && !failure.ofSystem();
    }

    /** Reads about one row; what cannot be understood of it is {@link Row#REFUSED}, and costs no other row. */
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

    /** Whether a refusal is no single row's fault, but that of the shop's rights. */
    public static boolean concernsAll(RemoteFailure refusal) {
        return refusal.why() == RemoteFailure.Why.FORBIDDEN;
    }

    /** A call that was lost, not one that the shop has understood, nor one behind an outage. */
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
