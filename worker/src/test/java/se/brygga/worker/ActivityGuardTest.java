package se.brygga.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.grpc.Status;
import io.temporal.activity.ActivityInfo;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowServiceException;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.worker.WorkerFactoryOptions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import se.brygga.workflows.CallProfiles;
import se.brygga.workflows.FailureTypes;

/** What Temporal is told of an exception that no activity foresaw: whether to try again, and nothing that it quotes. */
class ActivityGuardTest {

    private static final String SECRET = "asa@example.se";

    /** An activity that fails. */
    @ActivityInterface
    public interface Failing {
        void fail();
    }

    @AutoClose
    private final TestActivityEnvironment engine =
            TestActivityEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                    .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                            .setWorkerInterceptors(new ActivityGuard())
                            .build())
                    .build());

    static Stream<RuntimeException> passing() {
        return Stream.of(
                new WorkflowServiceException(
                        WorkflowExecution.getDefaultInstance(), "OrderTransfer", new RuntimeException(SECRET)),
                Status.UNAVAILABLE.withDescription(SECRET).asRuntimeException(),
                new TransientDataAccessResourceException(SECRET),
                new UncategorizedSQLException("select", SECRET, new SQLException(SECRET, "57P01")),
                new CannotGetJdbcConnectionException(SECRET),
                new CannotCreateTransactionException(SECRET));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void triesAgainWhatPasses(RuntimeException passing) {
        ApplicationFailure failure = failureOf(() -> passing);

        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(failure.getType()).isNotEqualTo(FailureTypes.OUR_FAULT);
        assertThat(failure.getOriginalMessage()).doesNotContain(SECRET);
    }

    static Stream<RuntimeException> ofOneValue() {
        return Stream.of(
                new DataIntegrityViolationException(SECRET, new SQLException(SECRET, "22021")),
                new DuplicateKeyException(SECRET, new SQLException(SECRET, "23505")),
                new UncategorizedSQLException("insert", SECRET, new SQLException(SECRET, "54000")));
    }

    @ParameterizedTest
    @MethodSource("ofOneValue")
    void doesNotTryAgainWhatTheDatabaseCanNeverHold(RuntimeException refused) {
        ApplicationFailure failure = failureOf(() -> refused);

        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(failure.getType()).isEqualTo(FailureTypes.OUR_FAULT);
        assertThat(failure.getOriginalMessage()).contains("SQLSTATE").doesNotContain(SECRET);
    }

    @Test
    void doesNotTryADefectAgain() {
        ApplicationFailure failure = failureOf(() -> new IllegalStateException(SECRET));

        assertThat(failure.isNonRetryable()).isTrue();
        assertThat(failure.getType()).isEqualTo(FailureTypes.OUR_FAULT);
        assertThat(failure.getOriginalMessage()).doesNotContain(SECRET);
    }

    @Test
    void givesUpAfterTwoWeeksWhatFailsByItselfAndNeverWhatWaitsForASystem() {
        ActivityInfo info = mock(ActivityInfo.class);
        when(info.getRetryOptions())
                .thenReturn(CallProfiles.specterCall("t", "s").getRetryOptions());
        when(info.getScheduledTimestamp()).thenReturn(1_000L);
        when(info.getCurrentAttemptScheduledTimestamp())
                .thenReturn(1_000L + Duration.ofDays(14).toMillis());

        assertThat(ActivityGuard.patiently(info, ApplicationFailure.newFailure("x", FailureTypes.NOT_SENT))
                        .isNonRetryable())
                .isTrue();
        assertThat(ActivityGuard.patiently(info, ApplicationFailure.newFailure("x", FailureTypes.OUTAGE))
                        .isNonRetryable())
                .isFalse();
    }

    private ApplicationFailure failureOf(Supplier<RuntimeException> failing) {
        engine.registerActivitiesImplementations((Failing) () -> {
            throw failing.get();
        });
        Failing stub = engine.newActivityStub(
                Failing.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .setRetryOptions(
                                RetryOptions.newBuilder().setMaximumAttempts(1).build())
                        .build());
        Throwable failure = catchThrowable(stub::fail);
        assertThat(failure.getCause()).isInstanceOf(ApplicationFailure.class);
        return (ApplicationFailure) failure.getCause();
    }
}
