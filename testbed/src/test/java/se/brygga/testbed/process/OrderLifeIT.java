package se.brygga.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.brygga.activities.orders.OrderLists;
import se.brygga.simulators.Fault;
import se.brygga.simulators.RequestLog;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.shop.WebHookSender;
import se.brygga.starter.desk.Outcome;
import se.brygga.testbed.kit.Merchants;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Decision;
import se.brygga.workflows.transfer.TransferRules;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderLifeIT {

    private static final String SHOP = "kajak-se";
    private static final String OTHER = "te-butiken";
    private static final String SUBMIT = "action=newOrderSubmit";

    @AutoClose
    private static World world;

    @BeforeAll
    static void start() {
        world = World.watched(11);
    }

    @AfterEach
    void calm() {
        world.starweb.faults().clear();
        world.specter.faults().clear();
        world.specter.account(9999).quirks().reset();
        world.starweb.quirks(SHOP).reset();
        world.starweb.webHooks().disturb(new WebHookSender.Disturbance(0, 0, 0, Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource(OrderKind.class)
    void ordersOfEveryKindArriveOnceAndToTheOre(OrderKind kind) {
        OrderRef order = placeAndPay(kind);

        world.awaitTransferred(order);

        OrderLists.Line line = world.line(order).orElseThrow();
        var inSpecter =
                world.specter.account(9999).order(Merchants.externalNo(order)).orElseThrow();
        assertThat(inSpecter.total()).isEqualByComparingTo(line.total());
        assertThat(inSpecter.currency()).isEqualTo(line.currency());
        assertThat(world.copiesInSpecter(order)).isEqualTo(1);
    }

    @Test
    void anOrderWithoutAWebHookIsFoundByTheIntake() {
        world.starweb.webHooks().disturb(new WebHookSender.Disturbance(100, 0, 0, Duration.ZERO));
        OrderRef order = placeAndPay(OrderKind.T1);

        world.lookNow(SHOP);

        world.awaitTransferred(order);
    }

    @Test
    void webHooksThatComeTwiceMakeOneOrder() {
        world.starweb.webHooks().disturb(new WebHookSender.Disturbance(0, 100, 0, Duration.ZERO));
        OrderRef order = placeAndPay(OrderKind.PRIVATE_KLARNA);

        world.awaitTransferred(order);

        assertThat(world.copiesInSpecter(order)).isEqualTo(1);
    }

    @Test
    void anOrderThatNoRuleLetsThroughIsTakenUpWhenItsStatusChanges() {
        OrderRef order = place(OrderKind.PRIVATE_KLARNA);
        world.starweb.setStatus(SHOP, order.orderId(), "Skickad till lager");
        world.starweb.pay(SHOP, order.orderId());
        world.awaitSkipped(order, TransferRules.STATUS_NOT_CHOSEN);

        world.starweb.setStatus(SHOP, order.orderId(), "picking");

        world.awaitTransferred(order);
    }

    @Test
    void anOperatorSendsASkippedOrderAnyway() {
        OrderRef order = place(OrderKind.PRIVATE_KLARNA);
        world.starweb.setStatus(SHOP, order.orderId(), "completed");
        world.starweb.pay(SHOP, order.orderId());
        world.awaitSkipped(order, TransferRules.STATUS_NOT_CHOSEN);

        assertThat(world.decide(order, Decision.Kind.SEND_ANYWAY, "delivered by hand", null))
                .isInstanceOf(Outcome.Followed.class);

        world.awaitTransferred(order);
    }

    @Test
    void anUnmappedPaymentWaitsAndCanBeSkipped() {
        OrderRef order = Merchants.order(SHOP, world.starweb.place(SHOP, """
                                {"paymentMethod":"gammal","email":"x@example.se","address":{"lastName":"Ek","address":"Ekgatan 1","city":"Lund"},
                                 "items":[{"sku":"KAJ-001","description":"Kajak","unitPrice":100,"quantity":1,"vatRate":25}]}""").orderId());
        world.starweb.pay(SHOP, order.orderId());
        world.awaitWaiting(order, Cause.PAYMENT_NOT_MAPPED);

        assertThat(world.decide(order, Decision.Kind.SEND_ANYWAY, "please", null))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(world.decide(order, Decision.Kind.SKIP, "test", null)).isInstanceOf(Outcome.Followed.class);

        world.awaitSkipped(order, TransferRules.OPERATOR);
        assertThat(world.copiesInSpecter(order)).isZero();
    }

    @Test
    void aLostAnswerIsRepeatedAndTheDuplicateCountsAsOurs() {
        world.specter.account(9999).quirks().set("order.duplicate", "ERROR_WITH_NO");
        world.specter.faults().add(Fault.times(SUBMIT, Fault.Kind.DROP_AFTER_COMMIT, 1));
        OrderRef order = placeAndPay(OrderKind.T1);

        world.awaitTransferred(order);

        assertThat(world.copiesInSpecter(order)).isEqualTo(1);
    }

    @Test
    void aLostAnswerWhoseNumberCannotBeLearnedWaitsUntilAPersonGivesIt() {
        world.specter.faults().add(Fault.times(SUBMIT, Fault.Kind.DROP_AFTER_COMMIT, 1));
        OrderRef order = placeAndPay(OrderKind.T1);
        world.awaitWaiting(order, Cause.SENT_NUMBER_UNKNOWN);
        long number = world.specter
                .account(9999)
                .order(Merchants.externalNo(order))
                .orElseThrow()
                .number();

        world.decide(order, Decision.Kind.DONE_BY_HAND, "found in Specter", number);

        assertThat(world.awaitTransferred(order)).isEqualTo(number);
        assertThat(world.copiesInSpecter(order)).isEqualTo(1);
    }

    @Test
    void aNumberThatSomebodyElseUsedIsNeverTakenForOurs() {
        OrderRef order = place(OrderKind.T1);
        world.specter.account(9999).occupy(Merchants.externalNo(order));

        world.starweb.pay(SHOP, order.orderId());

        world.awaitWaiting(order, Cause.NUMBER_ALREADY_USED);
    }

    @Test
    void anArticleThatWasRemovedInSpecterIsCreatedAgain() {
        world.awaitTransferred(placeAndPay(OrderKind.T1));
        world.specter.account(9999).removeArticle("KAJ-100");

        world.awaitTransferred(placeAndPay(OrderKind.T1));
    }

    @Test
    void anOrderThatIsEditedAfterItsTransferWaitsUntilAPersonTakesNote() {
        OrderRef order = placeAndPay(OrderKind.T1);
        world.awaitTransferred(order);
        world.starweb.edit(SHOP, order.orderId());
        world.lookNow(SHOP);
        world.awaitWaiting(order, Cause.CHANGED_AFTER_TRANSFER);

        assertThat(world.decide(order, Decision.Kind.SKIP, "changed in Specter", null))
                .isInstanceOf(Outcome.Followed.class);
    }

    @Test
    void anOrderThatIsOpenedAgainAndCancelledAgainIsAskedAboutEachTime() {
        OrderRef order = placeAndPay(OrderKind.T1);
        world.awaitTransferred(order);
        world.starweb.webHooks().disturb(new WebHookSender.Disturbance(100, 0, 0, Duration.ZERO));
        world.starweb.setStatus(SHOP, order.orderId(), "canceled");
        world.lookNow(SHOP);
        world.awaitWaiting(order, Cause.CANCELLED_AFTER_TRANSFER);

        world.starweb.setStatus(SHOP, order.orderId(), "created");
        world.lookNow(SHOP);
        world.awaitNothingWaits(order);

        world.starweb.setStatus(SHOP, order.orderId(), "canceled");
        world.lookNow(SHOP);
        world.awaitWaiting(order, Cause.CANCELLED_AFTER_TRANSFER);
    }

    @Test
    void anOrderThatIsDeletedAfterItsTransferWaitsForAPerson() {
        OrderRef order = placeAndPay(OrderKind.T1);
        world.awaitTransferred(order);

        world.starweb.delete(SHOP, order.orderId());

        world.awaitWaiting(order, Cause.CANCELLED_AFTER_TRANSFER);
    }

    @Test
    void anOrderThatTheShopShowsLateIsNotTakenForDeleted() {
        world.starweb.quirks(SHOP).set("read.lag", "3");
        OrderRef order = placeAndPay(OrderKind.T1);

        world.awaitTransferred(order);
    }

    @Test
    void anOrderThatIsShownOnlyAfterItWasGivenUpIsFoundByTheIntake() {
        world.starweb
                .faults()
                .add(Fault.share("GET .*/orders/\\d+", Fault.Kind.STATUS, 100)
                        .withStatus(404, "{\"error\":\"not_found\"}"));
        world.starweb
                .faults()
                .add(Fault.share("GET .*/orders\\?", Fault.Kind.STATUS, 100).withStatus(200, "{\"data\":[]}"));
        OrderRef order = placeAndPay(OrderKind.T1);
        world.awaitForgotten(order);
        world.starweb.faults().clear();

        world.lookNow(SHOP);

        world.awaitTransferred(order);
    }

    @Test
    void aForgedWebHookLeavesNoOrderBehind() {
        world.starweb.forgeHook(SHOP, "order-completed", 424_242);
        OrderRef order = Merchants.order(SHOP, 424_242);

        world.awaitForgotten(order);

        assertThat(world.copiesInSpecter(order)).isZero();
    }

    /** Each costs some seconds of asking, since a shop may show an order late: they take their turns, and nobody else's. */
    @Test
    void manyForgedWebHooksOfOneShopDelayNeitherAnotherTenantNorItsOwnOrders() {
        LongStream.range(500_000, 500_040).forEach(id -> world.starweb.forgeHook(SHOP, "order-completed", id));
        OrderRef own = placeAndPay(OrderKind.T1);
        OrderRef other = Merchants.order(
                OTHER, world.starweb.placeAndPay(OTHER, OrderKind.T1).orderId());

        world.awaitTransferred(other);
        assertThat(world.openHooks(SHOP))
                .as("forged ones that wait for their turn")
                .isPositive();
        world.awaitTransferred(own);

        await("all are forgotten").atMost(Duration.ofMinutes(5)).until(() -> world.openHooks(SHOP) == 0);
        LongStream.range(500_000, 500_040).forEach(id -> world.awaitForgotten(Merchants.order(SHOP, id)));
    }

    @Test
    void aTransferWithKnownCustomerAndArticlesMakesAtMostFourCalls() {
        world.awaitTransferred(placeAndPayPlain());
        world.starweb.requests().clear();
        world.specter.requests().clear();

        OrderRef order = placeAndPayPlain();
        world.awaitTransferred(order);

        List<String> calls = Stream.concat(
                        world.starweb.requests().newestFirst().stream()
                                .map(RequestLog.Entry::request)
                                .filter(request -> request.contains("/orders/" + order.orderId())),
                        world.specter.requests().newestFirst().stream()
                                .map(RequestLog.Entry::request)
                                // The feeds are polled meanwhile.
                                .filter(request -> request.contains("/putInfo.asp")))
                .toList();
        assertThat(calls).hasSizeBetween(3, 4);
    }

    private static OrderRef placeAndPayPlain() {
        long orderId = world.starweb.place(SHOP, """
                {"paymentMethod":"klarna","email":"plain@example.se",
                 "address":{"firstName":"Eva","lastName":"Ek","address":"Ekgatan 1","postalCode":"222 22","city":"Lund","countryCode":"SE"},
                 "items":[{"sku":"KAJ-001","description":"Kajak","unitPrice":100,"quantity":1,"vatRate":25}]}""").orderId();
        world.starweb.pay(SHOP, orderId);
        return Merchants.order(SHOP, orderId);
    }

    @Test
    void anotherPartysMarkIsLeftAlone() {
        OrderRef order = place(OrderKind.T1);
        world.starweb.markForeign(SHOP, order.orderId(), "Specter");
        world.starweb.pay(SHOP, order.orderId());

        world.awaitTransferred(order);

        assertThat(world.starweb.orders(SHOP))
                .filteredOn(o -> o.orderId() == order.orderId())
                .singleElement()
                .satisfies(o -> assertThat(o.externalId()).isEqualTo("999"));
    }

    @Test
    void aWrongWebHookIsRefusedAndChangesNothing() throws Exception {
        URI base = world.apps.starterUri();
        String guessed = "/hook/nordkajak/kajak-se/order-completed/guessed";

        assertThat(post(base.resolve(guessed), "{\"orderId\":1}")).isEqualTo(404);
        assertThat(world.line(Merchants.order(SHOP, 1))).isEmpty();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void specterIsCalledByOneAtATime() {
        assertThat(world.specter.mostCallsAtOnce()).isEqualTo(1);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void noShopperWasMailedOrCharged() {
        assertThat(world.starweb.shopperActions()).isEmpty();
    }

    private static int post(URI uri, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static OrderRef place(OrderKind kind) {
        return Merchants.order(SHOP, world.starweb.place(SHOP, kind).orderId());
    }

    private static OrderRef placeAndPay(OrderKind kind) {
        return Merchants.order(SHOP, world.starweb.placeAndPay(SHOP, kind).orderId());
    }
}
