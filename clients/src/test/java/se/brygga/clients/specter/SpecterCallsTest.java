package se.brygga.clients.specter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.CallContext;
import se.brygga.clients.remote.CallLog.CallRecord;
import se.brygga.clients.remote.Outages;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteSystem;

/** How any call is made: places, retries, records, and answers that do not come. */
@Tag("slow")
class SpecterCallsTest {

    private final List<CallRecord> records = new CopyOnWriteArrayList<>();
    private final Places places = new Places();

    @AutoClose
    final SpecterStub specter = new SpecterStub();

    private final SpecterClient client = client(Given.setup(specter.baseUrl()));

    @Test
    void recordsACallWithoutKeyAndWithoutThePerson() {
        specter.answers("0;40;Kunden Åsa ÖBERGS (ASA@example.se, 0401234567) i Malmö är spärrad");

        client.submitCustomer(Given.company("Åsa Öberg"), "10025");

        CallRecord call = records.getFirst();
        assertThat(call.system()).isEqualTo(RemoteSystem.SPECTER);
        assertThat(call.tenant()).isEqualTo("nordkajak");
        assertThat(call.action()).isEqualTo("newCustomerSubmit");
        assertThat(call.subject()).isEqualTo("10025");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.failure()).isNull();
        assertThat(call.request())
                .isEqualTo("typeCustomer=C&customerOrganizationalForm=C&name=***&contactPerson=***&attention=***"
                        + "&invoiceCompanyName=***&address=***&addressRow2=***&zipCodeEng=***&city=***&countryCode=SE&region=***"
                        + "&deliveryCompanyName=***&deliveryAttention=***&deliveryAddress=***&deliveryAddressRow2=***"
                        + "&deliveryZipCodeEng=***&deliveryCity=***&deliveryCountryCode=NO&deliveryRegion=***&orgNo=***&vatNo=***"
                        + "&emailAddress=***&phoneNo=***&mobileNo=***&forceCustomerUpdate=0&ignoreControlEmail=1"
                        + "&ignoreControlOrgNo=1&currency=NOK&language=NO&customerGroupId=12");
        assertThat(call.answer()).isEqualTo("0;40;Kunden *** (***, ***) i *** är spärrad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"031/123456", "(031) 12 34 56", "+46 (0)31-123456", "19121212-1212", "ASA@EXAMPLE.SE"})
    void masksANumberOfSomebodyElseHoweverItIsWritten(String other) {
        specter.answers("0;40;Kunden har redan " + other + " i artikel ART-001, 1250.00 kr");

        client.submitOrder(Given.order("Ring Åsa", List.of(Given.row("ART-001", "79.200"))), 42);

        assertThat(records.getFirst().answer()).isEqualTo("0;40;Kunden har redan *** i artikel ART-001, 1250.00 kr");
    }

    @Test
    void recordsWhatAnOrderSaidInNumbersAndCodes() {
        specter.answers("0;41;Artikel ART-001 saknas i order 10025 (RES-1)");

        client.submitOrder(Given.order("Ring Åsa", List.of(Given.row("ART-001", "79.200"))), 42);

        assertThat(records.getFirst().request())
                .isEqualTo("webshopId=1&customerId=42&externalOrderNo=10025&currency=SEK&language=SE"
                        + "&payTypeIdentifier=KG&payTypeReference=***&publishedComment=***&sendOrderMail=0"
                        + "&articleNo_1=ART-001&articleName_1=***&priceExclVAT_1=79.200&noOfItems_1=2"
                        + "&vatPercent_1=25");
        assertThat(records.getFirst().answer()).isEqualTo("0;41;Artikel ART-001 saknas i order 10025 (***)");
    }

    @Test
    void keepsSpectersWordsOfARefusedLoginForPeopleAndLeavesThemOutOfHistories() {
        specter.answers("0;10;key 0123456789abcdef0123456789abcdef of Åsa Öberg (asa@example.se) is wrong");

        RemoteFailure failure = catchThrowableOfType(
                RemoteFailure.class, () -> client.submitCustomer(Given.company("Åsa Öberg"), "10025"));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_LET_IN);
        assertThat(failure.said()).isEqualTo("code 10: key *** of *** (***) is wrong");
        assertThat(failure).hasMessage("newCustomerSubmit 10025: credentials-refused");
        assertThat(records.getFirst().answer()).isEqualTo(failure.said());
    }

