package se.brygga.starter.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.brygga.activities.intake.WebHookInbox;

/**
 * The queue of one shop's web hooks that lead to a call, in this process. They are handed on one after the other, so
 * that a shop with many web hooks, true or forged, slows only itself. The inbox holds what is lost here.
 */
final class ShopLine {

    /** The largest number of waiting events. A shop with more is not believed for now. */
    static final int LONGEST = 2_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final Deque<WebHookInbox.Event> waiting = new ArrayDeque<>();
    private final Set<Long> ids = new HashSet<>();
    private Instant lookedAt = Instant.EPOCH;
    private boolean served;

    /**
     * Adds an event, unless it waits already.
     *
     * @return whether nobody serves the queue. The caller serves it then, until {@link #next} is empty
     */
    synchronized boolean add(WebHookInbox.Event event) {
        if (ids.add(event.id())) {
            waiting.add(event);
        }
        boolean mustServe = !served;
        served = true;
        return mustServe;
    }

    /** The next event. Null when there is none; nobody serves the queue then. */
    synchronized WebHookInbox.@Nullable Event next() {
        WebHookInbox.Event next = waiting.poll();
        if (next == null) {
            served = false;
        } else {
            ids.remove(next.id());
        }
        return next;
    }

    /** Whether the intake may be asked to look now. It may not if it was asked a moment ago. */
    synchronized boolean mayLook(Instant now) {
        boolean may = lookedAt.plus(BETWEEN_LOOKS).isBefore(now);
        lookedAt = may ? now : lookedAt;
        return may;
    }

    synchronized int length() {
        return waiting.size();
    }
}
