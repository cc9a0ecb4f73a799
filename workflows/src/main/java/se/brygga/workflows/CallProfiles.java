package se.brygga.workflows;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.Priority;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Time-outs and retries of activities, by intent. Workflows name a profile and say what the call is for. No other class
 * sets activity options.
 *
 * <p>Long retries belong here. A client makes at most two quick tries. An outage is not a failure of the order: a step
 * retries without end while its system is out of order. A step that fails while its system is in order is retried for
 * {@link #PATIENCE}.
 */
public final class CallProfiles {

    /**
     * Enough for a connect of 10 s, a read of 60 s (both protocols), the wait for a place, and the writes to the books.
     */
    private static final Duration ONE_REMOTE_CALL = Duration.ofSeconds(100);

    /**
     * A scan of pages makes several calls. Each call heartbeats, so a dead worker is noticed long before this time-out.
     */
    private static final Duration ONE_SCAN = Duration.ofMinutes(10);

    /**
     * The worker heartbeats every 3 s for every running activity. Three missed heartbeats mean that the worker is dead.
     */
    private static final Duration WORKER_GONE = Duration.ofSeconds(10);

    /** A step that has failed for this long, although its system is in order, needs a person. */
    private static final Duration PATIENCE = Duration.ofDays(14);

    /** The database is beside the worker. A statement that takes longer hangs on a lock. */
    private static final Duration ONE_BOOKING = Duration.ofSeconds(20);

    /** A push stops by itself after ten minutes. The next push continues. */
    private static final Duration ONE_PUSH = Duration.ofMinutes(15);

    /** The failures that are not retried in a poll of one try: all of them. */
    private static final String[] ALL_FAILURES = {
        FailureTypes.NOTHING_NEW,
        FailureTypes.NOT_SENT,
        FailureTypes.OUTCOME_UNKNOWN,
        FailureTypes.BUSY,
        FailureTypes.OUTAGE,
        FailureTypes.REFUSED,
        FailureTypes.OUR_FAULT
    };

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /**
     * The longest pause between two tries. A shop owner who repairs the cause should not wait longer for the next try.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final int ORDERS_FIRST = 1;
    private static final int INTAKE_SECOND = 2;
    private static final int STATUS_SECOND = 2;
    private static final int STOCK_LAST = 3;
    private static final int PRODUCTS_LAST = 4;

    private CallProfiles() {}

    /** Reads and writes of one order in Starweb. */
    public static ActivityOptions shopCall(String tenant, String summary) {
        return remote(tenant, summary, TaskQueues.STARWEB, ONE_REMOTE_CALL, ORDERS_FIRST);
    }

    /** Writes of one order in Specter. Each such activity is safe to repeat: it records its attempt before it sends. */
    public static ActivityOptions specterCall(String tenant, String summary) {
        return remote(tenant, summary, TaskQueues.SPECTER, ONE_REMOTE_CALL, ORDERS_FIRST);
    }

    /**
     * The intake's looks at a shop's order list. The retries of the activity are the looks, as in {@link #feedPoll}.
     */
    public static ActivityOptions shopLook(String tenant, String summary) {
        return poll(TaskQueues.STARWEB, tenant, summary, FailureTypes.OUR_FAULT);
    }

    /** One look that a poke asked for, as in {@link #feedPollAskedFor}. */
    public static ActivityOptions shopLookAskedFor(String tenant, String summary) {
        return poll(TaskQueues.STARWEB, tenant, summary, ALL_FAILURES);
    }

    /** A callback's calls to Starweb: a read, one write, and reads after it with pauses between. */
    public static ActivityOptions statusCall(String tenant, String summary) {
        return remote(tenant, summary, TaskQueues.STARWEB, ONE_SCAN, STATUS_SECOND);
    }

    /**
     * The poll of one of Specter's journals. The retries of the activity are the polls. They go on without end, each at
     * the time that the attempt before named. A running poll that is cancelled ends by itself first, so that a tenant
     * never has two.
     */
    public static ActivityOptions feedPoll(String tenant, String summary) {
        return poll(TaskQueues.FEEDS, tenant, summary, FailureTypes.OUR_FAULT);
    }

    /**
     * One poll that a poke asked for. It ends whatever it finds out. Only a dead worker or an unreachable database
     * leads to another try, because such a try has not asked Specter.
     */
    public static ActivityOptions feedPollAskedFor(String tenant, String summary) {
        return poll(TaskQueues.FEEDS, tenant, summary, ALL_FAILURES);
    }

    /** The looks of the sync of products. The retries of the activity are the looks, as in {@link #feedPoll}. */
    public static ActivityOptions productLook(String tenant, String summary) {
        return productLook(tenant, summary, FailureTypes.OUR_FAULT);
    }

    /** One look of the sync of products that a poke asked for, as in {@link #feedPollAskedFor}. */
    public static ActivityOptions productLookAskedFor(String tenant, String summary) {
        return productLook(tenant, summary, ALL_FAILURES);
    }

    /** A look may write thousands of products, so the look has as much time as a push. */
    private static ActivityOptions productLook(String tenant, String summary, String... notRetried) {
        return ActivityOptions.newBuilder(poll(TaskQueues.PUSHES, tenant, summary, notRetried))
                .setStartToCloseTimeout(ONE_PUSH)
                .setPriority(priority(tenant, PRODUCTS_LAST))
                .build();
    }

    /** The steps of an initial sync. A plan reads both systems whole, so it has as much time as a push. */
    public static ActivityOptions initialSync(String tenant, String summary) {
        return productLook(tenant, summary, FailureTypes.OUR_FAULT);
    }

    private static ActivityOptions poll(String queue, String tenant, String summary, String... notRetried) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setStartToCloseTimeout(ONE_SCAN)
                .setHeartbeatTimeout(WORKER_GONE)
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(RetryOptions.newBuilder()
                        // Only a dead worker or database is retried with this pause. Every other attempt names the time
                        // of the next one.
                        .setInitialInterval(Duration.ofSeconds(5))
                        .setBackoffCoefficient(1)
                        .setDoNotRetry(notRetried)
                        .build())
                .setPriority(priority(tenant, STATUS_SECOND))
                .setSummary(summary)
                .build();
    }

    /**
     * Stock or prices on their way to a shop. The activity is retried through outages, because the books hold what is
     * to be written. A running push that is cancelled ends by itself first, so that a shop never has two.
     */
    public static ActivityOptions shopPush(String tenant, String summary) {
        return ActivityOptions.newBuilder(remote(tenant, summary, TaskQueues.PUSHES, ONE_PUSH, STOCK_LAST))
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .build();
    }

    /** One push that a poke asked for: one try that reaches the shop, whatever comes of it. */
    public static ActivityOptions shopPushAskedFor(String tenant, String summary) {
        ActivityOptions push = shopPush(tenant, summary);
        return ActivityOptions.newBuilder(push)
                .setRetryOptions(RetryOptions.newBuilder(push.getRetryOptions())
                        .setDoNotRetry(
                                FailureTypes.NOT_SENT,
                                FailureTypes.OUTCOME_UNKNOWN,
                                FailureTypes.BUSY,
                                FailureTypes.OUTAGE,
                                FailureTypes.REFUSED,
                                FailureTypes.OUR_FAULT)
                        .build())
                .build();
    }

    /**
     * The pause of {@link #shopPush} after a try that names no time of its own.
     *
     * @param failed number of tries in a row that failed before this one
     */
    public static Duration pauseAfter(int failed) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failed, 16));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Bookkeeping in PostgreSQL. The retries never end, because the books are the only record of a decision. */
    public static ActivityOptions booking(String tenant, String summary) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(TaskQueues.BOOKS)
                .setStartToCloseTimeout(ONE_BOOKING)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(500))
                        .setMaximumInterval(Duration.ofMinutes(1))
                        .build())
                .setPriority(priority(tenant, ORDERS_FIRST))
                .setSummary(summary)
                .build();
    }

    /** Orders have the highest priority among the work of a tenant. Tenants take turns. */
    public static Priority orderPriority(String tenant) {
        return priority(tenant, ORDERS_FIRST);
    }

    /** Polling comes after orders. */
    public static Priority intakePriority(String tenant) {
        return priority(tenant, INTAKE_SECOND);
    }

    /** Callbacks come after orders. */
    public static Priority statusPriority(String tenant) {
        return priority(tenant, STATUS_SECOND);
    }

    /** Polls, and stock and prices, come after all that concerns an order. */
    public static Priority feedPriority(String tenant) {
        return priority(tenant, STOCK_LAST);
    }

    /** Products come last. */
    public static Priority productPriority(String tenant) {
        return priority(tenant, PRODUCTS_LAST);
    }

    /**
     * Whether a call has been tried for long enough, although its system is in order. Polls are retried without end,
     * because not even a refusal ends them.
     */
    public static boolean outlasts(RetryOptions retries, String failureType, Duration sinceFirstTry) {
        boolean fails = Set.of(FailureTypes.NOT_SENT, FailureTypes.OUTCOME_UNKNOWN, FailureTypes.BUSY)
                .contains(failureType);
        boolean polls = !List.of(retries.getDoNotRetry()).contains(FailureTypes.REFUSED);
        return fails && !polls && sinceFirstTry.compareTo(PATIENCE) >= 0;
    }

    private static ActivityOptions remote(
            String tenant, String summary, String queue, Duration oneTry, int priorityKey) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setStartToCloseTimeout(oneTry)
                .setHeartbeatTimeout(WORKER_GONE)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(FIRST_PAUSE)
                        .setBackoffCoefficient(2)
                        .setMaximumInterval(LONGEST_PAUSE)
                        .setDoNotRetry(FailureTypes.REFUSED, FailureTypes.OUR_FAULT)
                        .build())
                .setPriority(priority(tenant, priorityKey))
                .setSummary(summary)
                .build();
    }

    private static Priority priority(String tenant, int key) {
        return Priority.newBuilder()
                .setPriorityKey(key)
                .setFairnessKey(tenant)
                .setFairnessWeight(1)
                .build();
    }
}
