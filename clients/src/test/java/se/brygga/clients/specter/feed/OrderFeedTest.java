package se.brygga.clients.specter.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.specter.Given;
import se.brygga.clients.specter.feed.OrderChange.Invoice;
import se.brygga.clients.specter.feed.SpecterFeeds.PullAnswer;
import se.brygga.workflows.attention.Phrase;

class OrderFeedTest extends FeedScene {

    private static final String B = "BATCH-1";

    @Test
    void readsTheIllustrativeAnswer() {
        specter.answers(response("""
                        <orders><order orderNo="5001"><orderstatus deliveryStatus="D" statusId="1"/>
                           <deliveries updated="1"><delivery trackingNo="370123456"/></deliveries></order></orders>"""));

        assertThat(feeds.pullOrders(B))
                .isEqualTo(batch(new OrderChange(
                        5001, "D", "1", OrderChange.Deliveries.bare(true, List.of("370123456")), List.of())));

        assertThat(specter.asked().getFirst().target())
                .isEqualTo("/getInfo.asp?action=getOrdersExternalNeedUpdate&sbmId=9999&apiUserId=7&useXML=2"
                        + "&key=c3899d730d3b2dff5b4332e1998e0d9d&batchNo=BATCH-1");
    }

    @Test
    void readsElementsInPlaceOfAttributes() {
        specter.answers("<x><Orders><Order><OrderNo>5001</OrderNo><OrderStatus><DeliveryStatus>P</DeliveryStatus>"
                + "<StatusId>2</StatusId></OrderStatus><Deliveries><Updated>1</Updated><Delivery>"
                + "<TrackingNo><![CDATA[37&1]]></TrackingNo></Delivery></Deliveries></Order></Orders></x>");

        assertThat(feeds.pullOrders(B))
                .isEqualTo(batch(new OrderChange(
                        5001, "P", "2", OrderChange.Deliveries.bare(true, List.of("37&1")), List.of())));
    }

    @Test
    void collectsEachTrackingNumberOnce() {
        specter.answers(
                orders(
                        "<order orderNo='5001'><deliveries updated='0'><delivery trackingNo='1'/><delivery/>"
                                + "<delivery trackingNo='2'/></deliveries><deliveries><delivery trackingNo='1'/></deliveries></order>"));

        assertThat(feeds.pullOrders(B))
                .isEqualTo(batch(new OrderChange(
                        5001, null, null, OrderChange.Deliveries.bare(false, List.of("1", "2")), List.of())));
    }

    @Test
    void aDeliveryWithoutAParcelsNumberIsListedAllTheSame() {
        specter.answers(
                orders("<order orderNo='5001'><deliveries updated='0'><delivery trackingNo=''/></deliveries></order>"));

        assertThat(feeds.pullOrders(B))
                .isEqualTo(batch(new OrderChange(
                        5001, null, null, new OrderChange.Deliveries(false, true, List.of(), List.of()), List.of())));
    }

    @Test
    void readsWhatWasInADeliveryWhereItIsTold() {
        specter.answers(
                orders("<order orderNo='5001'><deliveries><delivery trackingNo='1'><deliveryRow articleNo='KAJ-006'"
                        + " noOfItems='1,5'/></delivery></deliveries></order>"));

        assertThat(feeds.pullOrders(B))
                .isEqualTo(batch(new OrderChange(
                        5001,
                        null,
                        null,
                        new OrderChange.Deliveries(
                                false,
                                true,
                                List.of("1"),
                                List.of(new OrderChange.Row("KAJ-006", new BigDecimal("1.5")))),
                        List.of())));
    }

    @Test
    void halfOfWhatWasInADeliveryIsNothing() {
        specter.answers(
                orders("<order orderNo='5001'><deliveries><delivery trackingNo='1'><deliveryRow articleNo='KAJ-006'"
                        + " noOfItems='1'/><deliveryRow noOfItems='1'/></delivery></deliveries></order>"));

        assertThat(feeds.pullOrders(B))
                .isEqualTo(batch(new OrderChange(
                        5001, null, null, OrderChange.Deliveries.bare(false, List.of("1")), List.of())));
    }

    @Test
    void passesUnknownCodesOnAsTheyAre() {
        specter.answers(orders("<order orderNo='5001'><orderstatus deliveryStatus='Ö' statusId='77'/></order>"));

        assertThat(feeds.pullOrders(B))
                .isEqualTo(batch(
                        new OrderChange(5001, "Ö", "77", OrderChange.Deliveries.bare(false, List.of()), List.of())));
    }

