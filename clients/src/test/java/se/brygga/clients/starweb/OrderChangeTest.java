package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.OrderMarks.OrderState;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.clients.shop.OrderMarks.OrderUpdate.StatusChange;
import se.brygga.clients.shop.OrderMarks.OrderUpdate.Tracking;
import se.brygga.clients.shop.ShopNames.TrackingType;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;

/** What a callback writes on an order, byte by byte, and what it reads before and after (reference section 6). */
@Timeout(60)
class OrderChangeTest {

    private static final Tracking PARCEL = new Tracking(1, " 00373500012345678905 ");

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void sendsBothSwitchesWithEveryStatus(boolean sendEmail, boolean processPayment) {
        shop.stub.answers("{\"data\":{}}");

        shop.client.changeOrder(10025, new OrderUpdate(new StatusChange(34, sendEmail, processPayment), null));

        assertThat(shop.stub.asked())
                .containsExactly(new StarwebStub.Asked(
                        "PATCH",
                        "/api/v2/orders/10025",
                        "application/json",
                        "Bearer token-1",
                        "{\"statusId\":34,\"onOrderStatusChangeSendEmail\":" + sendEmail
                                + ",\"onOrderStatusChangeProcessPayment\":" + processPayment + "}"));
    }

    @Test
    void sendsTheTrackingNumberWithTheStatusSoThatTheMailCanHoldIt() {
        shop.stub.answers("{\"data\":{}}");

        shop.client.changeOrder(10025, new OrderUpdate(new StatusChange(34, true, false), PARCEL));

        assertThat(shop.stub.calls())
                .containsExactly("PATCH /orders/10025 {\"statusId\":34,\"onOrderStatusChangeSendEmail\":true,"
                        + "\"onOrderStatusChangeProcessPayment\":false,\"shippingTrackerType\":1,"
                        + "\"shippingTrackingNo\":\"00373500012345678905\"}");
    }

    @Test
    void sendsNoSwitchWithoutAStatus() {
        shop.stub.answers("{\"data\":{}}");

        shop.client.changeOrder(10025, new OrderUpdate(null, PARCEL));

        assertThat(shop.stub.calls())
                .containsExactly("PATCH /orders/10025 {\"shippingTrackerType\":1,"
                        + "\"shippingTrackingNo\":\"00373500012345678905\"}");
    }

    @Test
    void refusesAnUpdateOfNothingAndABlankTrackingNumber() {
        assertThatThrownBy(() -> new OrderUpdate(null, null)).hasMessageContaining("neither");
        assertThatThrownBy(() -> new Tracking(1, " ")).hasMessageContaining("blank");
    }

    /** The second request would find an answer waiting, and a second mail would be on its way. */
    @Test
    void doesNotRepeatAChangeWhoseAnswerWasLost() {
        shop.stub.plays(StarwebStub::hangUp).answers("{\"data\":{}}");

        shop.assertFails(this::complete, Kind.OUTCOME_UNKNOWN, "connection-lost");

        assertThat(shop.stub.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"error":"validation_error"} | REFUSED         | bad-request
            403 | {"error":"forbidden"}        | REFUSED         | forbidden
            404 | {"error":"not_found"}        | REFUSED         | not-found
            405 | {"error":"x"}                | REFUSED         | http-405
            409 | {"error":"x"}                | REFUSED         | http-409
            429 | ''                           | BUSY            | limit
            500 | <html>                       | OUTCOME_UNKNOWN | http-500
            200 | ''                           | OUTCOME_UNKNOWN | unreadable-body
            """)
    void neitherChangeNorCommentIsRepeatedWhateverTheAnswer(int status, String body, Kind kind, String code) {
        shop.stub.answers(status, body).answers(status, body);

        shop.assertFails(this::complete, kind, code);
        shop.assertFails(() -> shop.client.addComment(10025, "x"), kind, code);

        assertThat(shop.stub.asked()).extracting(StarwebStub.Asked::method).containsExactly("PATCH", "POST");
    }

    private void complete() {
        shop.client.changeOrder(10025, new OrderUpdate(new StatusChange(34, true, true), PARCEL));
    }

    @Test
    void readsTheStateOfAnOrder() {
        shop.stub.answers("""
                {"data":{"orderId":10025,"statusId":"34","paymentStatus":"reserved","shippingTrackerType":"1",
                "shippingTrackingNo":" 0037 ","unheard":{"of":1},"status":{"data":{"statusId":34,"idCode":"completed",
                "languages":{"data":[{"langCode":"sv","name":"Skickad"},{"langCode":"en","name":"Sent"}]}}}}}""");

        assertThat(shop.client.orderState(10025))
                .contains(new OrderState(34, "completed", List.of("Skickad", "Sent"), "reserved", 1, "0037"));
        assertThat(shop.stub.calls()).containsExactly("GET /orders/10025?include=status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"statusId\":35}}",
                "{\"data\":{\"statusId\":35,\"status\":[]}}",
                "{\"data\":{\"statusId\":35,\"status\":null,\"paymentStatus\":\"\",\"shippingTrackerType\":null}}",
                "{\"data\":{\"status\":{\"statusId\":\"35\",\"idCode\":null,\"languages\":[]},\"shippingTrackingNo\":\"\"}}"
            })
    void readsAStateOfWhichOnlyTheStatusIsKnown(String answer) {
        shop.stub.answers(answer);

        assertThat(shop.client.orderState(10025)).contains(new OrderState(35, null, List.of(), null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{}}", "{}", "{\"data\":[]}", "{\"data\":{\"statusId\":null}}"})
    void takesNoAnswerWithoutAStatusForAState(String answer) {
        shop.stub.answers(answer);

        ShopOnTheWire.assertContentFails(() -> shop.client.orderState(10025), Kind.OUR_FAULT, "unreadable-answer");
    }

    @Test
    void knowsNoStateOfAnOrderThatIsGone() {
        shop.stub.answers(404, "{\"error\":\"not_found\"}").answers(404, "<html>");

        assertThat(shop.client.orderState(10025)).isEmpty();
        shop.assertFails(() -> shop.client.orderState(10025), Kind.NOT_LET_IN, "wrong-address");
    }

    @Test
    void writesACommentAsTheAdminAndReadsAll() {
        shop.stub
                .answers(201, "{\"data\":{\"commentId\":3}}")
                .answers("{\"data\":[{\"commentId\":\"3\",\"text\":\"Kolli 2: 0038\",\"from\":\"admin\"},"
                        + "{\"commentId\":4,\"text\":null,\"from\":null}]}");

        shop.client.addComment(10025, "Kolli 2: 0038");

        assertThat(shop.client.comments(10025))
                .containsExactly(comment(3, "Kolli 2: 0038", "admin"), comment(4, "", null));
        assertThat(shop.stub.calls())
                .containsExactly(
                        "POST /orders/10025/comments {\"text\":\"Kolli 2: 0038\",\"from\":\"admin\"}",
                        "GET /orders/10025/comments");
        assertThat(shop.records.toString()).doesNotContain("Kolli");
    }

    private static OrderComment comment(long id, String text, @Nullable String from) {
        return new OrderComment(id, text, from);
    }

    @Test
    void readsTheCarriers() {
        shop.stub.answers("{\"data\":[{\"type\":1,\"name\":\"PostNord\"},{\"type\":\"7\",\"name\":\"\"}]}");

        assertThat(shop.client.trackingTypes())
                .containsExactly(new TrackingType(1, "PostNord"), new TrackingType(7, null));
        assertThat(shop.stub.calls()).containsExactly("GET /shipping-tracking-types");
    }
}