    @Test
    void triesOnceMoreWhenNothingWasSent() throws IOException {
        SpecterClient lost = client(Given.setup(closedPort()));

        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> lost.submitOrder(Given.order(), 42));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_SENT);
        assertThat(records).hasSize(2).allSatisfy(call -> {
            assertThat(call.failure()).isEqualTo(Kind.NOT_SENT);
            assertThat(call.answer()).isEqualTo("no-connection");
            assertThat(call.status()).isZero();
        });
        assertThat(places.taken).hasValue(2);
        assertThat(places.open).hasValue(0);
    }

    @Test
    void neverRepeatsAnOrderWhoseAnswerWasLost() {
        specter.answers("1;5000;OK").hangsUp();
        client.submitOrder(Given.order(), 42);

        assertFailure(client, Kind.OUTCOME_UNKNOWN, "connection-lost");

        assertThat(specter.asked()).hasSize(2);
        assertThat(places.open).hasValue(0);
    }

    @Test
    void doesNotKnowTheOutcomeWhenSpecterStaysSilent() {
        specter.staysSilent();

        assertFailure(impatient(), Kind.OUTCOME_UNKNOWN, "no-answer-in-time");
        assertThat(specter.asked()).hasSize(1);
        assertThat(places.open).hasValue(0);
    }

    @Test
    void doesNotWaitForABodyThatNeverEnds() {
        specter.stopsHalfway();

        assertFailure(impatient(), Kind.OUTCOME_UNKNOWN, "no-answer-in-time");
    }

    @Test
    void doesNotReadAnEndlessAnswer() {
        specter.answers("0;30;" + "x".repeat(1_100_000));

        assertFailure(client, Kind.OUTCOME_UNKNOWN, "connection-lost");
    }

    @Test
    void recordsAFailureWithItsStatusAndWithoutThePage() {
        specter.answers(500, "<html>Åsa</html>");

        assertFailure(client, Kind.OUTCOME_UNKNOWN, "http-500");

        assertThat(records.getFirst().status()).isEqualTo(500);
        assertThat(records.getFirst().answer()).isEqualTo("http-500");
    }

    @Test
    void doesNotCallWhenAllPlacesAreTaken() {
        places.full = true;

        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> client.submitOrder(Given.order(), 42));

        assertThat(failure.kind()).isEqualTo(Kind.BUSY);
        assertThat(specter.asked()).isEmpty();
        assertThat(records).isEmpty();
    }

    @Test
    void staysInterruptedWhenItWasInterrupted() {
        specter.staysSilent();

        Thread.currentThread().interrupt();
        assertFailure(client, Kind.OUTCOME_UNKNOWN, "interrupted");

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void asksForOneOfTheTenantsPlaces() {
        specter.answers("1;5001;OK");

        client.submitOrder(Given.order(), 42);

        assertThat(places.asked).containsExactly("nordkajak 3");
        assertThat(places.open).hasValue(0);
    }

    private void assertFailure(SpecterClient client, Kind kind, String code) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> client.submitOrder(Given.order(), 42));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessage("newOrderSubmit 10025: " + code);
        assertThat(records.getLast().failure()).isEqualTo(kind);
    }

    private SpecterClient impatient() {
        SpecterSetup setup = Given.setup(specter.baseUrl(), 2, Duration.ofSeconds(2), Set.of(), false);
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(6)).build();
        return client(http, setup);
    }

    private SpecterClient client(SpecterSetup setup) {
        return client(SpecterClients.httpClient(), setup);
    }

    private SpecterClient client(HttpClient http, SpecterSetup setup) {
        return new SpecterClients(new CallContext(http, places, Outages.IGNORED, records::add, Clock.systemUTC()))
                .forTenant("nordkajak", setup);
    }

    /** Nobody listens there, and no test's server ever gets it. */
    private static URI closedPort() {
        return URI.create("http://127.0.0.1:1");
    }
}
