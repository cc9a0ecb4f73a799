package se.brygga.clients.starweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.shop.ShopHooks;
import se.brygga.clients.shop.ShopNames;
import se.brygga.clients.shop.order.OrderPage;
import se.brygga.clients.shop.order.ShopOrder;
import se.brygga.clients.shop.order.ShopOrder.OrderComment;

/** What goes over the wire, byte by byte, and what is made of what comes back. */
@Timeout(60)
class StarwebClientTest {

    private static final String INCLUDE = "include=items,items.bundledItems,addresses,customer,status,externalServices";

    @AutoClose
    private final ShopOnTheWire shop = new ShopOnTheWire();

    @Test
    void asksForAnOrderWithAllThatATransferNeeds() {
        shop.stub.answers("{\"data\":" + order(10025) + "}");

        assertThat(shop.client.order(10025)).isPresent();

        assertThat(shop.stub.asked())
                .containsExactly(
                        new StarwebStub.Asked("GET", "/api/v2/orders/10025?" + INCLUDE, "", "Bearer token-1", ""));
    }

    @Test
    void passesOverWhatHasNoIdAndReadsTheRest() {
        String ids = "{\"data\":[{\"%1$s\":\"x\",\"name\":\"?\"},{\"%1$s\":\"7\",\"name\":\"Klar\"}]}";
        shop.stub
                .answers(ids.formatted("statusId"))
                .answers(ids.formatted("paymentMethodId"))
                .answers("{\"data\":[{\"webHookId\":\"x\",\"event\":\"order-created\"}]}");

        assertThat(shop.client.orderStatuses())
                .extracting(ShopNames.OrderStatus::statusId)
                .containsExactly(7L);
        assertThat(shop.client.paymentMethods())
                .extracting(ShopNames.Method::id)
                .containsExactly(7L);
        assertThat(shop.client.webHooks())
                .singleElement()
                .extracting(ShopHooks.WebHook::webHookId)
                .isNull();
    }

    @Test
    void readsTheCommentsOfAnOrder() {
        shop.stub.answers("""
                {"data":[{"commentId":1,"createdAt":"2026-11-02T10:00:00+01:00","text":"Ring på","from":"customer"},
                {"commentId":"x","text":null,"from":null}]}""");

        assertThat(shop.client.comments(10025))
                .containsExactly(new OrderComment(1, "Ring på", "customer"), new OrderComment(0, "", null));

        assertThat(shop.stub.asked().getFirst().target()).isEqualTo("/api/v2/orders/10025/comments");
        assertThat(shop.records.toString()).doesNotContain("Ring på");
    }

    @Test
    void sendsThePlusOfATimeEncodedAndTheTimeInWholeSeconds() {
        shop.stub.answers("{\"data\":[]}");

        shop.client.ordersCreatedAfter(Instant.parse("2026-11-02T09:59:58.987654Z"), 3);

        assertThat(shop.stub.asked().getFirst().target())
                .isEqualTo("/api/v2/orders?sortBy=orderId&sortOrder=ASC"
                        + "&ordersCreatedAfter=2026-11-02T09%3A59%3A58%2B00%3A00&" + INCLUDE + "&page=3");
    }

    @Test
    void asksForWhatWasCreatedBetweenTwoTimes() {
        shop.stub.answers("{\"data\":[]}");

        shop.client.ordersCreatedBetween(
                Instant.parse("2026-11-01T22:59:59Z"), Instant.parse("2026-11-02T23:00:01Z"), 1);

        assertThat(shop.stub.asked().getFirst().target())
                .isEqualTo("/api/v2/orders?sortBy=orderId&sortOrder=ASC"
                        + "&ordersCreatedAfter=2026-11-01T22%3A59%3A59%2B00%3A00"
                        + "&ordersCreatedBefore=2026-11-02T23%3A00%3A01%2B00%3A00&" + INCLUDE + "&page=1");
    }

    @Test
    void asksForTheNewestChangesFirst() {
        shop.stub.answers("{\"data\":[]}");

        shop.client.ordersByLatestChange(1);

        assertThat(shop.stub.asked().getFirst().target())
                .isEqualTo("/api/v2/orders?sortBy=modifiedAt&sortOrder=DESC&" + INCLUDE + "&page=1");
    }

    @Test
    void goesByTheMetaDataWhenThereIsAny() {
        shop.stub
                .answers(page(List.of(order(1)), ",\"meta\":{\"pagination\":{\"total\":201,\"total_pages\":3}}"))
                .answers(page(
                        List.of(order(2)), ",\"meta\":{\"pagination\":{\"total\":\"201\",\"total_pages\":\"3\"}}"));

        OrderPage second = shop.client.ordersByLatestChange(2);
        OrderPage third = shop.client.ordersByLatestChange(3);

        assertThat(second.last()).isFalse();
        assertThat(third.last()).isTrue();
        assertThat(third.total()).isEqualTo(201);
    }

    @Test
    void goesByAShortPageWhenThereIsNoMetaData() {
        shop.stub.answers(page(orders(100), "")).answers(page(orders(99), ",\"meta\":[]"));

        assertThat(shop.client.ordersByLatestChange(1).last()).isFalse();
        assertThat(shop.client.ordersByLatestChange(2).last()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[],\"meta\":{\"pagination\":{\"total\":150,\"count\":0,\"total_pages\":2}}}",
                "{\"data\":[]}",
                "{\"data\":null}",
                "{\"data\":{}}"
            })
    void isPastTheEndWithoutAFailure(String answer) {
        shop.stub.answers(answer);

        OrderPage past = shop.client.ordersByLatestChange(9);

        assertThat(past.orders()).isEmpty();
        assertThat(past.last()).isTrue();
    }

