package se.brygga.activities.wiring.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.grpc.Status;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.clients.MovableTime;

class TemporalFailuresTest {

    private static final int POLLERS = 50;

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger poller = context.getLogger("io.temporal.internal.worker.BasePoller");

    @BeforeEach
    void log() {
        lines.setContext(context);
        lines.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(lines);
        context.addTurboFilter(new TemporalFailures(time));
    }

    @Test
    void fiftyPollersThatFailForTheSameReasonAreOneLineAMinuteWithTheReason() {
        for (int second = 0; second < 180; second++) {
            for (int i = 0; i < POLLERS; i++) {
                poller.warn("Failure in poller thread {}", i, refused(17_000 + i));
            }
            time.advance(Duration.ofSeconds(1));
        }

        assertThat(told())
                .containsExactly(
                        "Failure in poller thread 0: UNAVAILABLE: io exception: Connection refused: /127.0.0.1:17000",
                        "Failure in poller thread 0: UNAVAILABLE: io exception: Connection refused: /127.0.0.1:17000"
                                + " (and 2999 more calls since it was told)",
                        "Failure in poller thread 0: UNAVAILABLE: io exception: Connection refused: /127.0.0.1:17000"
                                + " (and 2999 more calls since it was told)");
        assertThat(lines.list)
                .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
    }

    @Test
    void anotherReasonIsToldAtOnceWhoeverMeetsIt() {
        poller.warn("Failure in poller thread", refused(7233));
        poller.warn(
                "Failure in poller thread",
                Status.NOT_FOUND.withDescription("Namespace x").asRuntimeException());
        context.getLogger("a scheduler")
                .error(
                        "A task failed",
                        new IllegalStateException(
                                "intake/a/b",
                                Status.INVALID_ARGUMENT
                                        .withDescription("no search attribute")
                                        .asRuntimeException()));
        context.getLogger("a scheduler").error("A task failed", refused(7233));

        assertThat(told())
                .containsExactly(
                        "Failure in poller thread: UNAVAILABLE: io exception: Connection refused: /127.0.0.1:7233",
                        "Failure in poller thread: NOT_FOUND: Namespace x",
                        "A task failed: intake/a/b: INVALID_ARGUMENT: no search attribute");
    }

    @Test
    void whatTwoWorkflowsAreRefusedForIsToldOfBoth() {
        for (int order = 1; order <= 2; order++) {
            poller.warn(
                    "Not taken",
                    Status.INVALID_ARGUMENT
                            .withDescription("order/" + order + " is too large")
                            .asRuntimeException());
        }

        assertThat(told()).hasSize(2);
    }

    @Test
    void otherFailuresAndQuietLevelsAreLeftAlone() {
        poller.warn("A defect", new IllegalStateException("x"));
        poller.warn("A defect", new IllegalStateException("x"));
        poller.debug("Not wanted", refused(7233));
        poller.warn("No throwable");

        assertThat(told()).containsExactly("A defect", "A defect", "No throwable");
        assertThat(lines.list.getFirst().getThrowableProxy()).isNotNull();
    }

    /** A second app in the same process sets logging up anew. */
    @Test
    void isThereAgainWhenLoggingIsSetUpAnew() throws Exception {
        LoggerContext apps = new LoggerContext();
        for (int app = 0; app < 2; app++) {
            apps.reset();
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(apps);
            configurator.doConfigure(TemporalFailures.class.getResource("/logback-spring.xml"));

            assertThat(apps.getTurboFilterList())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TemporalFailures.class,
                            filter -> assertThat(filter.isStarted()).isTrue());
        }
    }

    private List<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static RuntimeException refused(int port) {
        return Status.UNAVAILABLE
                .withDescription("io exception")
                .withCause(new ConnectException("Connection refused: /127.0.0.1:" + port))
                .asRuntimeException();
    }
}
