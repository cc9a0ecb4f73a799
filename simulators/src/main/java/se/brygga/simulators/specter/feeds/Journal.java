package se.brygga.simulators.specter.feeds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import se.brygga.simulators.Quirks;
import se.brygga.simulators.specter.protocol.FeedQuirk;
import se.brygga.simulators.specter.protocol.SimRefusal;

/**
 * The changes of one kind: a pending set, at most one open batch for each owner, and an audit of everything that ever
 * changed. Guarded by the account's lock. A change takes constant time.
 */
final class Journal<R> {

    static final String INITIAL = "initial";
    static final String FULL = "full";
    static final String MARKED = "marked";
    private static final String FOREIGN = "(foreign)";

    private final SimFeedKind kind;
    private final FeedView<R> view;
    private final Quirks quirks;
    private final Clock clock;
    private final List<Pending.Change> audit = new ArrayList<>();
    private final Map<String, Batch<R>> open = new HashMap<>();
    private Map<String, Pending> pending = new LinkedHashMap<>();
    private boolean begun;
    private boolean readingAll;

    Journal(SimFeedKind kind, FeedView<R> view, Quirks quirks, Clock clock) {
        this.kind = kind;
        this.view = view;
        this.quirks = quirks;
        this.clock = clock;
    }

    FeedView<R> view() {
        return view;
    }

    void changed(String key, String what, String aspect) {
        Pending.Change change = new Pending.Change(audit.size() + 1L, what, aspect, clock.instant());
        audit.add(change);
        pending.computeIfAbsent(key, ignored -> new Pending()).add(change);
    }

    /** Everything counts as changed. */
    void everythingChanged(String aspect) {
        view.all().forEach(item -> changed(item.key(), item.what(), aspect));
    }

    /**
     * A get: the records of a new batch, or of the one that is open under this number.
     *
     * @param full whether everything is asked for; as long as an earlier such reading goes on, that one continues
     * @param inScope which keys the call may see
     * @throws SimRefusal 99 when another batch is open
     */
    List<R> get(String number, String owner, boolean full, Predicate<String> inScope) {
        expire();
        Batch<R> batch = open.get(owner);
        if (batch != null) {
            if (!batch.number().equals(number)) {
                throw SimRefusal.openBatch(batch.number());
            }
            return replay(batch);
        }
        begin();
        if (full && !readingAll) {
            readingAll = true;
            everythingChanged(FULL);
        }
        Batch<R> taken = take(number, owner, false, inScope);
        readingAll = readingAll && goesOn(taken);
        if (taken.held().isEmpty() && !quirks.is(FeedQuirk.EMPTY_BATCH, "OPEN")) {
            if (quirks.is(FeedQuirk.EMPTY_BATCH, "ERROR")) {
                throw new SimRefusal(SimRefusal.Reason.BATCH, "Det finns inget att hämta");
            }
            return List.of();
        }
        open.put(owner, taken);
        taken.held().values().forEach(Pending::told);
        return taken.rows();
    }

    /**
     * Whether a reading of everything goes on after a batch. The first answer that is not full ends the reading. Who got a
     * full one cannot know that nothing is left, and asks once more.
     */
    private boolean goesOn(Batch<R> taken) {
        int limit = quirks.number(FeedQuirk.limit(kind.id()));
        return (limit > 0 && taken.rows().size() >= limit)
                || pending.values().stream().anyMatch(left -> left.aspects().contains(FULL));
    }

    private void begin() {
        if (!begun) {
            begun = true;
            if (quirks.is(FeedQuirk.INITIAL_PENDING, "true")) {
                everythingChanged(INITIAL);
            }
        }
    }

    private Batch<R> take(String number, String owner, boolean foreign, Predicate<String> inScope) {
        Instant now = clock.instant();
        Instant visible = now.minusMillis(quirks.number(FeedQuirk.VISIBLE_AFTER));
        int limit = quirks.number(FeedQuirk.limit(kind.id()));
        Map<String, Pending> held = new LinkedHashMap<>();
        List<R> rows = new ArrayList<>();
        Iterator<Map.Entry<String, Pending>> waiting = pending.entrySet().iterator();
        while (waiting.hasNext() && (limit == 0 || rows.size() < limit)) {
            Map.Entry<String, Pending> next = waiting.next();
            if (next.getValue().isOlderThan(visible) && inScope.test(next.getKey())) {
                waiting.remove();
                next.getValue().handOut(number, now);
                held.put(next.getKey(), next.getValue());
                view.row(next.getKey(), next.getValue().aspects()).ifPresent(rows::add);
            }
        }
        return new Batch<>(number, owner, now, foreign, held, List.copyOf(rows));
    }

