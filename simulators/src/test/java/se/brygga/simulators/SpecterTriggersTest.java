package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static se.brygga.simulators.SpecterDoor.ACCOUNT;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.triggers.SimTriggerKind;
import se.brygga.simulators.specter.triggers.TriggerSender.Delivery;
import se.brygga.simulators.specter.triggers.TriggerSender.Disturbance;

/** The Specter simulator calls the shop's side as its reference, section 9, says. */
@ExtendWith(SimulatorsAtWork.class)
class SpecterTriggersTest {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String reply = "1;Done";
    private HttpServer shop;
    private SpecterSimulator specter;
    private SpecterAccount account;
    private SpecterDoor door;

    @BeforeEach
    void start(SpecterSimulator specter) throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
            byte[] answer = reply.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        shop.start();
        this.specter = specter;
        account = specter.account(ACCOUNT);
        door = new SpecterDoor(specter);
        Map<SimTriggerKind, String> addresses = new EnumMap<>(SimTriggerKind.class);
        for (SimTriggerKind kind : SimTriggerKind.values()) {
            addresses.put(kind, url("/t?secret=s&type=" + kind.id()));
        }
        specter.triggers().register(ACCOUNT, addresses);
    }

    @AfterEach
    void stop() {
        shop.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + shop.getAddress().getPort() + path;
    }

    private static String call(String type, String more) {
        return "GET /t?secret=s&type=" + type + more;
    }

    private void awaitCalls(String... calls) {
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(received).containsExactlyInAnyOrder(calls));
        received.clear();
    }

    @Test
    void eachKindOfChangeCallsItsAddressOnce() throws Exception {
        account.setStock("KAJ-002", 1, 7);
        awaitCalls(call("stock", ""));

        account.setPrice("KAJ-002", new BigDecimal("80"));
        awaitCalls(call("article", ""));

        account.putPrice(10, "SEK", "KAJ-002", 1, new BigDecimal("70"));
        awaitCalls(call("article", ""));

        long number = door.order("K1", "KAJ-002", "2", "KAJ-003", "1", "KAJ-SET", "1");
        awaitCalls(call("stock", ""), call("order", ""));

        account.deliverPart(number, "KAJ-002", BigDecimal.ONE, "370");
        awaitCalls(call("order", ""));

        account.invoice(number);
        awaitCalls(call("order", ""), call("invoice", "&invoiceId=9001&orderId=5001"));

        account.cancelOrder(number);
        awaitCalls(call("stock", ""), call("order", ""), call("orderCancelled", "&orderNo=5001"));

        assertThat(specter.triggers().deliveries().getFirst())
                .satisfies(delivery -> assertThat(delivery.status()).isEqualTo(200));
    }

    @Test
    void readsCallNobodyAndOtherAccountsHaveOtherAddresses() throws Exception {
        door.stockText("A1");
        account.openForeignBatch(SimFeedKind.ARTICLES);
        specter.account(8888).setStock("TE-001", 1, 3);
        account.setStock("KAJ-002", 1, 7);
        awaitCalls(call("stock", ""));
    }

    @Test
    void aPostCarriesItsDataInTheBody() throws Exception {
        account.quirks().set("trigger.method", "POST");
        account.invoice(door.order("K1", "FRAKT", "1"));
        awaitCalls(
                "POST /t?secret=s&type=order",
                "POST /t?secret=s&type=order",
                "POST /t?secret=s&type=invoice invoiceId=9001&orderId=5001");
    }

    @ParameterizedTest
    @CsvSource({"ORDER_NO, 5001", "INTERNAL_ID, 905001", "EXTERNAL_NO, K1"})
    void theInvoicesOrderIdIsWhatTheQuirkSays(String quirk, String orderId) throws Exception {
        account.quirks().set("trigger.orderIdIs", quirk);
        account.invoice(door.order("K1", "FRAKT", "1"));
        awaitCalls(call("order", ""), call("order", ""), call("invoice", "&invoiceId=9001&orderId=" + orderId));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeletedOrderCallsAsTheQuirkSays(boolean called) throws Exception {
        account.quirks().set("delete.trigger", Boolean.toString(called));
        account.deleteOrder(door.order("K1", "FRAKT", "1"));
        account.setStock("KAJ-002", 1, 7);
        if (called) {
            awaitCalls(call("order", ""), call("orderCancelled", "&orderNo=5001"), call("stock", ""));
        } else {
            awaitCalls(call("order", ""), call("stock", ""));
        }
    }

    @Test
    void aFailedCallIsRepeatedAMinuteLaterIfTheQuirkSaysSo() {
        account.quirks().set("trigger.retries", "1");
        status = 500;
        account.setStock("KAJ-002", 1, 7);
        awaitCalls(call("stock", ""));
        status = 200;
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !specter.triggers().deliveries().isEmpty());

        specter.clock().advance(Duration.ofMinutes(1));

        awaitCalls(call("stock", ""));
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(specter.triggers().deliveries())
                        .extracting(Delivery::attempt, Delivery::status)
                        .containsExactly(tuple(2, 200), tuple(1, 500)));
    }

    @Test
    void aReplyIsCheckedOnlyIfTheQuirkSaysSo() {
        account.quirks().set("trigger.retries", "1");
        account.quirks().set("trigger.checkReply", "true");
        reply = "0;No";
        account.setStock("KAJ-002", 1, 7);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> !specter.triggers().deliveries().isEmpty());
        // The retry is queued right after the delivery is noted.
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            specter.clock().advance(Duration.ofMinutes(1));
            return received.size() == 2;
        });
    }

    @Test
    void anAddressThatDoesNotAnswerHindersNobody() {
        specter.triggers().register(ACCOUNT, Map.of(SimTriggerKind.STOCK, "http://127.0.0.1:1/"));
        account.setStock("KAJ-002", 1, 7);
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(specter.triggers().deliveries())
                        .singleElement()
                        .extracting(Delivery::status)
                        .isEqualTo(0));
        assertThat(account.article("KAJ-002").available()).isEqualByComparingTo("7");
    }

    @Test
    void callsAreLostDoubledAndLateWhenToldSo() {
        specter.triggers().disturb(new Disturbance(100, 0, 0, Duration.ZERO));
        account.setStock("KAJ-002", 1, 1);
        specter.triggers().disturb(new Disturbance(0, 100, 0, Duration.ZERO));
        account.setPrice("KAJ-002", BigDecimal.ONE);
        awaitCalls(call("article", ""), call("article", ""));

        specter.triggers().disturb(new Disturbance(0, 0, 100, Duration.ofMinutes(5)));
        account.setStock("KAJ-002", 1, 2);
        specter.triggers().disturb(Disturbance.NONE);
        account.setPrice("KAJ-002", BigDecimal.TEN);
        awaitCalls(call("article", ""));
        specter.clock().advance(Duration.ofMinutes(5));
        awaitCalls(call("stock", ""));
    }

    @Test
    void aTriggerCanBeFiredWithoutACause() {
        for (SimTriggerKind kind : SimTriggerKind.values()) {
            account.fireTrigger(kind);
        }
        awaitCalls(
                call("stock", ""),
                call("article", ""),
                call("order", ""),
                call("orderCancelled", "&orderNo=0"),
                call("invoice", "&invoiceId=0&orderId=0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/", "https://127.0.0.1/", "file:///tmp/x", "nonsense"})
    void onlyAddressesOnThisMachineAreTaken(String address) {
        Map<SimTriggerKind, String> addresses = Map.of(SimTriggerKind.STOCK, address);
        assertThatThrownBy(() -> specter.triggers().register(ACCOUNT, addresses))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(specter.triggers().registered(ACCOUNT)).hasSize(5);
    }
}
