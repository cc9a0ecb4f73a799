package se.brygga.testbed.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.brygga.activities.start.Launch.StartRefused;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.workflows.refusal.Reason;

class PatientlyTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final AtomicInteger tries = new AtomicInteger();
    private final Patiently patiently = new Patiently(A_MINUTE, () -> now, rest -> now = now.plus(rest));

    static Stream<Exception> passing() {
        return Stream.of(
                new StartRefused.NotYet(Reason.TEMPORAL_SERVER_AWAY.of("here")),
                new IllegalStateException(new SQLException("the database is starting up", "57P03")),
                new IllegalStateException(new SQLException("refused", "08001")),
                new IllegalStateException(new SQLException("too many clients", "53300")),
                new RemoteFailure(RemoteSystem.STARWEB, RemoteFailure.Kind.BUSY, RemoteFailure.Why.LIMIT, "busy"),
                new RemoteFailure(
                        RemoteSystem.SPECTER, RemoteFailure.Kind.NOT_SENT, RemoteFailure.Why.NO_CONNECTION, "away"));
    }

    static Stream<Exception> lasting() {
        return Stream.of(
                new StartRefused(Reason.KEY_OF_OTHER_DATABASE.of()),
                new IllegalStateException(new SQLException("wrong password", "28P01")),
                new IllegalStateException(new SQLException("no such database", "3D000")),
                new RemoteFailure(
                        RemoteSystem.STARWEB, RemoteFailure.Kind.NOT_LET_IN, RemoteFailure.Why.HTTP, "credentials"),
                new IllegalStateException("the set-up file has mistakes"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void triesAgainThroughWhatPasses(Exception fault) throws Exception {
        assertThat(patiently.step("it", () -> failing(fault, 10))).isEqualTo("there");

        assertThat(tries).hasValue(11);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void givesUpWhatDoesNotPassInTime(Exception fault) {
        assertThatThrownBy(() -> patiently.step("it", () -> failing(fault, 1_000)))
                .isSameAs(fault);

        assertThat(tries).hasValueBetween(10, 100);
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void endsAtOnceWithWhatSomebodyMustMend(Exception fault) {
        assertThatThrownBy(() -> patiently.step("it", () -> failing(fault, 1_000)))
                .isSameAs(fault);

        assertThat(tries).hasValue(1);
    }

    @Test
    void whoWantsToKnowAtOnceIsToldAtOnce() {
        assertThatThrownBy(() -> Patiently.impatient()
                        .step("it", () -> failing(new StartRefused.NotYet(Reason.TEMPORAL_SERVER_AWAY.of("here")), 1)))
                .hasMessageContaining("no Temporal server answers at here");
    }

    private String failing(Exception fault, int times) throws Exception {
        if (tries.getAndIncrement() < times) {
            throw fault;
        }
        return "there";
    }
}
