package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.clients.starweb.StarwebStub.tokenAnswer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;

/** The shop's token (reference section 1): one, renewed in time and by one thread, and never mistaken for something else. */
@Timeout(60)
class StarwebTokenTest {

    private static final String SHOP = "{\"data\":{\"name\":\"Kajak\"}}";
    /** As many as are let in at a time; those after them ask anew. */
    private static final int THREADS = 8;

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    @Test
    void isFetchedByFormOnceAndThenKept() {
        shop.stub.answers(SHOP).answers(SHOP);

        shop.client.shop();
        shop.client.shop();

        assertThat(shop.stub.tokensAsked())
                .containsExactly(new StarwebStub.Asked(
                        "POST",
                        "/api/v2/token",
                        "application/x-www-form-urlencoded",
                        "",
                        "grant_type=client_credentials&client_id=brygga.kajak"
                                + "&client_secret=s3cr%2Bt%26%2F%C3%85%C3%A4%C3%B6"));
        assertThat(authorizations()).containsExactly("Bearer token-1", "Bearer token-1");
    }

    @Test
    void countsInTheShopsBudget() {
        shop.stub.answers(SHOP);

        shop.client.shop();

        assertThat(shop.budget.taken).containsExactly("nordkajak/kajak-se 800", "nordkajak/kajak-se 800");
    }

    @Test
    void isRenewedAtNinetyPercentOfItsLife() {
        shop.stub
                .answersTokenWith(200, tokenAnswer("short", 1000))
                .answers(SHOP)
                .answers(SHOP)
                .answers(SHOP);
        shop.client.shop();

        shop.time.advance(Duration.ofSeconds(899));
        shop.client.shop();
        shop.time.advance(Duration.ofSeconds(1));
        shop.client.shop();

        assertThat(authorizations()).containsExactly("Bearer short", "Bearer short", "Bearer token-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"t\"}",
                "{\"access_token\":\"t\",\"expires_in\":null}",
                "{\"access_token\":\"t\",\"expires_in\":0}",
                "{\"access_token\":\"t\",\"expires_in\":\"3600\",\"token_type\":\"bearer\"}"
            })
    void isKeptForAnHourWhenItsLifeIsNotToldAsANumber(String answer) {
        shop.stub.answersTokenWith(200, answer).answers(SHOP).answers(SHOP);

        shop.client.shop();
        shop.time.advance(Duration.ofMinutes(50));
        shop.client.shop();

        assertThat(authorizations()).containsExactly("Bearer t", "Bearer t");
    }

    @Test
    void isNotKeptForYears() {
        shop.stub
                .answersTokenWith(200, tokenAnswer("t", Long.MAX_VALUE))
                .answers(SHOP)
                .answers(SHOP);

        shop.client.shop();
        shop.time.advance(Duration.ofDays(1));
        shop.client.shop();

        assertThat(authorizations()).containsExactly("Bearer t", "Bearer token-2");
    }

    @Test
    void isFetchedOnceForManyThreads() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        shop.stub.playsToken(StarwebStub.after(go, 200, tokenAnswer("one", 3600)));
        for (int i = 0; i < THREADS; i++) {
            shop.stub.answers(SHOP);
        }

        List<RemoteFailure> failures = callFromManyThreads(go);

