package se.brygga.worker;

import io.grpc.StatusRuntimeException;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.ActivityCompletionException;
import io.temporal.client.WorkflowException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import se.brygga.activities.setup.kept.SetupUnreadable;
import se.brygga.activities.sql.BooksTrouble;
import se.brygga.activities.start.Launch;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.FailureTypes;

/**
 * Surrounds every activity. Sends heartbeats, so that a dead worker is noticed within seconds. Replaces exceptions
 * whose messages may hold what must not appear in a history.
 */
final class ActivityGuard extends WorkerInterceptorBase {

    private static final Logger LOG = LoggerFactory.getLogger(ActivityGuard.class);
    private static final long BEAT_SECONDS = 3;

    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("heartbeats").daemon().factory());

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new Guarded(next);
    }

    private final class Guarded extends ActivityInboundCallsInterceptorBase {

        private @Nullable ActivityExecutionContext context;

        Guarded(ActivityInboundCallsInterceptor next) {
            super(next);
        }

        @Override
        public void init(ActivityExecutionContext activity) {
            context = activity;
            super.init(activity);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            ActivityExecutionContext activity = Objects.requireNonNull(context, "init comes before execute");
            ScheduledFuture<?> beat = startBeating(activity);
            try {
                return super.execute(input);
            } catch (ApplicationFailure told) {
                throw patiently(activity.getInfo(), told);
            } catch (TemporalFailure | ActivityCompletionException told) {
                throw told;
            } catch (DataAccessException | TransactionException e) {
                throw BooksTrouble.passes(e)
                        ? booksUnavailable(activity.getInfo(), e)
                        : ourFault(activity.getInfo(), e);
            } catch (SetupUnreadable e) {
                throw setupUnreadable(activity.getInfo(), e);
            } catch (WorkflowException | StatusRuntimeException e) {
                throw engineUnavailable(activity.getInfo(), e);
            } catch (RuntimeException e) {
                throw ourFault(activity.getInfo(), e);
            } catch (OutOfMemoryError e) {
                // Otherwise the SDK would report the error as the activity's own failure, and the worker would go on
                // half dead.
                Launch.outOfMemory(e);
                throw e;
            } finally {
                beat.cancel(false);
            }
        }
    }

    /**
     * A failure of a step whose system is in order is not retried for ever. After the last retry the workflow parks the
     * order for a person.
     */
    static ApplicationFailure patiently(ActivityInfo info, ApplicationFailure failure) {
        long tried = info.getCurrentAttemptScheduledTimestamp() - info.getScheduledTimestamp();
        return CallProfiles.outlasts(info.getRetryOptions(), failure.getType(), Duration.ofMillis(tried))
                ? ApplicationFailure.newNonRetryableFailure(failure.getOriginalMessage(), failure.getType())
                : failure;
    }

    private ScheduledFuture<?> startBeating(ActivityExecutionContext context) {
        return beats.scheduleAtFixedRate(() -> beat(context), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    private static void beat(ActivityExecutionContext context) {
        try {
            context.heartbeat(null);
        } catch (ActivityCompletionException ended) {
            // The workflow is gone, or the try has timed out. The books hold the activity's outcome in both cases.
        }
    }

    /** Retried without end, because the database comes back. */
    private static ApplicationFailure booksUnavailable(ActivityInfo info, RuntimeException e) {
        LOG.warn(
                "activity {} of {} could not use the database: {}",
                info.getActivityType(),
                info.getWorkflowId(),
                name(e));
        return ApplicationFailure.newFailure("the database did not take it: " + name(e), "BooksUnavailable");
    }

    /** Retried until the tenant's file is applied again. All of the tenant's work continues by itself then. */
    private static ApplicationFailure setupUnreadable(ActivityInfo info, SetupUnreadable e) {
        LOG.warn("activity {} of {} waits: {}", info.getActivityType(), info.getWorkflowId(), e.getMessage());
        return ApplicationFailure.newFailure(String.valueOf(e.getMessage()), "SetupUnreadable");
    }

    /** Retried: an activity that starts workflows must not lose one because Temporal was away for a moment. */
    private static ApplicationFailure engineUnavailable(ActivityInfo info, RuntimeException e) {
        LOG.warn(
                "activity {} of {} could not reach Temporal: {}",
                info.getActivityType(),
                info.getWorkflowId(),
                name(e));
        return ApplicationFailure.newFailure("Temporal did not take it: " + name(e), "EngineUnavailable");
    }

    /**
     * Not retried: the workflow parks the order as an internal error. The log's stack trace says where; the failure
     * carries no message.
     */
    private static ApplicationFailure ourFault(ActivityInfo info, RuntimeException e) {
        StackTraceElement[] stack = e.getStackTrace();
        String where = stack.length == 0 ? "?" : stack[0].toString();
        LOG.error("activity {} of {} failed: {} at {}", info.getActivityType(), info.getWorkflowId(), name(e), where);
        String state =
                BooksTrouble.state(e).map(code -> " (SQLSTATE " + code + ")").orElse("");
        return ApplicationFailure.newNonRetryableFailure(name(e) + state + " at " + where, FailureTypes.OUR_FAULT);
    }

    private static String name(Throwable e) {
        return e.getClass().getSimpleName();
    }
}
