package se.brygga.workflows.feed;

import java.util.List;
import se.brygga.workflows.ShopRef;

/**
 * Why a poll has ended: something was found, or it is time for something else than polling.
 *
 * @param changes journal entries that were stored
 * @param toPush shops that may now differ from what Specter says
 * @param toCompare shops whose nightly comparison is due
 * @param paused an operator has paused the loop: nothing was asked
 */
public record PollResult(int changes, List<ShopRef> toPush, List<ShopRef> toCompare, boolean paused) {

    public PollResult {
        toPush = List.copyOf(toPush);
        toCompare = List.copyOf(toCompare);
    }
}
