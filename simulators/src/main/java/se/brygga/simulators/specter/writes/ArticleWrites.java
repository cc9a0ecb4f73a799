package se.brygga.simulators.specter.writes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows that {@code newArticleSubmit} has taken: counted without end, kept as far as memory allows. */
public final class ArticleWrites {

    private static final int KEPT = 200_000;

    /** What became of a row. */
    public enum Outcome {
        CREATED,
        /** Something is different now. */
        CHANGED,
        /** A write that nobody needed: every value was so already. */
        UNCHANGED,
        /** The article was there, and the call did not force. */
        LEFT
    }

    /**
     * One row.
     *
     * @param before values by the names of the control API; empty when the article was not there
     */
    public record Write(
            String articleNo, Outcome outcome, Map<String, String> before, Map<String, String> after, Instant at) {

        /** Whether anything is different now. */
        public boolean changed() {
            return outcome == Outcome.CREATED || outcome == Outcome.CHANGED;
        }
    }

    /**
     * How much was written.
     *
     * @param calls with a right key, the refused ones among them
     * @param refused calls that were answered with an error
     */
    public record Counts(int calls, int refused, Map<Outcome, Integer> rows) {

        /** Rows that have changed something. */
        public int changes() {
            return rows.getOrDefault(Outcome.CREATED, 0) + rows.getOrDefault(Outcome.CHANGED, 0);
        }
    }

    private final Clock clock;
    private final Deque<Write> writes = new ArrayDeque<>();
    private final Map<Outcome, Integer> rows = new EnumMap<>(Outcome.class);
    private int calls;
    private int refused;

    public ArticleWrites(Clock clock) {
        this.clock = clock;
    }

    public void called() {
        calls++;
    }

    public void refused() {
        refused++;
    }

    /** Notes a row that was taken. */
    public void add(String articleNo, Outcome outcome, Map<String, String> before, Map<String, String> after) {
        rows.merge(outcome, 1, Integer::sum);
        writes.add(new Write(articleNo, outcome, Map.copyOf(before), Map.copyOf(after), clock.instant()));
        if (writes.size() > KEPT) {
            writes.removeFirst();
        }
    }

    /** Oldest first. */
    public List<Write> list() {
        return List.copyOf(writes);
    }

    public Counts counts() {
        return new Counts(
                calls,
                refused,
                Arrays.stream(Outcome.values())
                        .collect(Collectors.toMap(Function.identity(), outcome -> rows.getOrDefault(outcome, 0))));
    }

    public void clear() {
        writes.clear();
        rows.clear();
        calls = 0;
        refused = 0;
    }
}
