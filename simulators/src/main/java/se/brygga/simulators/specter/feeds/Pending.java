package se.brygga.simulators.specter.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The changes of one thing that a get will tell together. */
final class Pending {

    /** One change; the journal's audit keeps it for ever. */
    static final class Change {
        private final long number;
        private final String what;
        private final String aspect;
        private final Instant at;
        private @Nullable String batchNo;
        private @Nullable Instant handedOutAt;
        private @Nullable Instant ackedAt;
        private int told;
        private boolean lost;

        Change(long number, String what, String aspect, Instant at) {
            this.number = number;
            this.what = what;
            this.aspect = aspect;
            this.at = at;
        }

        JournalEntry entry(SimFeedKind kind) {
            return new JournalEntry(number, kind, what, aspect, at, batchNo, told, handedOutAt, ackedAt, state());
        }

        private JournalEntry.State state() {
            if (lost) {
                return JournalEntry.State.LOST;
            }
            if (ackedAt != null) {
                return JournalEntry.State.ACKED;
            }
            return batchNo == null ? JournalEntry.State.PENDING : JournalEntry.State.HANDED_OUT;
        }
    }

    private final Set<String> aspects = new LinkedHashSet<>();
    private final List<Change> changes = new ArrayList<>();

    void add(Change change) {
        aspects.add(change.aspect);
        changes.add(change);
    }

    void addAll(Pending other) {
        other.changes.forEach(this::add);
    }

    Set<String> aspects() {
        return aspects;
    }

    List<Change> changes() {
        return changes;
    }

    boolean isOlderThan(Instant limit) {
        return !changes.getLast().at.isAfter(limit);
    }

    void handOut(String batchNo, Instant now) {
        changes.forEach(change -> {
            change.batchNo = batchNo;
            change.handedOutAt = now;
        });
    }

    void told() {
        changes.forEach(change -> change.told++);
    }

    void giveBack() {
        changes.forEach(change -> {
            change.batchNo = null;
            change.handedOutAt = null;
        });
    }

    void acknowledge(Instant now) {
        changes.forEach(change -> change.ackedAt = now);
    }

    void lose() {
        changes.forEach(change -> change.lost = true);
    }
}
