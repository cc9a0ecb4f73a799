package se.brygga.workflows.feed;

import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.Polling;
import se.brygga.workflows.feed.FeedActivities.PollResult;
import se.brygga.workflows.refusal.UpdateRefused;

/**
 * The part that all loops share: one poll at a time, which a poke ends early. The database holds what was pulled and
 * how far. So each run begins as if the engine had lost its memory. For workflow code only.
 */
public abstract class FeedLoop implements FollowsFeed {

    /** With its pushes a cycle is about 20 events. A history of a thousand is replayed in a moment when a worker starts. */
    private static final int CYCLES_PER_RUN = 50;

    private final Feed feed;
    private final String tenant;
    private final Polling polling = new Polling();
    private boolean afresh = true;
    private int cycles;

    protected FeedLoop(Feed feed, String tenant) {
        this.feed = feed;
        this.tenant = tenant;
        tell("");
    }

    /**
     * Shows the loop's state in the Temporal UI.
     *
     * @param more what else a person should know of the loop, in Markdown
     */
    protected final void tell(String more) {
        Workflow.setCurrentDetails("Follows **" + feed.key() + "** of " + tenant
                + "\n\nThe retries of the pending activity that polls are the polls; its last failure says what the last one"
                + " found. One that writes to a shop waits for the shop: its last failure says why. A poke wakes both."
                + more);
    }

    @Override
    public final void poke() {
        polling.poke();
        woken();
    }

    /** Called after a poke: everything that waits for another try is tried now. */
    protected void woken() {}

    @Override
    public final void validateSteering(@Nullable Steering steering) {
        Steering said = steering == null ? new Steering("", null, "", null) : steering;
        said.objection().ifPresent(why -> {
            throw UpdateRefused.byValidator(why);
        });
    }

    /** Stores the steering in the books and lets the next poll follow it at once. */
    @Override
    public final void steer(Steering steering) {
        String summary = steering.checkedKind().name().toLowerCase(Locale.ROOT);
        Workflow.newActivityStub(FeedActivities.class, CallProfiles.booking(tenant, summary))
                .steer(feed, tenant, steering);
        polling.poke();
    }

    /** Whether this run has room for another cycle. */
    protected final boolean goesOn() {
        return cycles < CYCLES_PER_RUN && !Workflow.getInfo().isContinueAsNewSuggested();
    }

    /**
     * Blocks until a poll has ended. Empty when there is nothing to follow: the loop is paused, or the poll was ended
     * by a poke or a defect.
     */
    protected final Optional<PollResult> nextPoll() {
        cycles++;
        Optional<PollResult> polled = poll();
        if (polled.isPresent() && polled.get().paused()) {
            polling.awaitPoke();
            return Optional.empty();
        }
        afresh &= polled.isEmpty();
        return polled;
    }

    private Optional<PollResult> poll() {
        String summary = "poll Specter's journal of " + feed.key();
        return polling.next(begin -> {
            FeedActivities activities = Workflow.newActivityStub(
                    FeedActivities.class,
                    begin == Polling.Begin.ASKED_FOR
                            ? CallProfiles.feedPollAskedFor(tenant, summary)
                            : CallProfiles.feedPoll(tenant, summary));
            return Async.function(activities::poll, feed, tenant, begin.atOnce(), afresh);
        });
    }

    /** Continues as new. The next run begins with a poll, so a poke that came too late for this run is not lost. */
    protected final void beginAnew() {
        Workflow.await(Workflow::isEveryHandlerFinished);
        Workflow.continueAsNew(tenant);
    }
}
