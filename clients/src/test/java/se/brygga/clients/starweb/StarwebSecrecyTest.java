package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.Secret;

/** Neither tokens, secrets nor what identifies a person get out of the client, whatever Starweb says. */
@Timeout(60)
class StarwebSecrecyTest {

    private static final List<String> NEVER = List.of(
            ShopOnTheWire.SECRET,
            "s3cr",
            "token-1",
            "token-2",
            "Bearer",
            "Åsa",
            "Öberg",
            "Anna",
            "Berg",
            "asa@example.se",
            "19740605");

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | <html>Åsa Öberg token-1 s3cr+t&/Åäö</html>
            400 | {"error":"Kund Åsa Öberg finns","error_description":"asa@example.se"}
            400 | {"error":"Kund Anna Berg finns"}
            429 | {"error":"Anna Berg"}
            400 | {"error":"validation_error","error_description":"Åsa Öberg 19740605-1234"}
            403 | {"error":{"who":"Åsa Öberg"}}
            401 | {"error":"token-1 is not valid for Åsa Öberg, asa@example.se, who is over forty characters"}
            404 | <html>/orders/1?secret=s3cr</html>
            429 | {"error":"Åsa Öberg"}
            500 | <html>Åsa Öberg asa@example.se</html>
            """)
    void failuresAndRecordsHoldOnlyActionIdsAndCodes(int status, String body) {
        shop.stub.answers(status, body).answers(status, body);

        Throwable failure = catchThrowable(() -> shop.client.linkOrder(10025, "5001"));

        assertThat(failure).isInstanceOf(RemoteFailure.class).hasMessageStartingWith("PATCH /orders/{id}: status ");
        assertSilent(printed(failure) + shop.records);
    }

    @Test
    void aTokenThatFitsNoHeaderIsNotQuoted() {
        shop.stub.answersTokenWith(200, "{\"access_token\":\"token-1\\nÅsa\"}");

        assertSilent(printed(catchThrowable(shop.client::shop)) + shop.records);
    }

    @Test
    void anUnreadableOrderIsNamedByItsIdOnly() {
        shop.stub.answers("{\"data\":{\"orderId\":10025,\"createdAt\":\"Åsa Öberg\",\"currencyCode\":\"SEK\"}}");

        Throwable failure = catchThrowable(() -> shop.client.order(10025));

        assertThat(failure)
                .hasMessage("GET /orders/{id}, order 10025: createdAt is no time with a date and an offset.");
        assertSilent(printed(failure) + shop.records);
    }

    @Test
    void recordsLeaveTheQueryOut() {
        shop.stub.answers("{\"data\":[]}");

        shop.client.ordersByLatestChange(1);

        assertThat(shop.records.getLast().request()).isEqualTo("/orders");
        assertThat(shop.records)
                .extracting(call -> call.tenant() + "/" + call.shop())
                .containsOnly("nordkajak/kajak-se");
        assertSilent(shop.records.toString());
    }

    @Test
    void aSetUpShowsNoSecret() {
        var setup = new StarwebSetup(shop.stub.baseUrl(), "a.b", new Secret(ShopOnTheWire.SECRET), 800, "Brygga");

        assertSilent(setup + Objects.toString(shop.client));
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void assertSilent(String text) {
        assertThat(NEVER).allSatisfy(never -> assertThat(text).doesNotContain(never));
    }
}
