package se.brygga.testbed.bench.idle;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import se.brygga.workflows.FailureTypes;

/** The two shapes of a loop that never finds anything. */
final class IdleLoops {

    static final String QUEUE = "idle";

    private IdleLoops() {}

    /** Both loops: poll, and wait so long, for ever. */
    @WorkflowInterface
    public interface TimerLoop {
        @WorkflowMethod
        void follow(Duration interval);

        @SignalMethod
        void poke();
    }

    /** The same with retries. */
    @WorkflowInterface
    public interface RetryLoop {
        @WorkflowMethod
        void follow(Duration interval);
    }

    /** A poll. */
    @ActivityInterface
    public interface Poll {
        /** Finds nothing. */
        void once();

        /** Fails with "nothing new" and the time to the next try. */
        void untilNews(Duration interval);
    }

    /** An activity, then a timer that a poke ends. */
    public static final class TimerLoopImpl implements TimerLoop {

        private boolean poked;

        @Override
        public void follow(Duration interval) {
            Poll poll = Workflow.newActivityStub(Poll.class, options());
            while (true) {
                poked = false;
                poll.once();
                Workflow.await(interval, () -> poked);
            }
        }

        @Override
        public void poke() {
            poked = true;
        }
    }

    /** One activity whose retries are the polls. */
    public static final class RetryLoopImpl implements RetryLoop {

        @Override
        public void follow(Duration interval) {
            Workflow.newActivityStub(Poll.class, options()).untilNews(interval);
        }
    }

    private static ActivityOptions options() {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(1))
                .setRetryOptions(
                        RetryOptions.newBuilder().setBackoffCoefficient(1).build())
                .build();
    }

    /** What a poll fails with, as ours do. */
    static ApplicationFailure nothingNew(Duration pause) {
        return ApplicationFailure.newBuilder()
                .setMessage("nothing new")
                .setType(FailureTypes.NOTHING_NEW)
                .setNextRetryDelay(pause)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }

    /** Counts. */
    static final class PollImpl implements Poll {

        final AtomicInteger polls = new AtomicInteger();

        @Override
        public void once() {
            polls.incrementAndGet();
        }

        @Override
        public void untilNews(Duration interval) {
            polls.incrementAndGet();
            throw nothingNew(interval);
        }
    }
}