    private List<R> replay(Batch<R> batch) {
        String how = quirks.get(FeedQuirk.replay(kind.id()));
        if (how.equals("ERROR")) {
            throw new SimRefusal(SimRefusal.Reason.BATCH, "Batchen är redan hämtad");
        }
        if (how.equals("EMPTY")) {
            return List.of();
        }
        batch.held().values().forEach(Pending::told);
        if (how.equals("SAME")) {
            return batch.rows();
        }
        List<R> fresh = new ArrayList<>();
        batch.held().forEach((key, held) -> view.row(key, held.aspects()).ifPresent(fresh::add));
        return fresh;
    }

    /**
     * Closes the open batch; only what it held is no longer pending.
     *
     * @return how many changes it held
     * @throws SimRefusal no such batch is open
     */
    int acknowledge(String number, String owner) {
        expire();
        Batch<R> batch = open.get(owner);
        if (batch == null || !batch.number().equals(number)) {
            if (quirks.is(FeedQuirk.UNKNOWN_ACK, "OK")) {
                return 0;
            }
            throw new SimRefusal(SimRefusal.Reason.BATCH, "Batchen är inte öppen");
        }
        // An empty batch is closed at once. If it stayed open, it would hide every later change, and no client could do
        // anything about it.
        if (quirks.is(FeedQuirk.ACK, "KEPT") || batch.changes() == 0) {
            close(batch);
        }
        return batch.changes();
    }

    private void close(Batch<R> batch) {
        open.remove(batch.owner());
        batch.held().values().forEach(held -> held.acknowledge(clock.instant()));
        if (quirks.is(FeedQuirk.LATE_CHANGE, "LOST")) {
            for (String key : batch.held().keySet()) {
                Pending late = pending.remove(key);
                if (late != null) {
                    late.lose();
                }
            }
        }
    }

    private void expire() {
        int minutes = quirks.number(FeedQuirk.EXPIRY_MINUTES);
        Instant limit = clock.instant().minus(Duration.ofMinutes(minutes));
        if (minutes > 0) {
            open.values().stream()
                    .filter(batch -> batch.openedAt().isBefore(limit))
                    .toList()
                    .forEach(this::giveBack);
        }
    }

    private void giveBack(Batch<R> batch) {
        open.remove(batch.owner());
        Map<String, Pending> all = new LinkedHashMap<>(batch.held());
        batch.held().values().forEach(Pending::giveBack);
        pending.forEach((key, later) ->
                all.computeIfAbsent(key, ignored -> new Pending()).addAll(later));
        pending = all;
    }

    /** Another integration gets without acknowledging; where owners do not share batches it takes nothing of ours. */
    String openForeign(String owner) {
        begin();
        String number = "FRAMMANDE-" + (audit.size() + 1);
        boolean shared = quirks.is(FeedQuirk.OWNER, "SBMID");
        String holder = shared ? owner : FOREIGN;
        if (open.containsKey(holder)) {
            throw new IllegalStateException("a batch of " + kind.id() + " is open already");
        }
        open.put(
                holder,
                shared ? take(number, holder, true, key -> true) : Batch.empty(number, holder, clock.instant(), true));
        return number;
    }

    /** The other integration acknowledges its batch: what it held is gone for ours unless ours has read it. */
    void closeForeign() {
        open.values().stream().filter(Batch::foreign).toList().forEach(this::close);
    }

    /** Nothing is left to tell of it. */
    void forget(String key) {
        pending.remove(key);
    }

    int pendingCount() {
        return pending.size();
    }

    List<OpenBatch> openBatches() {
        return open.values().stream()
                .map(batch -> new OpenBatch(kind, batch.number(), batch.openedAt(), batch.changes(), batch.foreign()))
                .toList();
    }

    List<JournalEntry> entries() {
        return audit.stream().map(change -> change.entry(kind)).toList();
    }
}
