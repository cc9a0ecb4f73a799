package se.brygga.activities.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.brygga.clients.remote.Door;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.workflows.attention.Phrase;

/**
 * Lets calls through to systems that are in order, and one at a time to a system that is not. The outages are read once
 * a second for the whole process, so a call that has to wait costs no query.
 */
public final class OutageGate implements Outages, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutageGate.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /**
     * How long a probe keeps its place after its process was last heard of. Three missed renewals mean that the process
     * is dead.
     */
    static final Duration LEASE = Duration.ofSeconds(9);

    /**
     * The pace at which waiting calls come back, for all calls and systems together. So a thousand orders cost what
     * twenty do. A tenant's Specter takes no more than that either when it is back.
     */
    private static final Duration BETWEEN_TWO_THAT_WAIT = Duration.ofMillis(200);

    private static final Duration SOONEST = Duration.ofSeconds(3);

    /** The longest pause of a waiting call when only a few wait. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final Duration LATEST = Duration.ofMinutes(15);

    private record Seen(Instant at, List<Outage> open, long waiting) {}

    private final OutageBook book;
    private final InstantSource time;
    private final ConcurrentMap<Door, Instant> answeredAt = new ConcurrentHashMap<>();
    private final Set<Try> tries = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService renewals = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("try-renewal").daemon().factory());
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Seen seen = new Seen(Instant.MIN, List.of(), 0);

    public OutageGate(OutageBook book, InstantSource time) {
        this.book = book;
        this.time = time;
        long every = LEASE.toMillis() / 3;
        var _ = renewals.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
    }

    /** Stops renewing the places of probes. */
    @Override
    public void close() {
        renewals.shutdownNow();
    }

    @Override
    public Turn enter(Door door, String about) {
        Instant now = time.instant();
        List<Try> tried = new ArrayList<>();
        for (Outage outage : look(now).open()) {
            if (outage.concerns(door) && outage.shuts(now)) {
                Instant until = leaseEnd(now);
                if (outage.nextTryAt().isAfter(now) || !book.take(outage.door(), until)) {
                    tried.forEach(Try::giveBack);
                    throw retryLater(outage, now);
                }
                tried.add(new Try(outage.door(), until));
            }
        }
        tries.addAll(tried);
        return new OneCall(door, about, now, tried);
    }

    /** The end of a lease in the precision of PostgreSQL, because it later identifies the lease. */
    private static Instant leaseEnd(Instant now) {
        return now.plus(LEASE).truncatedTo(ChronoUnit.MICROS);
    }

    /** Renews the places of the probes that this process makes now. */
    void renew() {
        try {
            tries.forEach(Try::holdOn);
        } catch (RuntimeException e) {
            LOG.warn("tries of systems could not be renewed: {}", e.getClass().getSimpleName());
        }
    }

    /**
     * The place of the one call that probes a system. The place is lost when another worker takes it, or has set the
     * time of the next probe.
     */
    private final class Try {

        private final Door door;
        private Instant until;

        Try(Door door, Instant until) {
            this.door = door;
            this.until = until;
        }

        synchronized void holdOn() {
            Instant later = leaseEnd(time.instant());
            if (book.move(door, until, later)) {
                until = later;
            }
        }

        synchronized void giveBack() {
            book.move(door, until, time.instant());
        }
    }

    private final class OneCall implements Turn {

        private final Door door;
        private final String about;
        private final Instant began;
        private final List<Try> tried;
        private boolean said;

        OneCall(Door door, String about, Instant began, List<Try> tried) {
            this.door = door;
            this.about = about;
            this.began = began;
            this.tried = tried;
        }

        @Override
        public void answered() {
            said = true;
            answeredAt.put(door, time.instant());
            boolean wasOut = seen.open().stream().anyMatch(outage -> outage.concerns(door) || outage.isLoginOf(door));
            if (wasOut) {
                book.answered(door);
                refresh();
            }
        }

        @Override
        public RemoteFailure failed(RemoteFailure failure) {
            // A call that was not sent was stopped by the connection, whatever its subject.
            return failed(failure, failure.kind() == RemoteFailure.Kind.OUTCOME_UNKNOWN ? about : Outage.ITSELF);
        }

        @Override
        public RemoteFailure loginFailed(RemoteFailure failure) {
            return failed(failure, Outage.ITSELF);
        }

        private RemoteFailure failed(RemoteFailure failure, String lost) {
            if (failure.kind() == RemoteFailure.Kind.REFUSED) {
                // The system has read the request and understood it.
                answered();
            }
            // If our own process ends, this says nothing about the system.
            Optional<Outage.Kind> kind = Thread.currentThread().isInterrupted() ? Optional.empty() : kindOf(failure);
            if (kind.isEmpty()) {
                return failure;
            }
            said = true;
            Door shut = failure.kind() == RemoteFailure.Kind.NOT_LET_IN ? door : door.with(Door.Right.ANY);
            Instant now = time.instant();
            Instant answered = answeredAt.getOrDefault(door, began);
            Outage after = book.failed(
                    shut,
                    new Outage.Failed(
                            kind.get(),
                            answered.isAfter(began) ? answered : began,
                            now,
                            failure.said(),
                            failure.retryAfter(),
                            lost,
                            // What is read in Specter are journals. What is asked of a shop may be one order's, and
                            // looks so too.
                            door.right() == Door.Right.READ));
            refresh();
            if (after.isKnown(now)) {
                return failure.inOutage(pause(after, now));
            }
            return kind.get() == Outage.Kind.BUSY ? failure.retriedAfter(pause(after, now)) : failure;
        }

        @Override
        public void close() {
            tried.forEach(tries::remove);
            if (!said) {
                tried.forEach(Try::giveBack);
            }
        }
    }

    private static Optional<Outage.Kind> kindOf(RemoteFailure failure) {
        return switch (failure.kind()) {
            case NOT_SENT, OUTCOME_UNKNOWN -> Optional.of(Outage.Kind.AWAY);
            case BUSY -> Optional.of(Outage.Kind.BUSY);
            case NOT_LET_IN ->
                Optional.of(
                        failure.why() == RemoteFailure.Why.WRONG_ADDRESS
                                ? Outage.Kind.ADDRESS
                                : Outage.Kind.CREDENTIALS);
            case REFUSED, OUR_FAULT -> Optional.empty();
        };
    }

    /** The outages, at most a second old. A caller that comes during a reading gets the earlier result. */
    private Seen look(Instant now) {
        Seen last = seen;
        if (now.isBefore(last.at().plus(LOOK_EVERY)) && !last.at().isAfter(now)) {
            return last;
        }
        if (!reading.tryLock()) {
            return last;
        }
        try {
            return read(now);
        } finally {
            reading.unlock();
        }
    }

    private Seen read(Instant now) {
        List<OutageBook.Told> open = book.open();
        long waiting = open.stream()
                .filter(told -> told.outage().shuts(now))
                .mapToLong(OutageBook.Told::waiting)
                .sum();
        Seen read = new Seen(now, open.stream().map(OutageBook.Told::outage).toList(), waiting);
        seen = read;
        return read;
    }

    private void refresh() {
        read(time.instant());
    }

    private RemoteFailure retryLater(Outage outage, Instant now) {
        String message = "%s of %s is out of order (%s) since %s"
                .formatted(
                        outage.door().system().key(),
                        outage.door().owner(),
                        outage.kind().key(),
                        outage.since());
        RemoteFailure later = new RemoteFailure(
                        outage.door().system(),
                        RemoteFailure.Kind.BUSY,
                        RemoteFailure.Why.OUTAGE,
                        message,
                        pause(outage, now),
                        null)
                .toldAs(Phrase.WAITS_FOR_SYSTEM.with(outage.door().system().title()));
        return outage.isKnown(now) ? later.inOutage(pause(outage, now)) : later;
    }

    /** The pause of a call that waits. */
    private Duration pause(Outage outage, Instant now) {
        Duration share = BETWEEN_TWO_THAT_WAIT.multipliedBy(seen.waiting());
        Duration soon =
                Outage.between(SOONEST, Duration.between(outage.since(), now).dividedBy(20), SOON);
        long millis = Outage.between(soon, share, LATEST).toMillis();
        return Duration.ofMillis(millis * 4 / 5 + ThreadLocalRandom.current().nextLong(millis * 2 / 5));
    }
}
