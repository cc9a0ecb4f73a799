package se.brygga.starter.desk.feeds;

import io.temporal.client.UpdateOptions;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import se.brygga.activities.attention.AuditBook;
import se.brygga.starter.desk.Engine;
import se.brygga.starter.desk.Outcome;
import se.brygga.starter.desk.Patience;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.refusal.Reason;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.UpdateRefused;

/** Sends what an operator says to a tenant's loop, and writes the audit log once the loop has taken it. */
@Component
class LoopMessages {

    private final WorkflowClient temporal;
    private final Engine engine;
    private final AuditBook audit;

    LoopMessages(WorkflowClient temporal, Engine engine, AuditBook audit) {
        this.temporal = temporal;
        this.engine = engine;
        this.audit = audit;
    }

    /** Makes the loop poll now. */
    Outcome<Feed> poke(Feed feed, AuditBook.Deed deed) {
        return carry(
                feed,
                deed,
                () -> temporal.newUntypedWorkflowStub(feed.workflowId(deed.tenant()))
                        .signal("poke"));
    }

    /**
     * Sends an Update and waits until the loop has followed it. The Update's id is the deed's, so that it counts once
     * when it is sent twice.
     */
    Outcome<Feed> update(Feed feed, AuditBook.Deed deed, String name, Object argument) {
        return carry(feed, deed, () -> start(feed, deed, name, WorkflowUpdateStage.COMPLETED, argument));
    }

    /** Sends an Update, without waiting until the loop has followed it. */
    void hand(Feed feed, AuditBook.Deed deed, String name, Object argument) {
        start(feed, deed, name, WorkflowUpdateStage.ACCEPTED, argument);
    }

    private void start(Feed feed, AuditBook.Deed deed, String name, WorkflowUpdateStage stage, Object argument) {
        var handle = temporal.newUntypedWorkflowStub(feed.workflowId(deed.tenant()))
                .startUpdate(
                        UpdateOptions.newBuilder(Void.class)
                                .setUpdateName(name)
                                .setUpdateId(deed.id())
                                .setWaitForStage(stage)
                                .build(),
                        argument);
        if (stage == WorkflowUpdateStage.COMPLETED) {
            handle.getResult();
        }
    }

    private Outcome<Feed> carry(Feed feed, AuditBook.Deed deed, Runnable message) {
        String subject = deed.tenant() + " " + feed.key();
        var refusal = engine.refusal();
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(subject, refusal.get());
        }
        try {
            Patience.within(Engine.WORKER_ANSWERS_WITHIN, message);
        } catch (TimeoutException noAnswer) {
            return new Outcome.Unknown<>(subject, Reason.LOOP_UNANSWERED.of(Engine.WORKER_ANSWERS_WITHIN.toSeconds()));
        } catch (RuntimeException failure) {
            return new Outcome.Refused<>(subject, why(failure));
        }
        audit.add(deed);
        return new Outcome.Followed<>(subject, feed);
    }

    /** Why a loop did not take a message. */
    static Refusal why(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> why(wrapped.getCause());
            case WorkflowNotFoundException gone -> Reason.LOOP_NOT_RUNNING.of();
            case WorkflowUpdateException refusal
            when refusal.getCause() instanceof ApplicationFailure said ->
                UpdateRefused.in(said).orElseGet(() -> Reason.LOOP_FAILED.of(said.getOriginalMessage()));
            default -> Reason.LOOP_FAILED.of(failure.getClass().getSimpleName());
        };
    }
}
