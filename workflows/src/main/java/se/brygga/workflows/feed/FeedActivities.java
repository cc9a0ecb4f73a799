package se.brygga.workflows.feed;

import io.temporal.activity.ActivityInterface;
import java.util.List;
import se.brygga.workflows.ShopRef;

/** What a loop does in Specter and in the books. Every method may be repeated. */
@ActivityInterface
public interface FeedActivities {

    /**
     * Polls: get, store in one transaction, acknowledge, until the journal is empty. While there is nothing new the
     * attempt fails with a benign "nothing new" that carries the time to the next one: the engine's retries are the polls,
     * which costs no event and no workflow task. How long they go on is the caller's: for ever, until a poke cancels it between
     * two of them, or not at all. What went wrong is told as one of {@code FailureTypes}.
     *
     * @param atOnce a poke wants it: polls at once; else the first try waits as the set-up says
     * @param afresh a run of the loop has just begun, perhaps in an engine that has lost its memory: polls at once, hands on
     *     once more what waits, and names every shop
     */
    PollResult poll(Feed feed, String tenant, boolean atOnce, boolean afresh);

    /** Records what an operator has said; the next poll follows it. */
    void steer(Feed feed, String tenant, Steering steering);

    /**
     * Why a poll has ended: something was found, or it is time for something else than polling.
     *
     * @param changes journal entries that were stored
     * @param toPush shops that may now differ from what Specter says
     * @param toCompare shops whose nightly comparison is due
     * @param paused an operator has paused the loop: nothing was asked
     */
    record PollResult(int changes, List<ShopRef> toPush, List<ShopRef> toCompare, boolean paused) {

        public PollResult {
            toPush = List.copyOf(toPush);
            toCompare = List.copyOf(toCompare);
        }
    }
}
