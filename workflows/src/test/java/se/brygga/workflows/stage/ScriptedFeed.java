package se.brygga.workflows.stage;

import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.FeedActivities;
import se.brygga.workflows.feed.FeedActivities.PollResult;
import se.brygga.workflows.feed.Steering;

/** A journal in which nothing is new, asked again each {@link #INTERVAL}, until told otherwise. */
public final class ScriptedFeed implements FeedActivities {

    public static final Duration INTERVAL = Duration.ofMinutes(1);
    public static final PollResult PAUSED = new PollResult(0, List.of(), List.of(), true);

    public final Script<PollResult> poll;
    private final Script<String> steer;
    private final List<Steering> steerings = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean overlapped;

    ScriptedFeed(Calls calls) {
        poll = new Script<>(calls, PAUSED);
        poll.alwaysFails(nothingNew());
        steer = new Script<>(calls, "");
    }

    public static PollResult news(int changes, ShopRef... toPush) {
        return new PollResult(changes, List.of(toPush), List.of(), false);
    }

    public static PollResult night(ShopRef... toCompare) {
        return new PollResult(0, List.of(), List.of(toCompare), false);
    }

    /** What an attempt ends with when it is asked again later. */
    public static ApplicationFailure nothingNew() {
        return later(FailureTypes.NOTHING_NEW);
    }

    /** The same of another type. */
    public static ApplicationFailure later(String type) {
        return ApplicationFailure.newBuilder()
                .setType(type)
                .setMessage("scripted")
                .setNextRetryDelay(INTERVAL)
                .build();
    }

    public List<Steering> steerings() {
        return List.copyOf(steerings);
    }

    /** Whether two polls were ever under way at a time. */
    public boolean overlapped() {
        return overlapped;
    }

    @Override
    public PollResult poll(Feed feed, String tenant, boolean atOnce, boolean afresh) {
        overlapped |= underWay.incrementAndGet() > 1;
        try {
            return poll.play("poll " + feed.key() + (atOnce ? " at once" : "") + (afresh ? " afresh" : ""));
        } finally {
            underWay.decrementAndGet();
        }
    }

    @Override
    public void steer(Feed feed, String tenant, Steering steering) {
        steer.play("steer " + feed.key() + " " + steering.kind());
        steerings.add(steering);
    }
}
