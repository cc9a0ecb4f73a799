package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.brygga.clients.remote.RemoteFailure;

/** One test for each row of the answer table. */
class StarwebAnswersTest {

    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-11-02T10:00:00Z"));
    private static final LimitPause PAUSE = new LimitPause(TIME, new Random(1));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | {}                                | false | BUSY            | limit
            400 | {"error":"Too Many Requests"}     | false | BUSY            | limit
            429 | {"error":"Too Many Requests"}     | true  | BUSY            | limit
            401 | {"error":"invalid_token"}         | false | NOT_LET_IN         | credentials-refused
            400 | {"error":"invalid_client"}        | true  | NOT_LET_IN         | credentials-refused
            404 | <html>                            | true  | NOT_LET_IN         | wrong-address
            302 | ''                                | false | NOT_LET_IN         | wrong-address
            400 | {"error":"validation_error"}      | false | REFUSED         | bad-request
            422 | ''                                | false | REFUSED         | bad-request
            403 | {"error":"forbidden"}             | false | REFUSED         | forbidden
            404 | {"error":"not_found"}             | false | REFUSED         | not-found
            404 | {}                                | false | REFUSED         | not-found
            404 | <html>                            | false | NOT_LET_IN         | wrong-address
            404 | ''                                | false | NOT_LET_IN         | wrong-address
            307 | {}                                | true  | NOT_LET_IN         | wrong-address
            600 | ''                                | false | OUTCOME_UNKNOWN | http-600
            405 | ''                                | false | REFUSED         | http-405
            405 | {"error":"method_not_allowed"}    | false | REFUSED         | http-405
            409 | {"error":"conflict"}              | false | REFUSED         | http-409
            410 | {}                                | false | REFUSED         | http-410
            413 | <html>                            | false | REFUSED         | http-413
            500 | <html>fel</html>                  | false | OUTCOME_UNKNOWN | http-500
            503 | ''                                | false | OUTCOME_UNKNOWN | http-503
            """)
    void everyStatusHasARow(int status, String body, boolean token, RemoteFailure.Kind kind, String code) {
        RemoteFailure failure = refused(status, body, null, token);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).isEqualTo(code);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(new ConnectException("x"), RemoteFailure.Kind.NOT_SENT),
                Arguments.of(new HttpConnectTimeoutException("x"), RemoteFailure.Kind.NOT_SENT),
                Arguments.of(new UnknownHostException("x"), RemoteFailure.Kind.NOT_SENT),
                Arguments.of(new NoRouteToHostException("x"), RemoteFailure.Kind.NOT_SENT),
                Arguments.of(new SSLHandshakeException("x"), RemoteFailure.Kind.NOT_SENT),
                Arguments.of(new IOException(new UnresolvedAddressException()), RemoteFailure.Kind.NOT_SENT),
                Arguments.of(new SSLException("reset"), RemoteFailure.Kind.OUTCOME_UNKNOWN),
                Arguments.of(new InterruptedException("x"), RemoteFailure.Kind.OUTCOME_UNKNOWN),
                Arguments.of(new IllegalStateException("x"), RemoteFailure.Kind.OUR_FAULT),
                Arguments.of(new HttpTimeoutException("x"), RemoteFailure.Kind.OUTCOME_UNKNOWN),
                Arguments.of(new IOException("reset"), RemoteFailure.Kind.OUTCOME_UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void everyBrokenCallHasARow(Exception e, RemoteFailure.Kind kind) {
        assertThat(StarwebAnswers.broken("GET /orders", e).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(value = {"''", "<html></html>", "'{\"data\":{\"orderId\":1'", "[]"})
    void aSuccessWithoutReadableBodyIsUncertain(String body) {
        assertThatThrownBy(() -> StarwebAnswers.success("GET /orders", 200, body))
                .isInstanceOfSatisfying(
                        RemoteFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(RemoteFailure.Kind.OUTCOME_UNKNOWN));
    }

    @Test
    void waitsAsLongAsStarwebAsksButNotForDays() {
        assertThat(refused(429, "", "7", false).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(refused(429, "", null, false).retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(refused(429, "", "999999", false).retryAfter()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void quotesNoDescription() {
        String body = "{\"error\":\"validation_error\",\"error_description\":\"Åsa Öberg is no address\"}";

        assertThat(refused(400, body, null, false)).hasMessage("PATCH /orders/{id}: status 400 validation_error");
    }

    private static RemoteFailure refused(int status, String body, @Nullable String retryAfter, boolean token) {
        return StarwebAnswers.refused("PATCH /orders/{id}", status, body, retryAfter, token, PAUSE, TIME);
    }
}