    @Test
    void doesNotTakeAnAnswerThatSaysNothingForTheEndOfTheList() {
        shop.stub.answers("{}");

        ShopOnTheWire.assertContentFails(
                () -> shop.client.ordersByLatestChange(2), Kind.OUTCOME_UNKNOWN, "unreadable-body");
    }

    @Test
    void doesNotHideOrdersBehindOneThatCannotBeRead() {
        shop.stub.answers(page(List.of(order(1), "{\"orderId\":2,\"createdAt\":\"igår\"}", order(3)), ""));

        OrderPage page = shop.client.ordersByLatestChange(1);

        assertThat(page.orders()).extracting(ShopOrder::orderId).containsExactly(1L, 3L);
        assertThat(page.unreadable()).containsExactly(2L);
    }

    @Test
    void linksAnOrderWithoutAStatusAndSoWithoutTheTwoSwitches() {
        shop.stub.answers("{\"data\":{}}");

        shop.client.linkOrder(10025, "5001");

        assertThat(shop.stub.asked())
                .containsExactly(new StarwebStub.Asked(
                        "PATCH",
                        "/api/v2/orders/10025",
                        "application/json",
                        "Bearer token-1",
                        "{\"externalId\":\"5001\",\"externalIdType\":\"SpecterSync\"}"));
    }

    @Test
    void replacesAnExternalServiceThatIsThere() {
        shop.stub.answers("{\"data\":{}}");

        shop.client.putExternalService(10025, "Brygga + A", "5001");

        assertThat(shop.stub.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("PUT");
            assertThat(asked.target()).isEqualTo("/api/v2/orders/10025/external-services/Brygga%20%2B%20A");
            assertThat(asked.body()).isEqualTo("{\"serviceName\":\"Brygga + A\",\"externalIdValue\":\"5001\"}");
        });
    }

    @Test
    void createsAnExternalServiceThatIsNotThere() {
        shop.stub.answers(404, "{\"error\":\"not_found\"}").answers(201, "{\"data\":{}}");

        shop.client.putExternalService(10025, "Brygga", "5001");

        assertThat(shop.stub.asked()).extracting(StarwebStub.Asked::method).containsExactly("PUT", "POST");
        assertThat(shop.stub.asked().getLast().target()).isEqualTo("/api/v2/orders/10025/external-services");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 204, 404})
    void aWebHookIsGoneWhateverTheAnswerToItsDeletionLooksLike(int status) {
        shop.stub.answers(status, status == 404 ? "{\"error\":\"not_found\"}" : "");

        shop.client.deleteWebHook(9);

        assertThat(shop.stub.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.method()).isEqualTo("DELETE"));
    }

    @Test
    void writesAWebHookUnwrappedAndReadsItWrapped() {
        shop.stub.answers(
                201,
                "{\"data\":{\"webHookId\":\"9\",\"name\":\"Brygga\",\"event\":\"order-completed\",\"url\":\"https://x\"}}");
        var wanted = new ShopHooks.WebHook(null, "Brygga", "order-completed", null, "https://x");

        assertThat(shop.client.createWebHook(wanted))
                .isEqualTo(new ShopHooks.WebHook(9L, "Brygga", "order-completed", null, "https://x"));
        assertThat(shop.stub.asked().getFirst().body())
                .isEqualTo(
                        "{\"name\":\"Brygga\",\"event\":\"order-completed\",\"url\":\"https://x\",\"statusId\":null}");
    }

    @Test
    void readsStatusesAndMethodsInEveryShape() {
        shop.stub
                .answers("{\"data\":[{\"statusId\":\"11\",\"idCode\":\"created\",\"languages\":{\"data\":"
                        + "[{\"langCode\":\"sv\",\"name\":\"Skapad\"},{\"langCode\":\"en\",\"name\":\"Created\"}]}},"
                        + "{\"statusId\":12,\"idCode\":null,\"languages\":null,\"name\":\"Egen\"}]}")
                .answers("{\"data\":[{\"paymentMethodId\":1,\"idCode\":\"klarna\",\"externalId\":\"\"}]}");

        assertThat(shop.client.orderStatuses())
                .containsExactly(
                        new ShopNames.OrderStatus(11, "created", List.of("Skapad", "Created")),
                        new ShopNames.OrderStatus(12, null, List.of("Egen")));
        assertThat(shop.client.paymentMethods()).containsExactly(new ShopNames.Method(1, "klarna", null, List.of()));
    }

    private static List<String> orders(int number) {
        return LongStream.rangeClosed(1, number)
                .mapToObj(StarwebClientTest::order)
                .toList();
    }

    private static String page(List<String> orders, String rest) {
        return orders.stream().collect(Collectors.joining(",", "{\"data\":[", "]" + rest + "}"));
    }

    private static String order(long id) {
        return "{\"orderId\":" + id + ",\"createdAt\":\"2026-11-02T10:00:00+01:00\","
                + "\"modifiedAt\":\"2026-11-02T10:00:00+01:00\",\"currencyCode\":\"SEK\",\"amountToPay\":\"804.10\"}";
    }
}
