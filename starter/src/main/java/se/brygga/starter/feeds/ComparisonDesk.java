package se.brygga.starter.feeds;

import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.push.SleepBook;
import se.brygga.activities.push.SleepBook.Sleep;
import se.brygga.activities.store.AuditBook;
import se.brygga.activities.store.feed.ComparisonBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.feed.Feed;

/** Lets a whole shop be compared now, and says what came of it. Only the books say that a comparison was made. */
@Component
public class ComparisonDesk {

    /** What came of it. */
    public sealed interface Outcome {

        /** It was made. */
        record Compared(ComparisonBook.Made made) implements Outcome {}

        /** @param why in words for the operator */
        record NotCompared(String why) implements Outcome {}

        /** It is to be made, and is not yet. */
        record Running(String text) implements Outcome {}
    }

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** A try that follows within this is waited for. */
    private static final Duration SHORT_SLEEP = Duration.ofSeconds(30);

    private final WorkflowClient temporal;
    private final FeedDesk feeds;
    private final ComparisonBook comparisons;
    private final SleepBook sleeps;
    private final AuditBook audit;
    private final InstantSource time;

    ComparisonDesk(
            WorkflowClient temporal,
            FeedDesk feeds,
            ComparisonBook comparisons,
            SleepBook sleeps,
            AuditBook audit,
            InstantSource time) {
        this.temporal = temporal;
        this.feeds = feeds;
        this.comparisons = comparisons;
        this.sleeps = sleeps;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Asks for the comparison, and waits until it is made, or cannot be.
     *
     * @param feed stock or prices
     * @param patience how long to wait; the comparison is made also after that
     */
    public Outcome compare(ShopRef shop, Feed feed, FeedDesk.Operator operator, Duration patience) {
        Optional<String> objection = feeds.objection(shop.tenant(), feed, operator)
                .or(() -> feeds.engineTrouble().map(trouble -> trouble.text() + ". Nothing was changed"));
        if (objection.isPresent()) {
            return new Outcome.NotCompared(objection.get());
        }
        AuditBook.Deed deed = new AuditBook.Deed(
                UUID.randomUUID().toString(),
                operator.by(),
                "compare-" + feed.key(),
                shop.tenant(),
                "shop " + shop,
                operator.reason());
        Instant asked = comparisons.due(feed, List.of(shop));
        audit.add(deed);
        CompletableFuture<Void> told =
                CompletableFuture.runAsync(() -> tell(shop, feed, deed.id()), Thread::startVirtualThread);
        Instant until = time.instant().plus(patience);
        do {
            Optional<Outcome> outcome = outcome(shop, feed, asked, told);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            rest();
        } while (time.instant().isBefore(until));
        return running(shop, feed, patience, told);
    }

    private void tell(ShopRef shop, Feed feed, String id) {
        temporal.newUntypedWorkflowStub(feed.workflowId(shop.tenant()))
                .startUpdate(
                        UpdateOptions.newBuilder(Void.class)
                                .setUpdateName("compare")
                                .setUpdateId(id)
                                .setWaitForStage(WorkflowUpdateStage.ACCEPTED)
                                .build(),
                        shop);
    }

    private Optional<Outcome> outcome(ShopRef shop, Feed feed, Instant asked, CompletableFuture<Void> told) {
        Optional<ComparisonBook.Made> made =
                comparisons.last(feed, shop).filter(last -> !last.dueAt().isBefore(asked));
        if (made.isPresent()) {
            return made.map(Outcome.Compared::new);
        }
        Optional<Sleep> asleep = sleeps.of(feed, shop)
                .filter(sleep -> !sleep.triedAt().isBefore(asked))
                .filter(sleep -> isLong(sleep.until()));
        if (asleep.isPresent()) {
            return Optional.of(new Outcome.NotCompared(why(asleep.get())));
        }
        return told.isCompletedExceptionally()
                ? Optional.of(new Outcome.NotCompared(
                        FeedDesk.words(told.exceptionNow()) + "; it is made as soon as the loop runs"))
                : Optional.empty();
    }

    private boolean isLong(@Nullable Instant until) {
        return until == null || until.isAfter(time.instant().plus(SHORT_SLEEP));
    }

    private static String why(Sleep sleep) {
        return sleep.detail() + " (" + sleep.code() + "); tried again "
                + (sleep.until() == null ? "with the next poll" : "at " + sleep.until());
    }

    private Outcome running(ShopRef shop, Feed feed, Duration patience, CompletableFuture<Void> told) {
        String state =
                told.isDone() ? "it is under way, or waits for the shop's push" : "no worker has taken it up yet";
        return new Outcome.Running("not made within " + patience.toSeconds() + " s: "
                + sleeps.of(feed, shop).map(ComparisonDesk::why).orElse(state));
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a comparison", e);
        }
    }
}
