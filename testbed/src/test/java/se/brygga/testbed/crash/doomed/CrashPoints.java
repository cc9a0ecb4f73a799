package se.brygga.testbed.crash.doomed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Inside a doomed process: stops the thread that comes to its crash point, says so on standard output, and lets all other
 * threads go on, so that one kill serves many points. Writes down every write, if asked, in the order of their commits.
 */
final class CrashPoints {

    static final String STANDS = "STANDS AT ";

    private static final class Armed {
        final CrashPoint point;
        final Pattern workflows;
        final AtomicInteger count = new AtomicInteger();
        final AtomicBoolean reached = new AtomicBoolean();

        Armed(CrashPoint point) {
            this.point = point;
            this.workflows = Pattern.compile(point.workflows());
        }

        boolean ownedBy(Owner owner) {
            return workflows.matcher(owner.workflow()).matches();
        }

        boolean isNow(Owner owner, String what) {
            return point.step().equals(owner.step())
                    && point.what().equals(what)
                    && count.incrementAndGet() == point.nth();
        }
    }

    private final List<Armed> armed;
    private final @Nullable Path record;

    private CrashPoints(List<Armed> armed, @Nullable Path record) {
        this.armed = armed;
        this.record = record;
    }

    /** From the files that the system properties {@code crash.points} and {@code crash.record} name. */
    static CrashPoints fromProperties() throws IOException {
        String points = System.getProperty("crash.points");
        String record = System.getProperty("crash.record");
        List<Armed> armed = points == null
                ? List.of()
                : Files.readAllLines(Path.of(points)).stream()
                        .map(line -> new Armed(CrashPoint.of(line)))
                        .toList();
        return new CrashPoints(armed, record == null ? null : Path.of(record));
    }

    /** A write that has been begun. */
    interface Moment {

        /**
         * It is committed; does not return if the process is to die after it.
         *
         * @param changed whether anything is different now
         */
        void passed(boolean changed) throws SQLException;
    }

    /** A write that is about to happen; does not return if the process is to die before it. */
    Moment about(Owner owner, String what, Connection connection) throws SQLException {
        Armed after = null;
        for (Armed one : armed) {
            if (!one.ownedBy(owner)) {
                continue;
            }
            if (one.reached.get()) {
                // A second try of a victim that stands already: the kill would find it further on than it should be.
                standStill(connection);
            }
            if (one.isNow(owner, what)) {
                if (one.point.before()) {
                    standStill(one, connection);
                }
                after = one;
            }
        }
        Armed reached = after;
        return changed -> {
            write(owner, what, changed);
            if (reached != null) {
                standStill(reached, connection);
            }
        };
    }

    private synchronized void write(Owner owner, String what, boolean changed) {
        if (record == null) {
            return;
        }
        try {
            Files.writeString(
                    record,
                    String.join("\t", owner.workflow(), owner.step(), what, Boolean.toString(changed)) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void standStill(Armed one, Connection connection) throws SQLException {
        one.reached.set(true);
        System.out.println(STANDS + one.point.id());
        standStill(connection);
    }

    /**
     * The kill makes PostgreSQL roll back what is not committed; this does it a moment earlier, so that the locks of one victim
     * do not hold up the others.
     */
    private static void standStill(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        connection.close();
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException e) {
                // Only a kill ends this.
            }
        }
    }
}
