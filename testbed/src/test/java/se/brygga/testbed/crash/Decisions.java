package se.brygga.testbed.crash;

import java.util.Optional;
import se.brygga.activities.attention.AttentionBook;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.decisions.DecisionDesk;
import se.brygga.starter.desk.decisions.DecisionDesk.Wish;
import se.brygga.starter.desk.decisions.Result;
import se.brygga.starter.desk.decisions.Waiting;
import se.brygga.testbed.kit.Apps;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;

/** Decisions about orders whose worker may be gone. */
public final class Decisions {

    /** Each waits half a minute for a worker; a killed one has a successor long before all are used up. */
    private static final int SENDINGS = 10;

    private Decisions() {}

    /**
     * A worker that stands still answers nobody, and nobody knows by then whether the next one follows the decision. So the same
     * decision is sent until it is known.
     *
     * @param wish with an id
     * @return false also when nothing waits for this cause
     */
    public static boolean isFollowed(Apps apps, OrderRef order, Cause about, Wish wish) {
        DecisionDesk desk = apps.bean(DecisionDesk.class);
        Optional<Waiting> waiting = apps.bean(AttentionBook.class).ofOrder(order).stream()
                .filter(entry -> entry.closedAt() == null && entry.cause() == about)
                .findFirst()
                .map(entry -> new Waiting(entry.question(), about, entry.openedAt()));
        if (waiting.isEmpty()) {
            return false;
        }
        Outcome<Result> outcome = desk.decide(waiting.get(), wish);
        for (int sent = 1; outcome instanceof Outcome.Unknown<Result> && sent < SENDINGS; sent++) {
            outcome = desk.decide(waiting.get(), wish);
        }
        return outcome instanceof Outcome.Followed<Result>;
    }
}
