package se.brygga.simulators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The faults that are set, and how often each was played. Thread-safe. */
public final class Faults {

    /** A fault with its count of hits so far. */
    public record Played(Fault fault, int hits) {}

    private static final class Entry {
        final Fault fault;
        final Pattern pattern;
        final @Nullable Pattern about;
        int passed;
        int hits;

        Entry(Fault fault) {
            this.fault = fault;
            this.pattern = Pattern.compile(fault.match());
            this.about = fault.about() == null ? null : Pattern.compile(fault.about());
        }

        boolean concerns(String request, Supplier<String> whole) {
            return pattern.matcher(request).find()
                    && (about == null || about.matcher(whole.get()).find());
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Random random;
    private int generation;

    /** @param seed makes the draws of probabilities repeatable */
    public Faults(long seed) {
        this.random = new Random(seed);
    }

    public synchronized void add(Fault fault) {
        entries.add(new Entry(fault));
    }

    /** Removes all faults and lets go of every request that hangs. */
    public synchronized void clear() {
        entries.clear();
        generation++;
        notifyAll();
    }

    public synchronized List<Played> played() {
        return entries.stream().map(e -> new Played(e.fault, e.hits)).toList();
    }

    /**
     * The first fault that hits this request. Counts the hit.
     *
     * @param request as the simulator describes it
     * @param whole path and body, computed only when a fault is about something
     */
    synchronized Optional<Fault> draw(String request, Supplier<String> whole) {
        for (Entry entry : entries) {
            boolean left = entry.fault.times() == 0 || entry.hits < entry.fault.times();
            if (!left || !entry.concerns(request, whole)) {
                continue;
            }
            if (entry.passed < entry.fault.skip()) {
                entry.passed++;
            } else if (random.nextInt(100) < entry.fault.probability()) {
                entry.hits++;
                return Optional.of(entry.fault);
            }
        }
        return Optional.empty();
    }

    /** Blocks until {@link #clear()}. */
    synchronized void hang() throws InterruptedException {
        int mine = generation;
        while (mine == generation) {
            wait();
        }
    }
}
