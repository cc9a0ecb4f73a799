package se.brygga.activities.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.brygga.clients.remote.Door;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.attention.Cause;

/**
 * A remote system that has not answered as it should, since its last good answer.
 *
 * @param since when the first call began that found it so
 * @param lastAt when the last call ended that found it so
 * @param tries calls that found it so
 * @param lastAnswer a code, or the system's own words, masked
 * @param nextTryAt when the next call may try it
 * @param onlyAbout what all lost calls were about; null when they were about different things, or when the system itself is meant: it
 *     cannot be reached, is too busy, or lets nobody in
 */
public record Outage(
        Door door,
        Kind kind,
        Instant since,
        Instant lastAt,
        int tries,
        String lastAnswer,
        Instant nextTryAt,
        @Nullable String onlyAbout) {

    /** What is wrong. */
    public enum Kind {
        /** No answer, or none that the system would give. */
        AWAY,
        /** It answers only that it is too busy. */
        BUSY,
        CREDENTIALS,
        /** Specter lets us in, and its user may not do what we ask for. */
        RIGHTS,
        ADDRESS;

        /** As it stands in tables and metrics. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofKey(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }

        /** Whether the system is out of reach; otherwise it answers and does not let us in. */
        private boolean outOfReach() {
            return this == AWAY || this == BUSY;
        }
    }

    /** A single lost call is no outage; three in a row are, or two of which one hung for long. */
    private static final int LOST_CALLS = 3;

    private static final Duration LOST_FOR = Duration.ofSeconds(30);

    /** One order's trouble is not the system's, unless nothing else was answered for so long either. */
    private static final Duration ALONE_FOR = Duration.ofMinutes(10);

    /** A storm that passes within this needs nobody's attention. */
    private static final Duration BUSY_FOR = Duration.ofMinutes(3);

    /**
     * A call that found the system out of order.
     *
     * @param began not before the system's last good answer
     * @param asked the pause that the system asked for; null when it asked for none
     * @param onlyAbout as in {@link Outage}
     */
    record Failed(
            Kind kind,
            Instant began,
            Instant ended,
            String answer,
            @Nullable Duration asked,
            @Nullable String onlyAbout) {}

    /** @param before what was known; null when it was in order */
    static Outage after(@Nullable Outage before, Door door, Failed call) {
        Instant since = call.began();
        int tries = 1;
        String onlyAbout = call.onlyAbout();
        if (before != null && before.kind.outOfReach() == call.kind().outOfReach()) {
            since = before.since.isBefore(since) ? before.since : since;
            tries += before.tries;
            onlyAbout = Objects.equals(before.onlyAbout, onlyAbout) ? onlyAbout : null;
        }
        Duration pause = call.asked() == null ? pause(call.kind(), since, call.ended()) : call.asked();
        return new Outage(
                door,
                call.kind(),
                since,
                call.ended(),
                tries,
                call.answer(),
                call.ended().plus(pause),
                onlyAbout);
    }

    /** Quick at first, so that a short outage is over soon; later seldom. A refused login may lock an account if repeated fast. */
    private static Duration pause(Kind kind, Instant since, Instant now) {
        Duration quarter = Duration.between(since, now).dividedBy(4);
        return kind.outOfReach()
                ? between(Duration.ofSeconds(2), quarter, Duration.ofMinutes(1))
                : between(Duration.ofSeconds(5), quarter, Duration.ofMinutes(2));
    }

    static Duration between(Duration least, Duration wanted, Duration most) {
        Duration atLeast = wanted.compareTo(least) < 0 ? least : wanted;
        return atLeast.compareTo(most) > 0 ? most : atLeast;
    }

    /** Whether it is one thing that people are told of, and not some calls that failed. */
    public boolean isKnown(Instant now) {
        return switch (kind) {
            case AWAY ->
                onlyAbout == null
                        ? tries >= LOST_CALLS || !lastAt.isBefore(since.plus(LOST_FOR))
                        : !lastAt.isBefore(since.plus(ALONE_FOR));
            case BUSY -> !now.isBefore(since.plus(BUSY_FOR));
            case CREDENTIALS, RIGHTS, ADDRESS -> true;
        };
    }

    /** Whether calls have to wait for their turn. */
    boolean shuts(Instant now) {
        return kind == Kind.BUSY || isKnown(now);
    }

    /** Whether a call at this door has to do with it. */
    boolean concerns(Door other) {
        return door.equals(other) || door.equals(other.with(Door.Right.ANY));
    }

    /** Whether it is not known yet if key or right is refused to another right of the same account. */
    boolean isLoginOf(Door other) {
        return kind == Kind.CREDENTIALS && door.with(Door.Right.ANY).equals(other.with(Door.Right.ANY));
    }

    /** What a person is told of it. */
    public Cause cause() {
        boolean specter = door.system() == RemoteSystem.SPECTER;
        return switch (kind) {
            case AWAY -> specter ? Cause.SPECTER_AWAY : Cause.STARWEB_AWAY;
            case BUSY -> specter ? Cause.SPECTER_BUSY : Cause.STARWEB_BUSY;
            case CREDENTIALS -> specter ? Cause.SPECTER_CREDENTIALS_REFUSED : Cause.STARWEB_CREDENTIALS_REFUSED;
            case RIGHTS -> Cause.SPECTER_RIGHTS_MISSING;
            case ADDRESS -> Cause.STARWEB_ADDRESS_WRONG;
        };
    }
}
