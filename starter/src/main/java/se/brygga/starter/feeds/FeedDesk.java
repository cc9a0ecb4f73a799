package se.brygga.starter.feeds;

import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.brygga.activities.setup.OutsideSystem.Place;
import se.brygga.activities.setup.TenantSetup;
import se.brygga.activities.store.AuditBook;
import se.brygga.activities.store.SetupStore;
import se.brygga.activities.store.Standing;
import se.brygga.activities.store.feed.FeedBook;
import se.brygga.activities.wiring.TemporalCheck;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.feed.Steering;

/** Carries what an operator says to a tenant's loop, and writes down who said it. */
@Component
public class FeedDesk {

    /** What came of it. */
    public sealed interface Outcome {

        /** The loop follows it. */
        record Accepted() implements Outcome {}

        /** @param why in words for the operator; nothing was changed */
        record Refused(String why) implements Outcome {}
    }

    /**
     * Who says it, and why.
     *
     * @param by login of the operator
     */
    public record Operator(String by, @Nullable String reason) {}

    private static final Duration TEMPORAL_ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final Duration WORKER_ANSWERS_WITHIN = Duration.ofSeconds(30);

    private final WorkflowClient temporal;
    private final TemporalCheck check;
    private final SetupStore setups;
    private final FeedBook book;
    private final AuditBook audit;

    FeedDesk(WorkflowClient temporal, TemporalCheck check, SetupStore setups, FeedBook book, AuditBook audit) {
        this.temporal = temporal;
        this.check = check;
        this.setups = setups;
        this.book = book;
        this.audit = audit;
    }

    /** Lets the loop poll now. */
    public Outcome poke(String tenant, Feed feed, Operator operator) {
        String pausedBy = book.state(tenant, feed).pausedBy();
        Optional<String> objection = pausedBy == null
                ? objection(tenant, feed, operator)
                : Optional.of("it is paused by " + pausedBy + "; resume it first");
        if (objection.isPresent()) {
            return new Outcome.Refused(objection.get());
        }
        return carry(
                new AuditBook.Deed(newId(), operator.by(), "poke", tenant, "feed " + feed.key(), operator.reason()),
                WORKER_ANSWERS_WITHIN,
                deed -> temporal.newUntypedWorkflowStub(feed.workflowId(tenant)).signal("poke"));
    }

    /** @param interval see {@link Steering#interval()} */
    public Outcome steer(String tenant, Feed feed, Steering.Kind kind, @Nullable Duration interval, Operator operator) {
        Steering steering = new Steering(newId(), kind, operator.by(), interval);
        Optional<String> objection = steering.objection().or(() -> objection(tenant, feed, operator));
        if (objection.isPresent()) {
            return new Outcome.Refused(objection.get());
        }
        String what = kind.name().toLowerCase(Locale.ROOT) + (interval == null ? "" : " " + interval);
        return carry(
                new AuditBook.Deed(steering.id(), operator.by(), what, tenant, "feed " + feed.key(), operator.reason()),
                WORKER_ANSWERS_WITHIN,
                deed -> update(feed.workflowId(tenant), "steer", deed.id(), steering));
    }

    /** Why it cannot be carried to a loop; empty when it can. */
    Optional<String> objection(String tenant, Feed feed, Operator operator) {
        if (operator.by().isBlank()) {
            return Optional.of("say who decides");
        }
        Optional<TenantSetup> setup = setups.served(tenant);
        if (setup.isEmpty()) {
            return Optional.of(setups.standing(new Place(tenant, ""))
                    .map(Standing::toString)
                    .orElseGet(() -> setups.noTenant(tenant)));
        }
        return setup.get().follows(feed)
                ? Optional.empty()
                : Optional.of("no shop of " + tenant + " wants " + feed.key()
                        + ", so no loop runs: its section is not in" + " the set-up");
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    @FunctionalInterface
    private interface Message {
        void send(AuditBook.Deed deed);
    }

    private Outcome carry(AuditBook.Deed deed, Duration patience, Message message) {
        Optional<TemporalCheck.Trouble> trouble = engineTrouble();
        if (trouble.isPresent()) {
            return new Outcome.Refused(trouble.get().text() + ". Nothing was changed");
        }
        try {
            CompletableFuture.runAsync(() -> message.send(deed), Thread::startVirtualThread)
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            return refused(e.getCause() == null ? e : e.getCause(), patience);
        }
        audit.add(deed);
        return new Outcome.Accepted();
    }

    /** What keeps Temporal from starting or moving anything; empty when nothing does. */
    public Optional<TemporalCheck.Trouble> engineTrouble() {
        return check.trouble(TEMPORAL_ANSWERS_WITHIN);
    }

    private static Outcome refused(Throwable failure, Duration patience) {
        return new Outcome.Refused(
                failure instanceof TimeoutException
                        ? "no answer within " + patience.toSeconds()
                                + " s: does a worker run? If one does, it may follow it yet"
                        : words(failure));
    }

    /** Why a loop did not take a message, in words for the operator. */
    static String words(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> words(wrapped.getCause());
            case WorkflowNotFoundException gone ->
                "its loop does not run; a worker starts it within a minute: does one run?";
            case WorkflowUpdateException refusal ->
                String.valueOf((refusal.getCause() == null ? refusal : refusal.getCause()).getMessage());
            default -> "Temporal did not take it: " + failure.getMessage();
        };
    }

    private void update(String workflowId, String name, String id, Object argument) {
        temporal.newUntypedWorkflowStub(workflowId)
                .startUpdate(
                        UpdateOptions.newBuilder(Void.class)
                                .setUpdateName(name)
                                .setUpdateId(id)
                                .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                                .build(),
                        argument)
                .getResult();
    }
}
