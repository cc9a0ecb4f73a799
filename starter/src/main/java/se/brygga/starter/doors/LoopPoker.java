package se.brygga.starter.doors;

import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Pokes loops, each at most once in three seconds. Triggers and web hooks come for every single change, and one look
 * takes them all. One more poke always follows the last change, so that the last change does not wait for the timer. If a
 * crash loses a poke, the timer finds the change.
 */
@Component
public class LoopPoker {

    private static final Logger LOG = LoggerFactory.getLogger(LoopPoker.class);
    /**
     * A poke ends a poll that no worker has taken up yet. So pokes must come more slowly than workers take up polls
     * under load.
     */
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(3);

    /** The state of a loop during the seconds after a poke. */
    private enum Pending {
        /** A poke was sent. The next one waits until the seconds are over. */
        RESTING,
        /** One more poke is due when the seconds are over. */
        POKED
    }

    private final WorkflowClient temporal;
    private final ConcurrentMap<String, Pending> loops = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads;

    @Autowired
    LoopPoker(WorkflowClient temporal) {
        this(
                temporal,
                Executors.newScheduledThreadPool(
                        2, Thread.ofVirtual().name("poker-", 0).factory()));
    }

    /** @param threads stopped together with this object */
    LoopPoker(WorkflowClient temporal, ScheduledExecutorService threads) {
        this.temporal = temporal;
        this.threads = threads;
    }

    /** Pokes a loop soon. Returns at once. */
    public void pokeSoon(String workflowId) {
        Pending now = loops.merge(workflowId, Pending.RESTING, (before, first) -> Pending.POKED);
        if (now == Pending.RESTING) {
            threads.execute(() -> poke(workflowId));
        }
    }

    private void poke(String workflowId) {
        try {
            temporal.newUntypedWorkflowStub(workflowId).signal("poke");
        } catch (WorkflowNotFoundException notRunning) {
            // Either no set-up wants this loop, or the loop has not begun. A loop looks by itself when it
            // begins.
        } catch (WorkflowException | StatusRuntimeException e) {
            LOG.warn("{} was not poked", workflowId, e);
        } catch (RuntimeException e) {
            LOG.warn("{} was not poked: {}", workflowId, e.getClass().getSimpleName());
        }
        Future<?> _ = threads.schedule(() -> afterRest(workflowId), AT_MOST_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void afterRest(String workflowId) {
        Pending still =
                loops.computeIfPresent(workflowId, (id, pending) -> pending == Pending.POKED ? Pending.RESTING : null);
        if (still != null) {
            poke(workflowId);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
