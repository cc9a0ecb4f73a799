package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.simulators.specter.SpecterAccount;
import se.brygga.simulators.specter.feeds.SimFeedKind;
import se.brygga.simulators.specter.goods.SimStock;
import se.brygga.simulators.specter.sales.Order;

/** What becomes of orders in the Specter simulator, and how its feed tells of it: reference, sections 8, 10 and 11. */
class SpecterOrderFeedTest {

    private static final String GET = "getOrdersExternalNeedUpdate";
    private static final String ACK = "updateOrdersFromBatch";

    @AutoClose
    private final SpecterDoor door =
            SpecterDoor.withoutNews(Clock.fixed(Instant.parse("2026-03-04T10:00:00Z"), ZoneOffset.UTC));

    private final SpecterAccount account = door.account;
    private long number;
    private int batches;

    @BeforeEach
    void start() throws Exception {
        account.setStock("KAJ-002", 1, 20);
        number = door.order("K1", "KAJ-002", "3", "KAJ-SET", "1", "FRAKT", "1");
        feed();
    }

    /** What is new in the feed; acknowledges it. */
    private String feed() throws Exception {
        String batch = "B" + ++batches;
        String answer = door.xml(GET, batch);
        assertThat(door.ack(ACK, batch)).startsWith("1;");
        return answer.replaceAll(".*<orders>(.*)</orders>.*", "$1");
    }

    private SimStock.Site site(String articleNo) {
        return account.article(articleNo).sites().getFirst();
    }

    private Order order() {
        return account.order("K1").orElseThrow();
    }

    @Test
    void aDeliveryTellsDeliveredWithEachParcelAndLowersShelfAndReserved() throws Exception {
        assertThat(site("KAJ-002").reserved()).isEqualByComparingTo("3");

        account.deliver(number, List.of("370123456", "370123457"));

        assertThat(feed())
                .isEqualTo("<order orderNo=\"5001\"><orderstatus deliveryStatus=\"D\" statusId=\"3\"/>"
                        + "<deliveries updated=\"1\"><delivery trackingNo=\"370123456\"/>"
                        + "<delivery trackingNo=\"370123457\"/></deliveries></order>");
        assertThat(site("KAJ-002").shelf()).isEqualByComparingTo("17");
        assertThat(site("KAJ-002").reserved()).isEqualByComparingTo("0");
        assertThat(site("KAJ-001").shelf()).as("part of the package").isEqualByComparingTo("11");
        assertThat(site("KAJ-001").available()).isEqualByComparingTo("11");
        assertThatThrownBy(() -> account.deliver(number, List.of())).hasMessageContaining("nothing left");
    }