        assertThat(failures).isEmpty();
        assertThat(shop.stub.tokensAsked()).hasSize(1);
        assertThat(authorizations()).hasSize(THREADS).containsOnly("Bearer one");
    }

    @Test
    void isNotAskedForByOneThreadAfterTheOtherWhileItCannotBeHad() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        shop.stub.playsToken(StarwebStub.after(go, 503, "<html>fel</html>"));

        List<RemoteFailure> failures = callFromManyThreads(go);

        assertThat(failures)
                .hasSize(THREADS)
                .allSatisfy(failure -> assertThat(failure.code()).isEqualTo("http-503"));
        assertThat(shop.stub.tokensAsked()).hasSize(1);
    }

    @Test
    void isAskedForAgainAfterAFailure() {
        shop.stub.answersTokenWith(503, "").answers(SHOP);
        shop.assertFails(shop.client::shop, Kind.OUTCOME_UNKNOWN, "http-503");

        shop.client.shop();

        assertThat(authorizations()).containsExactly("Bearer token-2");
    }

    @Test
    void isRenewedOnceWhenACallIsRefused() {
        shop.stub.answers(401, "{\"error\":\"invalid_token\"}").answers(SHOP);

        assertThat(shop.client.shop().name()).isEqualTo("Kajak");

        assertThat(authorizations()).containsExactly("Bearer token-1", "Bearer token-2");
        assertThat(shop.records).extracting(call -> call.failure()).containsOnlyNulls();
    }

    @Test
    void isNotRenewedTwiceForOneCall() {
        shop.stub.answers(401, "{\"error\":\"invalid_token\"}").answers(401, "{\"error\":\"invalid_token\"}");

        shop.assertFails(shop.client::shop, Kind.NOT_LET_IN, "credentials-refused");

        assertThat(shop.stub.asked()).hasSize(2);
        assertThat(shop.stub.tokensAsked()).hasSize(2);
    }

    @Test
    void thatIsGivenOutIsNoSignThatTheShopIsInOrder() {
        shop.stub
                .answers(401, "{\"error\":\"invalid_token\"}")
                .answers(401, "{\"error\":\"invalid_token\"}")
                .answers(429, "{\"error\":\"Too Many Requests\"}")
                .answers(SHOP);

        shop.assertFails(shop.client::shop, Kind.NOT_LET_IN, "credentials-refused");
        shop.time.advance(Duration.ofDays(1));
        shop.assertFails(shop.client::shop, Kind.BUSY, "limit");
        shop.client.shop();

        assertThat(shop.stub.tokensAsked()).hasSize(3);
        assertThat(shop.said).containsExactly("credentials-refused", "limit", "answered");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"error":"invalid_client","error_description":"x"} | NOT_LET_IN         | credentials-refused
            401 | {"error":"invalid_client"}                         | NOT_LET_IN         | credentials-refused
            404 | <html>no such shop</html>                          | NOT_LET_IN         | wrong-address
            301 | ''                                                 | NOT_LET_IN         | wrong-address
            403 | {"error":"forbidden"}                              | REFUSED         | forbidden
            500 | <html>fel</html>                                   | OUTCOME_UNKNOWN | http-500
            200 | ''                                                 | OUTCOME_UNKNOWN | unreadable-body
            200 | <html>underhåll</html>                             | OUTCOME_UNKNOWN | unreadable-body
            200 | {"access_token":"abc                               | OUTCOME_UNKNOWN | unreadable-body
            200 | null                                               | OUTCOME_UNKNOWN | unreadable-body
            204 | ''                                                 | OUTCOME_UNKNOWN | unreadable-body
            200 | {}                                                 | NOT_SENT        | no-token
            200 | {"access_token":null,"expires_in":3600}            | NOT_SENT        | no-token
            200 | {"access_token":{"data":"x"}}                      | NOT_SENT        | no-token
            200 | {"access_token":"two\\r\\nlines"}                  | NOT_SENT        | no-token
            200 | {"access_token":"nyckelå"}                         | NOT_SENT        | no-token
            """)
    void isNeverMadeOfAnotherAnswer(int status, String body, Kind kind, String code) {
        shop.stub.answersTokenWith(status, body);

        shop.assertFails(shop.client::shop, kind, code);

        assertThat(shop.stub.asked()).isEmpty();
    }

    @Test
    void isWaitedForWhenTheLimitIsReached() {
        shop.stub.answersTokenWith(429, Map.of("Retry-After", "17"), "");

        RemoteFailure failure = shop.assertFails(shop.client::shop, Kind.BUSY, "limit");

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }

    /** All threads call; when all of them wait for the one answer, it comes. */
    private List<RemoteFailure> callFromManyThreads(CountDownLatch go) throws InterruptedException {
        List<RemoteFailure> failures = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    shop.client.shop();
                } catch (RemoteFailure failure) {
                    failures.add(failure);
                }
            }));
        }
        var waiting = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
        while (shop.stub.tokensAsked().isEmpty()
                || !threads.stream().map(Thread::getState).allMatch(waiting::contains)) {
            Thread.onSpinWait();
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        return failures;
    }

    private List<String> authorizations() {
        return shop.stub.asked().stream().map(StarwebStub.Asked::authorization).toList();
    }
}
