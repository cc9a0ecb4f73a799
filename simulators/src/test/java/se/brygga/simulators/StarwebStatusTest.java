package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.ShopperAction;
import tools.jackson.databind.JsonNode;

/** What a status does to the shopper and to the money, as section 6 of the reference says. */
@ExtendWith(SimulatorsAtWork.class)
class StarwebStatusTest {

    private static final String SHOP = "kajak-se";
    private static final String CUSTOM = "Skickad till lager";
    private static final String SILENT =
            ",\"onOrderStatusChangeSendEmail\":false,\"onOrderStatusChangeProcessPayment\":false";

    private StarwebSimulator starweb;
    private ShopClient client;
    private long order;

    @BeforeEach
    void start(StarwebSimulator starweb) throws Exception {
        this.starweb = starweb;
        client = new ShopClient(starweb, SHOP);
        order = starweb.placeAndPay(SHOP, OrderKind.T1).orderId();
    }

    @Test
    void aStatusWithoutItsSwitchesMailsAndTakesTheMoney() throws Exception {
        setStatus("completed", "");
        assertThat(actions()).containsExactly(ShopperAction.Kind.MAIL, ShopperAction.Kind.CAPTURE);
        assertThat(paymentStatus()).isEqualTo("captured");
        assertThat(starweb.shopperActions().getFirst().status()).isEqualTo("completed");
        assertThat(starweb.shopperActions().getFirst().at())
                .isCloseTo(
                        starweb.clock().instant(),
                        new org.assertj.core.data.TemporalUnitWithinOffset(9, java.time.temporal.ChronoUnit.SECONDS));
    }

    @Test
    void aStatusWithBothSwitchesOffIsSilent() throws Exception {
        setStatus("completed", SILENT);
        assertThat(actions()).isEmpty();
        assertThat(paymentStatus()).isEqualTo("reserved");
        assertThat(status()).isEqualTo("completed");
    }

    @ParameterizedTest
    @CsvSource({"mails-again, 4", "ignored, 2"})
    void theSameStatusAgainDoesWhatTheShopDoes(String quirk, int actions) throws Exception {
        starweb.quirks(SHOP).set("order.sameStatus", quirk);
        setStatus("completed", "");
        setStatus("completed", "");
        assertThat(actions()).hasSize(actions);
    }

    @ParameterizedTest
    @CsvSource({
        "completed-captures-canceled-releases, completed, captured",
        "completed-captures-canceled-releases, canceled, cancelled",
        "completed-captures-canceled-releases, picking, reserved",
        "completed-captures-canceled-releases, Skickad till lager, reserved",
        "custom-captures-too, Skickad till lager, captured",
        "none, completed, reserved"
    })
    void aStatusActsOnThePaymentAsTheShopSays(String quirk, String status, String payment) throws Exception {
        starweb.quirks(SHOP).set("payment.actions", quirk);
        setStatus(status, "");
        assertThat(paymentStatus()).isEqualTo(payment);
    }

    @Test
    void aPlainPaymentMethodHasNothingToTake() throws Exception {
        order = starweb.placeAndPay(SHOP, OrderKind.COMPANY_INVOICE).orderId();
        assertThat(paymentStatus()).isEmpty();
        setStatus("completed", "");
        setStatus("completed", "");
        assertThat(actions()).containsOnly(ShopperAction.Kind.MAIL);
    }