    @Test
    void aPartialDeliveryIsUpdatedButNotDelivered() throws Exception {
        account.deliverPart(number, "KAJ-002", new BigDecimal("2"), "370");

        assertThat(feed())
                .isEqualTo("<order orderNo=\"5001\"><orderstatus deliveryStatus=\"P\" statusId=\"2\"/>"
                        + "<deliveries updated=\"1\"><delivery trackingNo=\"370\"/></deliveries></order>");
        assertThat(order().delivered()).isEqualTo(Order.Delivered.PARTLY);
        assertThatThrownBy(() -> account.deliverPart(number, "KAJ-002", new BigDecimal("2"), ""))
                .hasMessageContaining("left to deliver");

        account.deliverPart(number, "KAJ-002", BigDecimal.ONE, "");
        account.deliverPart(number, "KAJ-SET", BigDecimal.ONE, "371");

        assertThat(feed())
                .contains("deliveryStatus=\"D\"")
                .contains("<delivery trackingNo=\"370\"/><delivery trackingNo=\"\"/><delivery trackingNo=\"371\"/>");
        assertThat(order().rows())
                .extracting(row -> row.quantity().subtract(row.delivered()).signum())
                .containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void anUndoneDeliveryBringsItsGoodsBackAndIsToldAsTheQuirkSays(String quirk, boolean told) throws Exception {
        account.quirks().set("undo.inFeed", quirk);
        account.deliver(number, List.of("370"));
        feed();

        account.undoDelivery(number);

        assertThat(site("KAJ-002").shelf()).isEqualByComparingTo("20");
        assertThat(site("KAJ-002").reserved()).isEqualByComparingTo("3");
        assertThat(order().delivered()).isEqualTo(Order.Delivered.NOT);
        assertThat(feed())
                .isEqualTo(
                        told
                                ? "<order orderNo=\"5001\"><orderstatus deliveryStatus=\"N\" statusId=\"1\"/>"
                                        + "<deliveries updated=\"0\"/></order>"
                                : "");
        assertThatThrownBy(() -> account.undoDelivery(number)).hasMessageContaining("no delivery");
    }

    @Test
    void undoTakesBackOnlyTheLatestDelivery() throws Exception {
        account.deliverPart(number, "KAJ-002", BigDecimal.ONE, "370");
        account.deliver(number, List.of("371"));
        account.undoDelivery(number);
        assertThat(order().trackingNos()).containsExactly("370");
        assertThat(site("KAJ-002").shelf()).isEqualByComparingTo("19");
        assertThat(site("KAJ-002").available()).isEqualByComparingTo("17");
    }

    @Test
    void aCancelledOrderIsStatus5AndReleasesWhatIsNotDelivered() throws Exception {
        account.deliverPart(number, "KAJ-002", BigDecimal.ONE, "370");
        account.cancelOrder(number);

        assertThat(feed()).contains("deliveryStatus=\"P\" statusId=\"5\"");
        assertThat(site("KAJ-002").available()).isEqualByComparingTo("19");
        assertThat(site("KAJ-001").available()).isEqualByComparingTo("12");
        assertThatThrownBy(() -> account.deliver(number, List.of())).hasMessageContaining("cancelled");
        assertThatThrownBy(() -> account.cancelOrder(number)).hasMessageContaining("cancelled");

        account.undoDelivery(number);
        assertThat(site("KAJ-002").available()).isEqualByComparingTo("20");
    }

    @Test
    void aCancelByCallReleasesTheOrdersOwnWarehouse() throws Exception {
        account.setStock("KAJ-002", 2, 9);
        long second = door.order("K2", Map.of("stocksiteid", "2"), "KAJ-002", "4");
        assertThat(door.put("orderCancelSubmit", Long.toString(second), Map.of("orderNo", Long.toString(second))))
                .isEqualTo("1;" + second + ";OK");
        assertThat(account.article("KAJ-002").sites().get(1).available()).isEqualByComparingTo("9");
        assertThat(feed()).contains("orderNo=\"" + second + "\"><orderstatus deliveryStatus=\"N\" statusId=\"5\"");
    }

    @Test
    void invoicesTellTheirPaymentAndCredit() throws Exception {
        assertThat(account.invoice(number)).isEqualTo(9001);
        assertThat(feed())
                .contains("statusId=\"4\"")
                .contains(
                        "<invoices><invoice invoiceId=\"9001\" invoiceNo=\"9001\" invoiceDate=\"2026-03-04\""
                                + " dueDate=\"2026-04-03\" totalInclVat=\"625,00\" isCredit=\"0\" paidStatus=\"0\"/></invoices>");

        account.pay(number, new BigDecimal("100"));
        assertThat(feed()).contains("paidStatus=\"1\"");
        account.pay(number);
        assertThat(feed()).contains("paidStatus=\"2\"");

        assertThat(account.credit(number)).isEqualTo(9002);
        assertThat(feed()).contains("invoiceId=\"9002\"", "totalInclVat=\"-625,00\" isCredit=\"1\"");
        assertThatThrownBy(() -> account.invoice(number)).hasMessageContaining("invoiced already");

        account.quirks().set("gap.invoices", "off");
        account.markAllChanged(SimFeedKind.ORDERS);
        assertThat(feed()).contains("statusId=\"4\"").doesNotContain("invoice");
    }

    @Test
    void aDeletedOrderIsNeverTold() throws Exception {
        account.deliver(door.order("K2", "KAJ-002", "1"), List.of("1"));
        account.deleteOrder(number);
        assertThat(feed()).contains("5002").doesNotContain("5001");
        assertThat(account.orders()).extracting(Order::number).containsExactly(5002L);
        assertThat(site("KAJ-002").available()).isEqualByComparingTo("19");
    }

    @Test
    void aNewOrderIsInTheFeedUnlessTheQuirkSaysNo() throws Exception {
        door.order("K2", "KAJ-002", "1");
        assertThat(feed()).contains("orderNo=\"5002\"><orderstatus deliveryStatus=\"N\" statusId=\"1\"");
        account.quirks().set("order.newInFeed", "false");
        door.order("K3", "KAJ-002", "1");
        assertThat(feed()).isEmpty();
    }

    @Test
    void codesOtherThanDAnd5CanBeUnknown() throws Exception {
        account.quirks().set("order.codes", "UNKNOWN");
        account.deliverPart(number, "KAJ-002", BigDecimal.ONE, "370");
        assertThat(feed()).contains("deliveryStatus=\"X2\" statusId=\"72\"");
        account.deliver(number, List.of());
        assertThat(feed()).contains("deliveryStatus=\"D\" statusId=\"73\"");
        account.cancelOrder(door.order("K2", "KAJ-002", "1"));
        assertThat(feed()).contains("deliveryStatus=\"X1\" statusId=\"5\"");
    }

    @Test
    void anExtendedFeedTellsDateCarrierRowsAndTheShopsNumber() throws Exception {
        account.quirks().set("order.extended", "true");
        account.deliverPart(number, "KAJ-002", new BigDecimal("2"), "370");
        assertThat(feed())
                .contains("<order orderNo=\"5001\" externalOrderNo=\"K1\" webshopId=\"1\">")
                .contains("<delivery trackingNo=\"370\" deliveryDate=\"2026-03-04\" carrier=\"PostNord\">"
                        + "<deliveryRow articleNo=\"KAJ-002\" noOfItems=\"2\"/></delivery>");
    }

    @Test
    void aScopedFeedTellsOneShopsOrders() throws Exception {
        account.quirks().set("webshop.scopedFeeds", "true");
        door.order("K2", Map.of("webshopId", "2"), "KAJ-002", "1");
        door.order("K3", "KAJ-002", "1");
        assertThat(door.xml(GET, "W2", "webshopId", "2")).contains("5002").doesNotContain("5003");
        door.get(ACK, "W2", Map.of("webshopId", "2"));
        assertThat(feed()).contains("5003").doesNotContain("5002");
    }

    @Test
    void anArticlesNewNumberDoesNotHinderItsDelivery() throws Exception {
        account.renameArticle("KAJ-002", "KAJ-002B");
        account.deliver(number, List.of("370"));
        assertThat(site("KAJ-002B").shelf()).isEqualByComparingTo("17");
    }
}
