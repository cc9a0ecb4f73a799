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
 * @param since when the first of the failed calls began
 * @param lastAt when the last of the failed calls ended
 * @param tries number of failed calls
 * @param lastAnswer a code, or the system's own words, masked
 * @param nextTryAt when the next call may probe the system
 * @param lost the subjects of the lost calls, as far as they tell of the system: {@link #ITSELF}, or one of many things
 * @param journals those of the lost things that are journals, and so belong to no order
 */
public record Outage(
        Door door,
        Kind kind,
        Instant since,
        Instant lastAt,
        int tries,
        String lastAnswer,
        Instant nextTryAt,
        List<String> lost,
        List<String> journals) {

    /** The subject of a lost call that says something of the system itself: there was no connection, or no login. */
    static final String ITSELF = "";

    public Outage {
        lost = List.copyOf(lost);
        journals = List.copyOf(journals);
    }

    /** What is wrong. */
    public enum Kind {
        /** No answer, or none that the system would give. */
        AWAY,
        /** The system answers only that it is too busy. */
        BUSY,
        CREDENTIALS,
        /** Specter lets us in, but its user lacks the right for our call. */
        RIGHTS,
        ADDRESS;

        /** The word in tables and metrics. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofKey(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }

        /** Whether the system is out of reach. Otherwise it answers and does not let us in. */
        private boolean outOfReach() {
            return this == AWAY || this == BUSY;
        }
    }

    /** Number of failed connections that open an outage. A single one does not; two over {@link #LOST_FOR} do. */
    private static final int ITSELF_LOST = 3;

    /**
     * Number of different things whose calls must be lost to open an outage. So many things are not in trouble of their
     * own at the same moment.
     */
    private static final int THINGS_LOST = 5;

    private static final Duration LOST_FOR = Duration.ofSeconds(30);

    /** One journal may be in trouble of its own, but no order is the trouble of two. */
    private static final int JOURNALS_LOST = 2;

    /** Longer than a call hangs: calls that are slow at the same moment are one moment. */
    private static final Duration JOURNALS_LOST_FOR = Duration.ofSeconds(90);

    /**
     * How long lost calls about fewer things must go on. They open an outage only if nothing else was answered for so
     * long. Most often a poll or a look through the shop comes within this time, and its answer shows that the system
     * is in order.
     */
    private static final Duration FEW_FOR = Duration.ofMinutes(10);

    /** How long a system may be too busy before that is an outage. A shorter storm needs nobody's attention. */
    private static final Duration BUSY_FOR = Duration.ofMinutes(3);

    /**
     * A call that found the system out of order.
     *
     * @param began not before the system's last good answer
     * @param asked the pause that the system asked for; null when it asked for none
     * @param about {@link #ITSELF}, or what the call asked for or would have changed
     * @param ofJournal the call asked for a journal, and not for anything of an order
     */
    record Failed(
            Kind kind,
            Instant began,
            Instant ended,
            String answer,
            @Nullable Duration asked,
            String about,
            boolean ofJournal) {}

    /**
     * The outage after a failed call.
     *
     * @param before what was known; null when the system was in order
     */
    static Outage after(@Nullable Outage before, Door door, Failed call) {
        Instant since = call.began();
        int tries = 1;
        Kind kind = call.kind();
        List<String> lost = with(List.of(), call);
        List<String> journals = journals(List.of(), call);
        if (before != null && before.kind.outOfReach() == call.kind().outOfReach()) {
            since = before.since.isBefore(since) ? before.since : since;
            tries += before.tries;
            lost = with(before.lost, call);
            journals = journals(before.journals, call);
            // A system that says itself that it is too busy is not away because one call was lost.
            kind = before.kind == Kind.BUSY && kind == Kind.AWAY && !isOfSystem(lost, journals, since, call.ended())
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
                lost,
                journals);
    }

    private static List<String> journals(List<String> journals, Failed call) {
        boolean counts = call.kind() == Kind.AWAY
                && call.ofJournal()
                && !call.about().equals(ITSELF)
                && !journals.contains(call.about())
                && journals.size() < JOURNALS_LOST;
        return counts
                ? Stream.concat(journals.stream(), Stream.of(call.about())).toList()
                : journals;
    }

    /** Keeps no more subjects than count. */
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

    private static boolean isOfSystem(List<String> lost, List<String> journals, Instant since, Instant last) {
        int itself = Collections.frequency(lost, ITSELF);
        return itself >= ITSELF_LOST
                || (itself >= 2 && !last.isBefore(since.plus(LOST_FOR)))
                || things(lost) >= THINGS_LOST
                || (journals.size() >= JOURNALS_LOST && !last.isBefore(since.plus(JOURNALS_LOST_FOR)));
    }

    /**
     * The pause before the next probe. Short at first, so that a short outage ends soon, and long later. A refused
     * login is repeated slowly, because fast repeats may lock an account.
     */
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

    /** Whether people are told of an outage. A few failed calls are none. */
    public boolean isKnown(Instant now) {
        return switch (kind) {
            case AWAY -> isOfSystem(lost, journals, since, lastAt) || !lastAt.isBefore(since.plus(FEW_FOR));
            case BUSY -> !now.isBefore(since.plus(BUSY_FOR));
            case CREDENTIALS, RIGHTS, ADDRESS -> true;
        };
    }

    /** Whether calls have to wait for their turn. */
    boolean shuts(Instant now) {
        return kind == Kind.BUSY || isKnown(now);
    }

    /** Whether this outage affects calls at a door. */
    boolean concerns(Door other) {
        return door.equals(other) || door.equals(other.with(Door.Right.ANY));
    }

    /** Whether a door is another right of the same account, while it is unknown if the key or the right is refused. */
    boolean isLoginOf(Door other) {
        return kind == Kind.CREDENTIALS && door.with(Door.Right.ANY).equals(other.with(Door.Right.ANY));
    }

    /** The cause that people are told. */
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
