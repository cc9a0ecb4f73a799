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
 * Lets calls through to systems that are in order, and one at a time to one that is not. What is known is read once a second
 * for the whole process, so a call that has to wait costs no query.
 */
public final class OutageGate implements Outages, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutageGate.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** A try holds its place for so long after its process was heard of last: three missed renewals mean that it is gone. */
    static final Duration LEASE = Duration.ofSeconds(9);

    /**
     * All that wait come back at this rate together, however many they are and however many systems they wait for: a thousand
     * orders cost what twenty do. One tenant's Specter takes no more than that either when it is back.
     */
    private static final Duration BETWEEN_TWO_THAT_WAIT = Duration.ofMillis(200);

    private static final Duration SOONEST = Duration.ofSeconds(3);

    /** Those that are few come back so soon after an outage that was long. */
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

    /** Holds on to no try any more. */
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
                    throw comeAgain(outage, now);
                }
                tried.add(new Try(outage.door(), until));
            }
        }
        tries.addAll(tried);
        return new OneCall(door, about, now, tried);
    }

    /** Exactly as PostgreSQL keeps it, for it says below whose place it is. */
    private static Instant leaseEnd(Instant now) {
        return now.plus(LEASE).truncatedTo(ChronoUnit.MICROS);
    }

    /** Holds on to the places of the calls that this process makes now. */
    void renew() {
        try {
            tries.forEach(Try::holdOn);
        } catch (RuntimeException e) {
            LOG.warn("tries of systems could not be renewed: {}", e.getClass().getSimpleName());
        }
    }

    /** The place of the one call that tries a system. It is lost to whoever took it, or has said when the next try is. */
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
                lookAgain();
            }
        }

        @Override
        public RemoteFailure failed(RemoteFailure failure) {
            // A call that was not sent was stopped by the connection, whatever it was about.
            return failed(failure, failure.kind() == RemoteFailure.Kind.OUTCOME_UNKNOWN ? about : Outage.ITSELF);
        }

        @Override
        public RemoteFailure loginFailed(RemoteFailure failure) {
            return failed(failure, Outage.ITSELF);
        }

        private RemoteFailure failed(RemoteFailure failure, String lost) {
            if (failure.kind() == RemoteFailure.Kind.REFUSED) {
                // It has read the request and understood it.
                answered();
            }
            // Our own end says nothing of the system.
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
                            lost));
            lookAgain();
            if (after.isKnown(now)) {
                return failure.inOutage(pause(after, now));
            }
            return kind.get() == Outage.Kind.BUSY ? failure.comingAgainAfter(pause(after, now)) : failure;
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

    /** Old by a second at most; whoever looks meanwhile sees what was there before. */
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

    private void lookAgain() {
        read(time.instant());
    }

    private RemoteFailure comeAgain(Outage outage, Instant now) {
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

    /** When a call that waits comes again. */
    private Duration pause(Outage outage, Instant now) {
        Duration share = BETWEEN_TWO_THAT_WAIT.multipliedBy(seen.waiting());
        Duration soon =
                Outage.between(SOONEST, Duration.between(outage.since(), now).dividedBy(20), SOON);
        long millis = Outage.between(soon, share, LATEST).toMillis();
        return Duration.ofMillis(millis * 4 / 5 + ThreadLocalRandom.current().nextLong(millis * 2 / 5));
    }
}
