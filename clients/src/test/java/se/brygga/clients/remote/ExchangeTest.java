package se.brygga.clients.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteFailure.Why;

/** The one table from exception to failure, and the one quick retry. */
class ExchangeTest {

    static Stream<Arguments> exceptions() {
        return Stream.of(
                arguments(new ConnectException("x"), Kind.NOT_SENT, Why.NO_CONNECTION),
                arguments(new HttpConnectTimeoutException("x"), Kind.NOT_SENT, Why.NO_CONNECTION),
                arguments(new UnknownHostException("x"), Kind.NOT_SENT, Why.NO_CONNECTION),
                arguments(new UnresolvedAddressException(), Kind.NOT_SENT, Why.NO_CONNECTION),
                arguments(new IOException(new UnresolvedAddressException()), Kind.NOT_SENT, Why.NO_CONNECTION),
                arguments(new NoRouteToHostException(), Kind.NOT_SENT, Why.NO_CONNECTION),
                arguments(new SSLHandshakeException("unknown issuer"), Kind.NOT_SENT, Why.TLS_FAILED),
                arguments(new SSLException("reset"), Kind.OUTCOME_UNKNOWN, Why.CONNECTION_LOST),
                arguments(new HttpTimeoutException("x"), Kind.OUTCOME_UNKNOWN, Why.NO_ANSWER_IN_TIME),
                arguments(new TimeoutException(), Kind.OUTCOME_UNKNOWN, Why.NO_ANSWER_IN_TIME),
                arguments(new SocketException("reset"), Kind.OUTCOME_UNKNOWN, Why.CONNECTION_LOST),
                arguments(new EOFException(), Kind.OUTCOME_UNKNOWN, Why.CONNECTION_LOST),
                arguments(new IOException("fixed content-length"), Kind.OUTCOME_UNKNOWN, Why.CONNECTION_LOST),
                arguments(new InterruptedException(), Kind.OUTCOME_UNKNOWN, Why.INTERRUPTED),
                arguments(new IllegalStateException("bug"), Kind.OUR_FAULT, Why.UNEXPECTED_EXCEPTION));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void everyExceptionHasARow(Exception exception, Kind kind, Why why) {
        Exchange.Broken broken = Exchange.broken(exception);

        assertThat(broken.kind()).isEqualTo(kind);
        assertThat(broken.why()).isEqualTo(why);
        assertThat(broken.name()).isEqualTo(exception.getClass().getSimpleName());
    }

    @Test
    void makesACallThatReachedNobodyOnceMore() {
        AtomicInteger calls = new AtomicInteger();

        assertThat(Exchange.withOneRetry(() -> {
                    if (calls.incrementAndGet() == 1) {
                        throw failure(Kind.NOT_SENT);
                    }
                    return "answer";
                }))
                .isEqualTo("answer");
        assertThat(calls).hasValue(2);
    }

    @Test
    void givesUpAfterTheSecondCall() {
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> Exchange.withOneRetry(() -> {
                    calls.incrementAndGet();
                    throw failure(Kind.NOT_SENT);
                }))
                .isInstanceOf(RemoteFailure.class);
        assertThat(calls).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOT_SENT")
    void makesNoOtherCallTwice(Kind kind) {
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> Exchange.withOneRetry(() -> {
                    calls.incrementAndGet();
                    throw failure(kind);
                }))
                .isInstanceOf(RemoteFailure.class);
        assertThat(calls).hasValue(1);
    }

    @Test
    void asksNoSystemTwiceThatIsKnownToBeOutOfOrder() {
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> Exchange.withOneRetry(() -> {
                    calls.incrementAndGet();
                    throw failure(Kind.NOT_SENT).inOutage(Duration.ofSeconds(3));
                }))
                .isInstanceOf(RemoteFailure.class);
        assertThat(calls).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void makesAReadUpToThreeTimesWhereNoAnswerCame(Kind kind) {
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> Exchange.withTwoRetries(() -> {
                    calls.incrementAndGet();
                    throw failure(kind);
                }))
                .isInstanceOf(RemoteFailure.class);
        assertThat(calls).hasValue(kind == Kind.NOT_SENT || kind == Kind.OUTCOME_UNKNOWN ? 3 : 1);
    }

    @Test
    void readsNothingAgainFromASystemThatIsKnownToBeOutOfOrder() {
        AtomicInteger calls = new AtomicInteger();

        assertThatThrownBy(() -> Exchange.withTwoRetries(() -> {
                    calls.incrementAndGet();
                    throw failure(Kind.OUTCOME_UNKNOWN).inOutage(Duration.ofSeconds(3));
                }))
                .isInstanceOf(RemoteFailure.class);
        assertThat(calls).hasValue(1);
    }

    private static RemoteFailure failure(Kind kind) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, Why.NO_CONNECTION, "GET /orders: no connection");
    }
}
