package se.brygga.testbed.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** The faults that are set, and how often each was played. Safe for use by several threads. */
public final class Faults {

    /** A fault with its count of hits so far. */
    public record Played(Fault fault, int hits) {}

    private static final class Entry {
        final Fault fault;
        final Pattern pattern;
        int hits;

        Entry(Fault fault) {
            this.fault = fault;
            this.pattern = Pattern.compile(fault.match());
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

    /** The first fault that hits this request; counts the hit. */
    synchronized Optional<Fault> draw(String request) {
        for (Entry entry : entries) {
            boolean left = entry.fault.times() == 0 || entry.hits < entry.fault.times();
            if (left && entry.pattern.matcher(request).find() && random.nextInt(100) < entry.fault.probability()) {
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
