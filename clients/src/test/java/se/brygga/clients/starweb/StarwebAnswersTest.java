package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
