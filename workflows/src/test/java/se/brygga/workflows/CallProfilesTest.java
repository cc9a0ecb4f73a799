package se.brygga.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.activity.ActivityOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallProfilesTest {

    @Test
    void remoteCallsAreRetriedForDaysAndNoticeADeadWorkerInSeconds() {
        for (ActivityOptions call :
                new ActivityOptions[] {CallProfiles.shopCall("t", "s"), CallProfiles.specterCall("t", "s")}) {
            assertThat(call.getStartToCloseTimeout()).isEqualTo(Duration.ofSeconds(100));
            assertThat(call.getScheduleToCloseTimeout()).isEqualTo(Duration.ofDays(14));
            assertThat(call.getHeartbeatTimeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(call.getRetryOptions().getMaximumInterval()).isEqualTo(Duration.ofMinutes(5));
            assertThat(call.getRetryOptions().getDoNotRetry()).containsExactly("Refused", "OurFault");
            assertThat(call.getPriority().getFairnessKey()).isEqualTo("t");
            assertThat(call.getPriority().getPriorityKey()).isEqualTo(1);
        }
    }

    @Test
    void eachRemoteSystemHasItsOwnQueue() {
        assertThat(CallProfiles.shopCall("t", "s").getTaskQueue()).isEqualTo(TaskQueues.STARWEB);
        assertThat(CallProfiles.shopScan("t", "s").getTaskQueue()).isEqualTo(TaskQueues.STARWEB);
        assertThat(CallProfiles.specterCall("t", "s").getTaskQueue()).isEqualTo(TaskQueues.SPECTER);
        assertThat(CallProfiles.booking("t", "s").getTaskQueue()).isEqualTo(TaskQueues.BOOKS);
    }

    @Test
    void bookingsNeverGiveUp() {
        assertThat(CallProfiles.booking("t", "s").getRetryOptions().getMaximumAttempts())
                .isZero();
        assertThat(CallProfiles.booking("t", "s").getScheduleToCloseTimeout()).isNull();
    }

    @Test
    void ordersGoBeforePolling() {
        assertThat(CallProfiles.shopScan("t", "s").getPriority().getPriorityKey())
                .isGreaterThan(CallProfiles.shopCall("t", "s").getPriority().getPriorityKey());
    }
}