    @Test
    void readsInvoicesInTheAssumedShape() {
        specter.answers(orders(
                "<order orderNo='5001'><invoices><invoice invoiceId='7' invoiceNo='9' totalInclVat='125,00' isCredit='0'"
                        + " paidStatus='2'/><invoice invoiceId='8' isCredit='1'/></invoices></order>"));

        assertThat(feeds.pullOrders(B))
                .isEqualTo(batch(new OrderChange(
                        5001,
                        null,
                        null,
                        OrderChange.Deliveries.bare(false, List.of()),
                        List.of(
                                new Invoice("7", false, 2, new BigDecimal("125.00")),
                                new Invoice("8", true, null, null)))));
    }

    @Test
    void findsNoInvoicesUnlessTheSetUpAllowsIt() {
        specter.answers(orders("<order orderNo='5001'><invoices><invoice invoiceId='7'/></invoices></order>"));
        var live = feeds(Given.setup(specter.baseUrl(), 2, Duration.ofSeconds(5), Set.of(), false));

        assertThat(live.pullOrders(B)).isEqualTo(batch(plain(5001)));
    }

    /** What is true of the others is not told of the whole. */
    @Test
    void takesNoOrderForPaidOrCreditedOfWhichAnInvoiceCannotBeRead() {
        specter.answers(orders("<order orderNo='5001'><invoice invoiceId='7' totalInclVat='50' paidStatus='2'/>"
                + "<invoice totalInclVat='200'/><invoice invoiceId='9' totalInclVat='-50' isCredit='1'/></order>"));

        assertThat(batchOf(feeds.pullOrders(B)).rows())
                .singleElement()
                .satisfies(order -> assertThat(order.invoices())
                        .containsExactly(new Invoice("7", false, null, new BigDecimal("50"))));
    }

    @Test
    void keepsAnOrderWithoutTheInvoiceItCannotRead() {
        specter.answers(orders("<order orderNo='5001'><invoice invoiceId='7' paidStatus='paid'/><invoice/></order>"));

        assertThat(feeds.pullOrders(B))
                .isEqualTo(new PullAnswer.Batch<>(
                        List.of(plain(5001)),
                        false,
                        List.of(
                                new PullAnswer.Unreadable(
                                        "5001",
                                        Phrase.UNREADABLE_PART.with("5001", Phrase.INVOICE.with("7"), "paidStatus")),
                                new PullAnswer.Unreadable(
                                        "5001",
                                        Phrase.UNREADABLE_PART.with("5001", Phrase.INVOICE.with("?"), "invoiceId")))));
    }

    @ParameterizedTest
    @CsvSource({
        "orderNo='', row 2",
        "orderNo='0', 0",
        "orderNo='-5', -5",
        "orderNo='50x', 50x",
        "orderNo='12345678901234567890', 12345678901234567890"
    })
    void losesNoOrderForOneWithoutANumber(String attribute, String named) {
        specter.answers(orders("<order orderNo='1'/><order " + attribute + "/><order orderNo='3'/>"));

        assertThat(feeds.pullOrders(B))
                .isEqualTo(new PullAnswer.Batch<>(
                        List.of(plain(1), plain(3)),
                        false,
                        List.of(new PullAnswer.Unreadable(
                                named.startsWith("row") ? null : named,
                                Phrase.UNREADABLE_FIELD.with(
                                        named.startsWith("row") ? Phrase.ROW.with(named.substring(4)) : named,
                                        "orderNo")))));
    }

    @Test
    void takesRowsInsideAnOrderForItsOwn() {
        specter.answers(orders("<order orderNo='1'><order orderNo='2'/><orders><order orderNo='3'/></orders></order>"));

        assertThat(feeds.pullOrders(B)).isEqualTo(batch(plain(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<r><orders/></r>", "<orders/>", "<r result='1'/>", "1;;OK"})
    void takesNothingPendingForAnEmptyBatch(String body) {
        specter.answers(body);

        assertThat(feeds.pullOrders(B)).isEqualTo(batch());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r><orders><order orderNo='1'/><order",
                "<r><orders><sale orderNo='1'/></orders></r>",
                "5001;D;1",
                "<r><stockChanges/></r>"
            })
    void takesNothingElseForAnAnswer(String body) {
        cannotRead(() -> feeds.pullOrders(B), body, "unreadable-body");
    }

    @Test
    void doesNotFollowAnAnswerIntoTheDepths() {
        cannotRead(() -> feeds.pullOrders(B), "<r><orders>" + "<x>".repeat(100_000), "unreadable-body");
    }

    private static PullAnswer<OrderChange> batch(OrderChange... rows) {
        return new PullAnswer.Batch<>(List.of(rows), false);
    }

    private static OrderChange plain(long orderNo) {
        return new OrderChange(orderNo, null, null, OrderChange.Deliveries.bare(false, List.of()), List.of());
    }

    private static String orders(String orders) {
        return response(OK + "<orders>" + orders + "</orders>");
    }
}
