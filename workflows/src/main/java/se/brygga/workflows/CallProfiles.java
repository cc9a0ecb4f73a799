package se.brygga.workflows;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.Priority;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Time-outs and retries by intent. Workflows name a profile and say what the call is for; nothing else sets options.
 *
 * <p>Long retries belong here: inside a client there are at most two quick tries. An outage is not a failure of the
 * order: what waits for a system that is out of order goes on for ever, quietly, and what fails by itself for
 * {@link #PATIENCE}.
 */
public final class CallProfiles {

    /** A connect of 10 s, a read of 60 s (both protocols), a wait for a place and the books before and after. */
    private static final Duration ONE_REMOTE_CALL = Duration.ofSeconds(100);

    /** A page scan makes several calls; each heartbeats, so a dead worker is noticed long before this. */
    private static final Duration ONE_SCAN = Duration.ofMinutes(10);

    /** The worker heartbeats every 3 s for every running activity: three missed beats mean that it is gone. */
    private static final Duration WORKER_GONE = Duration.ofSeconds(10);

    /** Then what fails although its system is in order needs a person. */
    private static final Duration PATIENCE = Duration.ofDays(14);

    /** The database is beside the worker; a longer statement hangs on a lock. */
    private static final Duration ONE_BOOKING = Duration.ofSeconds(20);

    /** A push stops by itself after ten minutes and goes on in the next one. */
    private static final Duration ONE_PUSH = Duration.ofMinutes(15);

    /** Of a poll that is one try, whatever comes of it. */
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

    /** A shop owner who repairs the cause should not wait longer than this for the next try. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final int ORDERS_FIRST = 1;
    private static final int INTAKE_SECOND = 2;
    private static final int STATUS_SECOND = 2;
    private static final int STOCK_LAST = 3;

    private CallProfiles() {}

    /** Reads and writes of one order in Starweb. */
    public static ActivityOptions shopCall(String tenant, String summary) {
        return remote(tenant, summary, TaskQueues.STARWEB, ONE_REMOTE_CALL, ORDERS_FIRST);
    }

    /** Writes of one order in Specter. Each such activity is safe to repeat: it records its attempt before it sends. */
    public static ActivityOptions specterCall(String tenant, String summary) {
        return remote(tenant, summary, TaskQueues.SPECTER, ONE_REMOTE_CALL, ORDERS_FIRST);
    }

    /** The intake's looks at a shop's order list, whose retries are the looks; as {@link #feedPoll}. */
    public static ActivityOptions shopLook(String tenant, String summary) {
        return poll(TaskQueues.STARWEB, tenant, summary, FailureTypes.OUR_FAULT);
    }

    /** The same, asked for by a poke; as {@link #feedPollAskedFor}. */
    public static ActivityOptions shopLookAskedFor(String tenant, String summary) {
        return poll(TaskQueues.STARWEB, tenant, summary, ALL_FAILURES);
    }

    /** A callback's calls to Starweb: reading, one write, reading again with pauses between. */
    public static ActivityOptions statusCall(String tenant, String summary) {
        return remote(tenant, summary, TaskQueues.STARWEB, ONE_SCAN, STATUS_SECOND);
    }

    /**
     * The poll of one of Specter's journals, whose retries are the polls: they go on for ever, at the time that each attempt
     * names. A cancelled one that is under way is let end, so that a tenant never has two.
     */
    public static ActivityOptions feedPoll(String tenant, String summary) {
        return poll(TaskQueues.FEEDS, tenant, summary, FailureTypes.OUR_FAULT);
    }

    /**
     * The same, asked for by a poke: it ends with whatever it finds out. Only a worker that died or had no database is followed
     * by another try, for that one has not asked Specter.
     */
    public static ActivityOptions feedPollAskedFor(String tenant, String summary) {
        return poll(TaskQueues.FEEDS, tenant, summary, ALL_FAILURES);
    }

    private static ActivityOptions poll(String queue, String tenant, String summary, String... notRetried) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setStartToCloseTimeout(ONE_SCAN)
                .setHeartbeatTimeout(WORKER_GONE)
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setRetryOptions(RetryOptions.newBuilder()
                        // Only a dead worker or database is retried by these: every other attempt names its own time.
                        .setInitialInterval(Duration.ofSeconds(5))
                        .setBackoffCoefficient(1)
                        .setDoNotRetry(notRetried)
                        .build())
                .setPriority(priority(tenant, STATUS_SECOND))
                .setSummary(summary)
                .build();
    }

    /**
     * Stock or prices on their way to a shop. Goes on through outages: what is to be written stands in the books. A cancelled
     * one that is under way is let end, so that a shop never has two.
     */
    public static ActivityOptions shopPush(String tenant, String summary) {
        return ActivityOptions.newBuilder(remote(tenant, summary, TaskQueues.PUSHES, ONE_PUSH, STOCK_LAST))
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .build();
    }

    /** The same, asked for by a poke: one try that reaches the shop, whatever comes of it. */
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
     * @param failed tries in a row before this one
     */
    public static Duration pauseAfter(int failed) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failed, 16));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** Bookkeeping in PostgreSQL. Never gives up: what it writes is the only record of a decision. */
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

    /** Orders go before everything else of the same tenant; tenants take turns. */
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

    /** Polls, and stock and prices, come last. */
    public static Priority feedPriority(String tenant) {
        return priority(tenant, STOCK_LAST);
    }

    /**
     * Whether a call that fails although its system is in order has been tried for long enough. Polls, which even a refusal
     * does not end, go on for ever.
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
