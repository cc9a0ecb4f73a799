package se.brygga.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.Priority;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallProfilesTest {

    @Test
    void remoteCallsAreRetriedForDaysAndNoticeADeadWorkerInSeconds() {
        for (ActivityOptions call :
                new ActivityOptions[] {CallProfiles.shopCall("t", "s"), CallProfiles.specterCall("t", "s")}) {
            assertThat(call.getStartToCloseTimeout()).isEqualTo(Duration.ofSeconds(100));
            assertThat(call.getScheduleToCloseTimeout()).isNull();
            assertThat(call.getHeartbeatTimeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(call.getRetryOptions().getMaximumInterval()).isEqualTo(Duration.ofMinutes(5));
            assertThat(call.getRetryOptions().getDoNotRetry()).containsExactly("Refused", "OurFault");
            assertThat(call.getPriority().getFairnessKey()).isEqualTo("t");
            assertThat(call.getPriority().getPriorityKey()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NotSent, shop, 14, true",
        "OutcomeUnknown, specter, 14, true",
        "Busy, push, 14, true",
        "NotSent, shop, 13, false",
        "Outage, specter, 400, false",
        "NotSent, feed, 400, false",
        "Busy, look, 400, false"
    })
    void onlyWhatFailsByItselfIsGivenUpAfterTwoWeeks(String type, String call, int days, boolean givenUp) {
        ActivityOptions options = switch (call) {
            case "shop" -> CallProfiles.shopCall("t", "s");
            case "specter" -> CallProfiles.specterCall("t", "s");
            case "push" -> CallProfiles.shopPush("t", "s");
            case "look" -> CallProfiles.shopLook("t", "s");
            default -> CallProfiles.feedPoll("t", "s");
        };

        assertThat(CallProfiles.outlasts(options.getRetryOptions(), type, Duration.ofDays(days)))
                .isEqualTo(givenUp);
    }

    @Test
    void eachRemoteSystemHasItsOwnQueue() {
        assertThat(CallProfiles.shopCall("t", "s").getTaskQueue()).isEqualTo(TaskQueues.STARWEB);
        assertThat(CallProfiles.shopLook("t", "s").getTaskQueue()).isEqualTo(TaskQueues.STARWEB);
        assertThat(CallProfiles.specterCall("t", "s").getTaskQueue()).isEqualTo(TaskQueues.SPECTER);
        assertThat(CallProfiles.booking("t", "s").getTaskQueue()).isEqualTo(TaskQueues.BOOKS);
    }

    @Test
    void aLookAtProductsComesAfterOrdersStatusesAndPushesAndHasTheTimeOfAPush() {
        ActivityOptions look = CallProfiles.productLook("t", "s");

        assertThat(look.getTaskQueue()).isEqualTo(TaskQueues.PUSHES);
        assertThat(look.getStartToCloseTimeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(look.getPriority().getPriorityKey())
                .isGreaterThan(CallProfiles.shopPush("t", "s").getPriority().getPriorityKey());
        assertThat(look.getRetryOptions().getDoNotRetry()).containsExactly("OurFault");
        assertThat(CallProfiles.productLookAskedFor("t", "s").getRetryOptions().getDoNotRetry())
                .contains("NothingNew", "OurFault", "Refused");
    }

    @Test
    void bookingsNeverGiveUp() {
        assertThat(CallProfiles.booking("t", "s").getRetryOptions().getMaximumAttempts())
                .isZero();
        assertThat(CallProfiles.booking("t", "s").getScheduleToCloseTimeout()).isNull();
    }

    @Test
    void ordersGoBeforePolling() {
        assertThat(CallProfiles.shopLook("t", "s").getPriority().getPriorityKey())
                .isGreaterThan(CallProfiles.shopCall("t", "s").getPriority().getPriorityKey());
    }

    @Test
    void aCallbackIsRetriedForDaysAndHasTimeToLookWriteAndLookAgain() {
        ActivityOptions call = CallProfiles.statusCall("t", "s");
        assertThat(call.getTaskQueue()).isEqualTo(TaskQueues.STARWEB);
        assertThat(call.getStartToCloseTimeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(call.getScheduleToCloseTimeout()).isNull();
        assertThat(call.getHeartbeatTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(call.getRetryOptions().getDoNotRetry()).containsExactly("Refused", "OurFault");
    }

    @Test
    void aPollIsRetriedForEverAndNeverCutOffByAPoke() {
        ActivityOptions poll = CallProfiles.feedPoll("t", "s");
        assertThat(poll.getTaskQueue()).isEqualTo(TaskQueues.FEEDS);
        assertThat(poll.getStartToCloseTimeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(poll.getScheduleToCloseTimeout()).isNull();
        assertThat(poll.getHeartbeatTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(poll.getCancellationType()).isEqualTo(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED);
        assertThat(poll.getRetryOptions().getMaximumAttempts()).isZero();
        assertThat(poll.getRetryOptions().getInitialInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(poll.getRetryOptions().getBackoffCoefficient()).isEqualTo(1);
        assertThat(poll.getRetryOptions().getDoNotRetry()).containsExactly("OurFault");
    }

    @Test
    void aPollThatWasAskedForIsOtherwiseTheSameAndNotRepeatedOnceItHasFoundOut() {
        ActivityOptions asked = CallProfiles.feedPollAskedFor("t", "s");
        ActivityOptions poll = CallProfiles.feedPoll("t", "s");

        assertThat(asked.getRetryOptions().getDoNotRetry())
                .containsExactlyInAnyOrder(
                        "NothingNew", "NotSent", "OutcomeUnknown", "Busy", "Outage", "Refused", "OurFault");
        assertThat(ActivityOptions.newBuilder(asked)
                        .setRetryOptions(poll.getRetryOptions())
                        .build())
                .isEqualTo(poll);
        assertThat(RetryOptions.newBuilder(asked.getRetryOptions())
                        .setDoNotRetry(poll.getRetryOptions().getDoNotRetry())
                        .build())
                .isEqualTo(poll.getRetryOptions());
    }

    @Test
    void aPushOutlivesOutagesAndIsNeverCutOff() {
        ActivityOptions push = CallProfiles.shopPush("t", "s");
        assertThat(push.getTaskQueue()).isEqualTo(TaskQueues.PUSHES);
        assertThat(push.getStartToCloseTimeout()).isEqualTo(Duration.ofMinutes(15));
        assertThat(push.getScheduleToCloseTimeout()).isNull();
        assertThat(push.getHeartbeatTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(push.getCancellationType()).isEqualTo(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED);
        assertThat(push.getRetryOptions().getDoNotRetry()).containsExactly("Refused", "OurFault");
    }

    @Test
    void aPushThatWasAskedForIsOtherwiseTheSameAndTriedOnce() {
        ActivityOptions asked = CallProfiles.shopPushAskedFor("t", "s");
        ActivityOptions push = CallProfiles.shopPush("t", "s");

        assertThat(asked.getRetryOptions().getDoNotRetry())
                .containsExactlyInAnyOrder("NotSent", "OutcomeUnknown", "Busy", "Outage", "Refused", "OurFault");
        assertThat(ActivityOptions.newBuilder(asked)
                        .setRetryOptions(push.getRetryOptions())
                        .build())
                .isEqualTo(push);
    }

    @Test
    void thePauseThatIsWrittenDownIsTheEngines() {
        assertThat(Stream.of(0, 1, 2, 8, 9, 1000).map(CallProfiles::pauseAfter).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 256L, 300L, 300L);
    }

    @Test
    void ordersGoBeforeStatusAndStatusBeforeStockAndTenantsTakeTurns() {
        assertThat(Stream.of(
                                CallProfiles.orderPriority("t"),
                                CallProfiles.statusPriority("t"),
                                CallProfiles.intakePriority("t"),
                                CallProfiles.feedPriority("t"),
                                CallProfiles.statusCall("t", "s").getPriority(),
                                CallProfiles.feedPoll("t", "s").getPriority(),
                                CallProfiles.shopPush("t", "s").getPriority())
                        .map(Priority::getPriorityKey))
                .containsExactly(1, 2, 2, 3, 2, 2, 3);
        assertThat(Stream.of(
                        CallProfiles.statusCall("t", "s"),
                        CallProfiles.feedPoll("t", "s"),
                        CallProfiles.shopPush("t", "s"),
                        CallProfiles.booking("t", "s")))
                .allSatisfy(
                        call -> assertThat(call.getPriority().getFairnessKey()).isEqualTo("t"));
    }
}
