package se.brygga.activities.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
 * @param lost what the lost calls were about, as far as they tell of the system: {@link #ITSELF}, or one of many things
 */
public record Outage(
        Door door,
        Kind kind,
        Instant since,
        Instant lastAt,
        int tries,
        String lastAnswer,
        Instant nextTryAt,
        List<String> lost) {

    /** What a lost call is about that every other call would meet as well: there was no connection, or no login. */
    static final String ITSELF = "";

    public Outage {
        lost = List.copyOf(lost);
    }

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

    /** A single connection that fails is no outage; three in a row are, or two over {@link #LOST_FOR}. */
    private static final int ITSELF_LOST = 3;

    /** So many things are not in trouble of their own at the same moment: nothing that was asked for has been answered. */
    private static final int THINGS_LOST = 5;

    private static final Duration LOST_FOR = Duration.ofSeconds(30);

    /**
     * Fewer things may be, however often each is lost. They tell of the system only if nothing else was answered for so long either. Most
     * often a poll or a look through the shop comes within this time, and its answer shows that the system is in order.
     */
    private static final Duration FEW_FOR = Duration.ofMinutes(10);

    /** A storm that passes within this needs nobody's attention. */
    private static final Duration BUSY_FOR = Duration.ofMinutes(3);

    /**
     * A call that found the system out of order.
     *
     * @param began not before the system's last good answer
     * @param asked the pause that the system asked for; null when it asked for none
     * @param about {@link #ITSELF}, or what the call asked for or would have changed
     */
    record Failed(
            Kind kind,
            Instant began,
            Instant ended,
            String answer,
            @Nullable Duration asked,
            String about) {}

    /** @param before what was known; null when it was in order */
    static Outage after(@Nullable Outage before, Door door, Failed call) {
        Instant since = call.began();
        int tries = 1;
        Kind kind = call.kind();
        List<String> lost = with(List.of(), call);
        if (before != null && before.kind.outOfReach() == call.kind().outOfReach()) {
            since = before.since.isBefore(since) ? before.since : since;
            tries += before.tries;
            lost = with(before.lost, call);
            // A system that says itself that it is too busy is not away because of a call that was lost beside.
            kind = before.kind == Kind.BUSY && kind == Kind.AWAY && !isOfSystem(lost, since, call.ended())
                    ? Kind.BUSY
                    : kind;
        }
        Duration pause = call.asked() == null ? pause(call.kind(), since, call.ended()) : call.asked();
        return new Outage(
                door,
                kind,
                since,
                call.ended(),
                tries,
                call.answer(),
                call.ended().plus(pause),
                lost);
    }

    /** No more than counts. */
    private static List<String> with(List<String> lost, Failed call) {
        boolean counts = call.about().equals(ITSELF)
                ? Collections.frequency(lost, ITSELF) < ITSELF_LOST
                : !lost.contains(call.about()) && things(lost) < THINGS_LOST;
        return call.kind() == Kind.AWAY && counts
                ? Stream.concat(lost.stream(), Stream.of(call.about())).toList()
                : lost;
    }

    private static int things(List<String> lost) {
        return new HashSet<>(lost).size();
    }

    private static boolean isOfSystem(List<String> lost, Instant since, Instant last) {
        int itself = Collections.frequency(lost, ITSELF);
        return itself >= ITSELF_LOST
                || (itself >= 2 && !last.isBefore(since.plus(LOST_FOR)))
                || things(lost) >= THINGS_LOST;
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
            case AWAY -> isOfSystem(lost, since, lastAt) || !lastAt.isBefore(since.plus(FEW_FOR));
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