    @Test
    void aStatusThatDoesNotMailIsSilentWhateverTheSwitch() throws Exception {
        starweb.mailOnStatus(SHOP, "picking", false);
        setStatus("picking", "");
        assertThat(actions()).isEmpty();
        JsonNode picking = client.data("/order-statuses/" + client.orderStatus("picking"));
        assertThat(picking.path("shouldSendEmail").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ignored, 2", "written, 1"})
    void anOrderIsSilencedForGoodOnlyWhereThatCanBeWritten(String quirk, int actions) throws Exception {
        starweb.quirks(SHOP).set("order.silenceWritable", quirk);
        client.call("PATCH", "/orders/" + order, "{\"sendEmailsOnStatusChange\":false}");
        setStatus("completed", "");
        assertThat(actions()).hasSize(actions);
    }

    @ParameterizedTest
    @CsvSource({
        "refused, 400, created, reserved, ''",
        "status-only, 200, completed, reserved, MAIL",
        "nothing, 200, created, reserved, ''",
        "error-after-status, 500, completed, reserved, MAIL"
    })
    void aPaymentThatFailsIsPlayedInEveryWay(String how, int answer, String status, String payment, String actions)
            throws Exception {
        starweb.quirks(SHOP).set("payment.failMode", how);
        assertThat(setStatus("completed", ",\"shippingTrackingNo\":\"123\"")).isEqualTo(answer);
        assertThat(status()).isEqualTo(status);
        assertThat(paymentStatus()).isEqualTo(payment);
        assertThat(actions())
                .isEqualTo(Arrays.stream(actions.split(","))
                        .filter(name -> !name.isEmpty())
                        .map(ShopperAction.Kind::valueOf)
                        .toList());
    }

    @Test
    void aFailureConcernsOnlyCallsThatActOnThePayment() throws Exception {
        starweb.quirks(SHOP).set("payment.failMode", "refused");
        assertThat(setStatus("completed", SILENT)).isEqualTo(200);
    }

    @Test
    void aSlowPaymentChangesNothingUntilItIsThrough() throws Exception {
        starweb.quirks(SHOP).set("payment.failMode", "slow");
        starweb.quirks(SHOP).set("payment.waitMillis", "700");
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return setStatus("completed", "");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(status()).isEqualTo("created");
        assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(paymentStatus()).isEqualTo("captured");
    }

    @Test
    void trackingComesInTheSameCallAndMoreParcelsAsComments() throws Exception {
        setStatus("completed", ",\"shippingTrackerType\":1,\"shippingTrackingNo\":\"00373500012345678905\"");
        String comment = "{\"text\":\"Kolli 2: 00373500012345678906\",\"from\":\"admin\"}";
        client.call("POST", "/orders/" + order + "/comments", comment);
        StarwebSimulator.OrderState state = starweb.orderOf(SHOP, order);
        assertThat(state.order().tracking()).isEqualTo("00373500012345678905");
        assertThat(state.order().paymentStatus()).isEqualTo("captured");
        assertThat(state.trackerType()).isEqualTo(1);
        assertThat(state.comments()).containsExactly("Kolli 2: 00373500012345678906");
        assertThat(state.actions()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"length, abc 123, 200", "format, abc 123, 400", "format, 00373500012345678905, 200"})
    void aTrackingNumberIsCheckedAsTheShopSays(String quirk, String number, int answer) throws Exception {
        starweb.quirks(SHOP).set("tracking.validate", quirk);
        assertThat(setStatus("completed", ",\"shippingTrackingNo\":\"" + number + "\""))
                .isEqualTo(answer);
        assertThat(starweb.shopperActions().isEmpty()).isEqualTo(answer == 400);
    }

    @Test
    void aTrackingNumberOfMoreThanFiftyIsRefused() throws Exception {
        assertThat(setStatus("completed", ",\"shippingTrackingNo\":\"" + "1".repeat(51) + "\""))
                .isEqualTo(400);
        assertThat(starweb.shopperActions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"statusId\":null}",
                "{\"statusId\":\"34\"}",
                "{\"statusId\":34,\"onOrderStatusChangeSendEmail\":\"no\"}",
            })
    void aStatusOfTheWrongKindIsRefused(String body) throws Exception {
        assertThat(client.status("PATCH", "/orders/" + order, body)).isEqualTo(400);
        assertThat(status()).isEqualTo("created");
    }

    @Test
    void theCustomStatusHasNoIdCodeAndCanBeChanged() throws Exception {
        long custom = custom();
        assertThat(client.data("/order-statuses/" + custom).path("idCode").isNull())
                .isTrue();
        assertThat(client.status("PATCH", "/order-statuses/" + custom, "{\"shouldSendEmail\":false}"))
                .isEqualTo(200);
        setStatus(CUSTOM, "");
        assertThat(actions()).isEmpty();
        assertThat(client.status("DELETE", "/order-statuses/" + custom, "")).isEqualTo(403);
    }

    @Test
    void aRemovedStatusIsRefusedAndAnOrderMayStillHaveIt() throws Exception {
        long custom = custom();
        setStatus(CUSTOM, SILENT);
        starweb.removeCustomStatus(SHOP);
        assertThat(client.status("PATCH", "/orders/" + order, "{\"statusId\":" + custom + "}"))
                .isEqualTo(400);
        assertThat(client.status("GET", "/order-statuses/" + custom, "")).isEqualTo(404);
        JsonNode read = client.data("/orders/" + order + "?include=status");
        assertThat(read.path("statusId").asLong()).isEqualTo(custom);
        assertThat(client.data("/order-statuses").size()).isEqualTo(4);
    }

    @Test
    void aReadShowsTheStatusOnlyAfterTheLag() throws Exception {
        starweb.quirks(SHOP).set("read.lag", "5");
        setStatus("completed", "");
        assertThat(status()).isEqualTo("created");
        starweb.clock().advance(Duration.ofSeconds(5));
        assertThat(status()).isEqualTo("completed");
    }

    @Test
    void anotherConnectorUndoesTheStatus() throws Exception {
        starweb.quirks(SHOP).set("foreign.connector", "fights");
        setStatus("completed", SILENT);
        assertThat(status()).isEqualTo("created");
        assertThat(client.data("/orders/" + order).path("externalIdType").asString())
                .isEqualTo("Specter");
    }

    @Test
    void anOperatorsChangeInTheShopMailsNobody() throws Exception {
        starweb.setStatus(SHOP, order, "completed");
        assertThat(status()).isEqualTo("completed");
        assertThat(starweb.shopperActions(SHOP, order)).isEmpty();
    }

    private int setStatus(String status, String more) throws Exception {
        long id = status.equals(CUSTOM) ? custom() : client.orderStatus(status);
        return client.status("PATCH", "/orders/" + order, "{\"statusId\":" + id + more + "}");
    }

    private long custom() throws Exception {
        return client.ids("/order-statuses", "statusId", "idCode", "").getFirst();
    }

    private String status() throws Exception {
        return client.data("/orders/" + order + "?include=status")
                .path("status")
                .path("data")
                .path("idCode")
                .asString();
    }

    private String paymentStatus() throws Exception {
        return client.data("/orders/" + order).path("paymentStatus").asString();
    }

    private List<ShopperAction.Kind> actions() {
        return starweb.shopperActions(SHOP, order).stream()
                .map(ShopperAction::what)
                .toList();
    }
}
