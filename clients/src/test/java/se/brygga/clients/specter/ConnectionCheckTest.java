package se.brygga.clients.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.specter.SpecterClient.ConnectionCheck;

class ConnectionCheckTest {

    @AutoClose
    final SpecterStub specter = new SpecterStub();

    private final SpecterClient client = client(Given.setup(specter.baseUrl()));

    @Test
    void findsTheConnectionFine() {
        specter.answers("<response><APIresponse><result>1</result></APIresponse></response>");

        assertThat(client.check()).isEqualTo(new ConnectionCheck.Fine());
        assertThat(specter.asked().getFirst().method()).isEqualTo("GET");
        assertThat(specter.asked().getFirst().target())
                .matches("/getInfo\\.asp\\?action=checkAccountSettings&sbmId=9999&apiUserId=7&useXML=2"
                        + "&key=[0-9a-f]{32}");
    }

    @Test
    void tellsWhatAnUnknownActionProves() {
        specter.answers("0;20;unknown action");

        assertThat(client.check()).isEqualTo(new ConnectionCheck.Reached("20"));
    }

    @Test
    void tellsWhereToMendTheConnection() throws IOException {
        specter.answers("0;10;wrong key")
                .answers(404, "<html>no</html>")
                .answers(403, "<html>no</html>")
                .answers(200, "<html>hello</html>");

        assertFailed(client.check(), "apiUserKey");
        assertFailed(client.check(), "there is no Specter at this address");
        assertFailed(client.check(), "let in");
        assertFailed(client.check(), "html-page");
        assertFailed(client(Given.setup(closedPort())).check(), "no connection to 127.0.0.1");
    }

    private static void assertFailed(ConnectionCheck check, String words) {
        assertThat(check)
                .isInstanceOfSatisfying(
                        ConnectionCheck.Failed.class,
                        failed -> assertThat(failed.why().toString()).contains(words));
    }

    private SpecterClient client(SpecterSetup setup) {
        return new SpecterClients(new CallContext(
                        SpecterClients.httpClient(), new Places(), Outages.IGNORED, call -> {}, Clock.systemUTC()))
                .forTenant("nordkajak", setup);
    }

    /** Nobody listens there, and no test's server ever gets it. */
    private static URI closedPort() {
        return URI.create("http://127.0.0.1:1");
    }
}
