package se.brygga.activities.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static se.brygga.activities.SampleSetup.SHOP;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.intake.IntakeActivities;
import se.brygga.workflows.intake.IntakeActivities.Look;
import se.brygga.workflows.intake.IntakeActivities.Looked;

/** Each attempt is one look, and names the time of the next one. */
@Timeout(120)
class IntakeLooksTest extends IntakeScene {

    @AutoClose
    private final TestActivityEnvironment worker = TestActivityEnvironment.newInstance();

    private final IntakeActivities looks;

    IntakeLooksTest() {
        worker.registerActivitiesImplementations(intake.activities(books.loops));
        looks = worker.newActivityStub(
                IntakeActivities.class,
                ActivityOptions.newBuilder()
                        .setStartToCloseTimeout(Duration.ofMinutes(1))
                        .setRetryOptions(
                                RetryOptions.newBuilder().setMaximumAttempts(1).build())
                        .build());
    }

    @Test
    void aRunBeginsWithASweepAndTellsWhatItFound() {
        put(1, "2026-11-02T10:00:30Z");

        assertThat(looks.lookThrough(SHOP, Look.AFRESH)).isEqualTo(new Looked(2, 1));
        assertThat(shop.orders.askedCreatedAfter).hasSize(1);
    }

    @Test
    void aPokeLooksAndDoesNotSweep() {
        assertThat(looks.lookThrough(SHOP, Look.AT_ONCE)).isEqualTo(new Looked(0, 0));
        assertThat(shop.orders.askedCreatedAfter).isEmpty();
    }

    @Test
    void thePaceBeginsWithAPauseThatGrowsWhileNothingIsFound() {
        Duration first = pause(Look.PACED);
        scan();
        scan();

        assertThat(shop.script.asked).as("by the two scans only").hasSize(2);
        assertThat(pause(Look.PACED)).isGreaterThan(first);

        put(1, "2026-11-02T10:00:30Z");
        scan();
        assertThat(pause(Look.PACED)).isEqualTo(IntakePace.pauseAfter(0, SHOP));
    }

    @Test
    void anOutageIsTriedAgainAtThePaceAndIsNoError() {
        shop.script.failAt("changes 1", failure(RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION));

        ApplicationFailure told = failed(Look.AFRESH);

        assertThat(told.getType()).isEqualTo(FailureTypes.NOT_SENT);
        assertThat(told.getCategory()).isEqualTo(ApplicationErrorCategory.BENIGN);
        assertThat(told.getNextRetryDelay()).isBetween(IntakePace.SHORTEST, Duration.ofMinutes(4));
    }

    @Test
    void aBusyShopIsAskedAgainWhenItWants() {
        shop.script.failAt(
                "changes 1",
                new RemoteFailure(
                        RemoteSystem.STARWEB,
                        RemoteFailure.Kind.BUSY,
                        RemoteFailure.Why.LIMIT,
                        "busy",
                        Duration.ofSeconds(17),
                        null));

        assertThat(failed(Look.AFRESH).getNextRetryDelay()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void aDefectIsSeenAsOne() {
        shop.script.before("changes 1", () -> {
            throw new IllegalStateException("asa@example.se");
        });

        ApplicationFailure told = failed(Look.AFRESH);

        assertThat(told.getType()).isEqualTo(FailureTypes.OUR_FAULT);
        assertThat(told.getOriginalMessage()).isEqualTo("IllegalStateException");
    }

    private Duration pause(Look look) {
        ApplicationFailure told = failed(look);
        assertThat(told.getType()).isEqualTo(FailureTypes.NOTHING_NEW);
        return told.getNextRetryDelay();
    }

    private ApplicationFailure failed(Look look) {
        Throwable failure = catchThrowable(() -> looks.lookThrough(SHOP, look));
        assertThat(failure.getCause()).isInstanceOf(ApplicationFailure.class);
        return (ApplicationFailure) failure.getCause();
    }
}
