package se.brygga.testbed.demo.news;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.feeds.JournalEntry;
import se.brygga.simulators.specter.feeds.SimFeedKind;

/** When somebody changed what in Specter, by Specter's own journal. */
public final class SpecterTimes {

    /** What was there when the simulator began, which nobody changed. */
    private static final String INITIAL = "initial";

    private final SpecterSimulator specter;

    public SpecterTimes(SpecterSimulator specter) {
        this.specter = specter;
    }

    /**
     * How long a shop took to show the latest change before that time; a dash when Specter knows of none.
     *
     * @param what the number of the article, or of the order in Specter
     */
    public String milliseconds(long account, SimFeedKind kind, String what, Instant shown) {
        return lastChange(account, kind, what, shown)
                .map(at -> Long.toString(Duration.between(at, shown).toMillis()))
                .orElse("-");
    }

    /** When somebody changed it last before that time. */
    Optional<Instant> lastChange(long account, SimFeedKind kind, String what, Instant before) {
        return specter.account(account).journal(kind).stream()
                .filter(entry -> entry.what().equals(what) && !entry.aspect().equals(INITIAL))
                .filter(entry -> !entry.at().isAfter(before))
                .map(JournalEntry::at)
                .reduce((first, second) -> second);
    }
}
