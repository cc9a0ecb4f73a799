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
 * One shop's web hooks that lead to a call, in this process. They are handed on one after the other, so that a shop with many of them, true or forged, is slow by itself. What is lost here stands in the inbox.
 */
final class ShopLine {

    /** A shop with more than these is not believed for now. */
    static final int LONGEST = 2_000;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final Deque<WebHookInbox.Event> waiting = new ArrayDeque<>();
    private final Set<Long> ids = new HashSet<>();
    private Instant lookedAt = Instant.EPOCH;
    private boolean served;

    /**
     * An event that waits already is not added again.
     *
     * @return whether nobody serves the line: then the caller does, until {@link #next} has nothing more
     */
    synchronized boolean add(WebHookInbox.Event event) {
        if (ids.add(event.id())) {
            waiting.add(event);
        }
        boolean mustServe = !served;
        served = true;
        return mustServe;
    }

    /** The next event; null when there is none, and then nobody serves the line any more. */
    synchronized WebHookInbox.@Nullable Event next() {
        WebHookInbox.Event next = waiting.poll();
        if (next == null) {
            served = false;
        } else {
            ids.remove(next.id());
        }
        return next;
    }

    /** Whether the intake has not been asked to look just now. */
    synchronized boolean mayLook(Instant now) {
        boolean may = lookedAt.plus(BETWEEN_LOOKS).isBefore(now);
        lookedAt = may ? now : lookedAt;
        return may;
    }

    synchronized int length() {
        return waiting.size();
    }
}
