package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;

/** The answer table over a real connection: each odd answer, and each way of getting none, ends in its row. */
@Timeout(60)
class StarwebFailuresTest {

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | ''                                 | OUTCOME_UNKNOWN | unreadable-body
            200 | <html>underhåll</html>             | OUTCOME_UNKNOWN | unreadable-body
            200 | {"data":{"orderId":10025,"createdA | OUTCOME_UNKNOWN | unreadable-body
            200 | []                                 | OUTCOME_UNKNOWN | unreadable-body
            302 | ''                                 | NOT_LET_IN         | wrong-address
            400 | {"error":"validation_error"}       | REFUSED         | bad-request
            403 | {"error":"forbidden"}              | REFUSED         | forbidden
            404 | <html>no such page</html>          | NOT_LET_IN         | wrong-address
            404 | ''                                 | NOT_LET_IN         | wrong-address
            405 | ''                                 | REFUSED         | http-405
            422 | {"error":"x"}                      | REFUSED         | bad-request
            500 | <html>fel</html>                   | OUTCOME_UNKNOWN | http-500
            502 | ''                                 | OUTCOME_UNKNOWN | http-502
            503 | {"error":"maintenance"}            | OUTCOME_UNKNOWN | http-503
            """)
    void everyAnswerHasItsRow(int status, String body, Kind kind, String code) {
        shop.stub.answers(status, body);

        shop.assertFails(() -> shop.client.order(10025), kind, code);

        assertThat(shop.records.getLast().status()).isEqualTo(status);
        assertThat(shop.stub.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"data\":{}}", "{\"data\":null}", "{\"data\":[]}", "{\"data\":{\"orderId\":10025}}"})
    void jsonThatLacksWhatEveryOrderHasIsOurFault(String body) {
        shop.stub.answers(body);

        ShopOnTheWire.assertContentFails(() -> shop.client.order(10025), Kind.OUR_FAULT, "unreadable-answer");
    }

    @Test
    void anOrderThatTheShopDoesNotKnowIsNoFailure() {
        shop.stub.answers(404, "{\"error\":\"not_found\",\"error_description\":\"…\"}");

        assertThat(shop.client.order(10025)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            429 | ''                            | 7                             | PT7S
            429 | <html>slow down</html>        | none                          | none
            429 | {}                            | Mon, 02 Nov 2026 10:01:30 GMT | PT1M30S
            429 | {}                            | Mon, 02 Nov 2026 09:00:00 GMT | none
            429 | {}                            | 86400                         | PT15M
            429 | {}                            | Tue, 03 Nov 2026 10:00:00 GMT | PT15M
            429 | {}                            | soon                          | none
            400 | {"error":"Too Many Requests"} | 3                             | PT3S
            403 | {"error":"Too Many Requests"} | none                          | none
            404 | {"error":"Too Many Requests"} | none                          | none
            """)
    void aReachedLimitPausesTheWholeShopAsLongAsStarwebAsksUpToACeiling(
            int status, String body, @Nullable String retryAfter, @Nullable Duration wait) {
        shop.stub.answers(status, retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter), body);

        RemoteFailure failure = shop.assertFails(shop.client::orderStatuses, Kind.BUSY, "limit");

        if (wait == null) {
            assertThat(failure.retryAfter()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(6_250));
        } else {
            assertThat(failure.retryAfter()).isEqualTo(wait);
        }
    }

    @Test
    void aLimitThatStaysPausesTheShopLongerEachTimeUntilACallGetsThrough() {
        shop.stub.answers(429, "").answers(429, "").answers("{\"data\":[]}").answers(429, "");

        shop.time.advance(limited());
        Duration second = limited();
        shop.time.advance(second);
        shop.client.orderStatuses();

        assertThat(second).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
        assertThat(limited()).isLessThan(Duration.ofSeconds(7));
    }

    private Duration limited() {
        return Objects.requireNonNull(
                shop.assertFails(shop.client::orderStatuses, Kind.BUSY, "limit").retryAfter());
    }

    @Test
    void aRedirectIsNotFollowed() {
        shop.stub.answers(307, Map.of("Location", shop.stub.baseUrl() + "/elsewhere"), "");

        shop.assertFails(() -> shop.client.linkOrder(10025, "5001"), Kind.NOT_LET_IN, "wrong-address");

        assertThat(shop.stub.asked()).hasSize(1);
    }

    @Test
    void aClosedPortTookNothingAndIsTriedOnceMore() {
        StarwebClient nobody = shop.clientOf(ShopOnTheWire.closedPort());

        shop.assertFails(() -> nobody.linkOrder(10025, "5001"), Kind.NOT_SENT, "no-connection");

        assertThat(shop.records)
                .as("both tries")
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.status()).isZero());
    }

    @Test
    void aConnectionThatIsClosedAfterTheRequestMayHaveTakenIt() {
        shop.stub.plays(StarwebStub::hangUp);

        shop.assertFails(() -> shop.client.linkOrder(10025, "5001"), Kind.OUTCOME_UNKNOWN, "connection-lost");

        assertThat(shop.stub.asked()).hasSize(1);
    }

    @Test
    void anAnswerThatBreaksOffMayHaveTakenIt() {
        shop.stub.plays(StarwebStub::breakOff);

        shop.assertFails(() -> shop.client.linkOrder(10025, "5001"), Kind.OUTCOME_UNKNOWN, "connection-lost");
    }

    @Test
    void anAnswerThatDoesNotComeMayHaveTakenIt() {
        shop.stub.plays(shop.stub::staySilent);

        shop.assertFails(
                () -> shop.impatientClient().linkOrder(10025, "5001"), Kind.OUTCOME_UNKNOWN, "no-answer-in-time");
    }

    @Test
    void anAnswerThatNeverEndsIsNotWaitedFor() {
        shop.stub.plays(shop.stub::stopHalfway);

        shop.assertFails(() -> shop.impatientClient().order(10025), Kind.OUTCOME_UNKNOWN, "no-answer-in-time");
    }

    @Test
    void aTokenThatNeverEndsIsNotWaitedFor() {
        shop.stub.playsToken(shop.stub::stopHalfway);

        shop.assertFails(() -> shop.impatientClient().order(10025), Kind.OUTCOME_UNKNOWN, "no-answer-in-time");
    }

    @Test
    void anInterruptedThreadStaysInterrupted() {
        shop.stub.playsToken(shop.stub::staySilent);

        Thread.currentThread().interrupt();
        shop.assertFails(shop.client::shop, Kind.OUTCOME_UNKNOWN, "interrupted");

        assertThat(Thread.interrupted()).isTrue();
    }
}
