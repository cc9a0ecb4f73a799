package se.brygga.simulators;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last requests that a simulator got, without bodies. */
public final class RequestLog {

    private static final int KEPT = 5_000;

    /**
     * One request.
     *
     * @param request as {@link SimServer.Handler#describe} tells it
     * @param fault the fault that was played, or null
     * @param status of the answer; 0 when none was given
     */
    public record Entry(String request, Fault.@Nullable Kind fault, int status) {}

    private final Deque<Entry> entries = new ArrayDeque<>();

    synchronized void add(Entry entry) {
        entries.addFirst(entry);
        if (entries.size() > KEPT) {
            entries.removeLast();
        }
    }

    /** Newest first. */
    public synchronized List<Entry> newestFirst() {
        return List.copyOf(entries);
    }

    public synchronized void clear() {
        entries.clear();
    }
}
