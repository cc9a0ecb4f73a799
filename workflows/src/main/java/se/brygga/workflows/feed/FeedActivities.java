package se.brygga.workflows.feed;

import io.temporal.activity.ActivityInterface;
import java.util.List;
import se.brygga.workflows.ShopRef;

/** What a loop does in Specter and in the books. Every method is idempotent. */
@ActivityInterface
public interface FeedActivities {

    /**
     * Empties the feed's journal: gets a batch, stores the batch in one transaction, acknowledges, until nothing is
     * left there.
     *
     * <p>An attempt that finds nothing fails with the benign type {@code NothingNew}, which carries the time to the
     * next attempt. So the engine's retries are the polls, and an idle poll costs no event and no workflow task. The
     * caller's call profile decides how long they go on. Other failures have one of the types in {@code FailureTypes}.
     *
     * @param atOnce a poke asked for this poll: polls at once, while other first tries wait as the set-up says
     * @param afresh a run of the loop has just begun, perhaps in an engine that has lost its memory. Polls at once,
     *     hands on what waits once more, and also names the shops whose pushes have begun
     */
    PollResult poll(Feed feed, String tenant, boolean atOnce, boolean afresh);

    /** Stores what an operator said to the loop. The next poll follows it. Stored once per id of the steering. */
    void steer(Feed feed, String tenant, Steering steering);

    /**
     * What a poll brought: something to follow, or that it is time for something other than polling.
     *
     * @param changes number of journal entries that were handed on
     * @param toPush shops that are due to be pushed to
     * @param toCompare shops that are due to be compared
     * @param paused an operator has paused the loop, so nothing was asked
     */
    record PollResult(int changes, List<ShopRef> toPush, List<ShopRef> toCompare, boolean paused) {

        public PollResult {
            toPush = List.copyOf(toPush);
            toCompare = List.copyOf(toCompare);
        }
    }
}
