package se.brygga.activities.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.orders.OrderRecord;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteFailure.Kind;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.specter.SpecterClient.SpecterAnswer;
import se.brygga.clients.specter.feed.OrderChange;
import se.brygga.workflows.FailureTypes;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.transfer.ShopOrderActivities.ChangeFound;
import se.brygga.workflows.transfer.ShopOrderActivities.Fetched;
import se.brygga.workflows.transfer.StepResult;
import se.brygga.workflows.transfer.TransferRules;

/** Reading, deciding, marking and comparing: every outcome is in the books, and nobody else's mark is touched. */
@Timeout(120)
class ShopOrderActivitiesTest extends TransferScene {

    private static final String FETCH = "order 10025";

    @Test
    void tellsFactsAndKeepsTheRestEncrypted() {
        Fetched fetched = fetch(sample());

        assertThat(fetched.toString()).contains("125.00", "SEK").doesNotContain("Åsa", "asa@example.se", "Ekgatan");
        byte[] snapshot = books.orders.content().snapshot(ORDER).orElseThrow();
        assertThat(codec.order(snapshot)).isEqualTo(sample().build());
        assertThat(record().state()).isEqualTo(OrderRecord.State.ON_ITS_WAY);
    }

    @ParameterizedTest
    @CsvSource({
        "not-complete, true, created, 2026-11-02T10:00:00Z",
        "status-not-chosen, false, completed, 2026-11-02T10:00:00Z",
        "placed-before-start, false, created, 2026-11-02T09:59:59Z"
    })
    void skipsByARuleAndRemembersWhich(String rule, boolean unfinished, String status, String placed) {
        SampleOrder order = SampleOrder.of(ORDER.orderId(), placed).status(status);

        assertThat(fetch(unfinished ? order.unfinished() : order)).isEqualTo(new Fetched.Skipped(rule));

        assertThat(record().state()).isEqualTo(OrderRecord.State.SKIPPED);
        assertThat(record().standing()).isEqualTo(new OrderRecord.Standing.Skipped(rule));
        assertNothingWaits();
    }

    @Test
    void leavesAnOrderThatAnOperatorSkippedUntilAnOperatorSaysOtherwise() {
        fetch(sample());
        books.orders.skip(ORDER, TransferRules.OPERATOR);

        assertThat(fetch(sample().price("90.00"))).isEqualTo(new Fetched.Skipped(TransferRules.OPERATOR));
        assertThat(shopOrders.fetchOrder(ORDER, true)).isEqualTo(new Fetched.Skipped(TransferRules.OPERATOR));
        assertThat(record().skippedByOperator()).isTrue();

        books.orders.onItsWay(ORDER);
        assertThat(fetch(sample())).isInstanceOf(Fetched.Ready.class);
    }

    @Test
    void forgetsAnOrderThatNobodyHasEverReadAndCountsIt() {
        books.orders.seen(ORDER);
        books.time.advance(Duration.ofSeconds(7));

        assertThat(shopOrders.fetchOrder(ORDER, false)).isEqualTo(new Fetched.Skipped(TransferRules.DELETED_IN_SHOP));

        assertThat(books.orders.records().find(ORDER)).isEmpty();
        assertThat(books.marks.takeUnknown(SHOP, 0)).contains(1);
        assertThat(books.marks.takeUnknown(SHOP, 0)).isEmpty();
    }

    @Test
    void skipsAnOrderThatTheShopHasNoMore() {
        fetch(sample().status("completed"));
        shop.orders.delete(ORDER.orderId());
        books.time.advance(Duration.ofSeconds(7));

        assertThat(shopOrders.fetchOrder(ORDER, false)).isEqualTo(new Fetched.Skipped(TransferRules.DELETED_IN_SHOP));
        assertThat(record().state()).isEqualTo(OrderRecord.State.SKIPPED);
    }

    @Test
    void looksAgainWhileTheShopMayOnlyShowTheOrderLate() {
        books.orders.seen(ORDER);

        assertThat(failureOf(() -> shopOrders.fetchOrder(ORDER, false)).getType())
                .isEqualTo(FailureTypes.BUSY);
        assertThat(failureOf(() -> fetch(sample().unfinished())).getType()).isEqualTo(FailureTypes.BUSY);

        books.time.advance(Duration.ofSeconds(6));
        assertThat(fetch(sample().unfinished())).isEqualTo(new Fetched.Skipped(TransferRules.NOT_COMPLETE));
    }

    @Test
    void takesTheShoppersCommentAlong() {
        assertThat(fetch(sample().withComment())).isInstanceOf(Fetched.Ready.class);

        assertThat(codec.draft(books.orders.content().draft(ORDER).orElseThrow())
                        .order()
                        .internalComment())
                .isEqualTo("Webborder 10025\nKunden: Ring på hos grannen");
        assertThat(codec.order(books.orders.content().snapshot(ORDER).orElseThrow())
                        .remarks()
                        .comments())
                .hasSize(1);
    }

    @Test
    void asksForCommentsOnlyOfAnOrderThatHasSomeAndIsToBeSent() {
        fetch(sample());
        fetch(sample().withComment().status("completed"));

        assertThat(shop.script.asked).noneMatch(call -> call.startsWith("comments"));
    }

    @Test
    void doesNotTakeALaterCommentForAChange() {
        fetch(sample());
        books.orders.transferred(ORDER, 5001, record().contentHash());

        put(sample().withComment());

        assertThat(shopOrders.compareOrder(ORDER).cause()).isNull();
    }

    @Test
    void looksAgainWhileTheShopMayOnlyShowLateWhatALaterWebHookSays() {
        books.orders.seen(ORDER);
        books.time.advance(Duration.ofHours(1));
        assertThat(fetch(sample().unfinished())).isEqualTo(new Fetched.Skipped(TransferRules.NOT_COMPLETE));

        books.orders.seen(ORDER);

        assertThat(failureOf(() -> fetch(sample().unfinished())).getType()).isEqualTo(FailureTypes.BUSY);
        assertThat(fetch(sample())).isInstanceOf(Fetched.Ready.class);
    }

    @Test
    void doesNotReadAnOrderThatIsInSpecter() {
        books.orders.transferred(ORDER, 5001, null);

        assertThat(shopOrders.fetchOrder(ORDER, false)).isEqualTo(new Fetched.AlreadyTransferred(5001, false, false));
        assertThat(shop.script.asked).isEmpty();
    }

    @Test
    void waitsWithoutASetUp() {
        OrderRef elsewhere = OrderRef.of("nordkajak", "kajak-no", 1);

        assertThat(shopOrders.fetchOrder(elsewhere, false)).isEqualTo(new Fetched.Parked(Cause.SETUP_MISSING));
    }

    @ParameterizedTest
    @CsvSource({"REFUSED, FORBIDDEN, STARWEB_REFUSED", "OUR_FAULT, UNREADABLE_ANSWER, ORDER_NOT_READABLE"})
    void leavesWhatNoRepetitionCuresToAPerson(Kind kind, RemoteFailure.Why why, Cause cause) {
        shop.script.failAt(FETCH, failure(kind, why, null));

        assertThat(shopOrders.fetchOrder(ORDER, false)).isEqualTo(new Fetched.Parked(cause));
        assertWaits(cause);

        assertThat(fetch(sample())).isInstanceOf(Fetched.Ready.class);
        assertNothingWaits();
    }

    @ParameterizedTest
    @CsvSource({"NOT_SENT, NotSent", "OUTCOME_UNKNOWN, OutcomeUnknown", "BUSY, Busy", "NOT_LET_IN, Outage"})
    void triesAgainWhatTimeCuresAndChangesNothing(Kind kind, String type) {
        shop.script.failAt(FETCH, failure(kind, RemoteFailure.Why.HTTP, null));

        assertThat(failureOf(() -> shopOrders.fetchOrder(ORDER, false)).getType())
                .isEqualTo(type);
        assertThat(books.orders.records().find(ORDER)).isEmpty();
    }

    @Test
    void waitsAsLongAsTheShopAsks() {
        shop.script.failAt(FETCH, failure(Kind.BUSY, RemoteFailure.Why.LIMIT, Duration.ofSeconds(17)));

        assertThat(failureOf(() -> shopOrders.fetchOrder(ORDER, false)).getNextRetryDelay())
                .isEqualTo(Duration.ofSeconds(17));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, none, link 10025=5001",
                "77, none, link 10025=5001",
                "77, SpecterSync, link 10025=5001",
                "77, Specter, service 10025 Brygga=5001",
                "none, Ongoing, service 10025 Brygga=5001"
            })
    void marksTheOrderWhereNobodyElseHasAMark(@Nullable String number, @Nullable String type, String write) {
        transferred(sample().mark(number, type));

        assertThat(shopOrders.markOrder(ORDER, 5001)).isEqualTo(new StepResult.Done(5001));

        assertThat(shop.script.asked).containsExactly(FETCH, write);
        assertThat(inSpecter().marked()).isTrue();
    }

    @Test
    void waitsWhenTheShopRefusesTheMark() {
        transferred(sample());
        shop.script.failAt("link 10025=5001", failure(Kind.REFUSED, RemoteFailure.Why.FORBIDDEN, null));

        assertThat(shopOrders.markOrder(ORDER, 5001)).isEqualTo(new StepResult.Parked(Cause.NOT_MARKED_IN_SHOP));
        assertThat(record().state()).isEqualTo(OrderRecord.State.TRANSFERRED);
        assertThat(inSpecter().marked()).isFalse();
        assertThat(books.orders.records().unfinished(ORDER.shop())).containsExactly(ORDER);
    }

    @Test
    void triesToMarkAgainAfterALostAnswer() {
        transferred(sample());
        shop.script.failAt("link 10025=5001", failure(Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.NO_ANSWER_IN_TIME, null));

        assertThat(failureOf(() -> shopOrders.markOrder(ORDER, 5001)).getType())
                .isEqualTo(FailureTypes.OUTCOME_UNKNOWN);
        assertThat(inSpecter().marked()).isFalse();
        assertThat(shopOrders.markOrder(ORDER, 5001)).isEqualTo(new StepResult.Done(5001));
    }

    @Test
    void findsNoChangeInAStatusOrAMark() {
        transferred(sample());
        put(sample().status("completed").mark("5001", "SpecterSync").modified("2026-11-03T10:00:00Z"));

        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(null));
        assertNothingWaits();
    }

    @Test
    void findsAChangedOrderAndClosesTheMatterWhenItIsChangedBack() {
        transferred(sample());
        put(sample().price("90.00"));

        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(Cause.CHANGED_AFTER_TRANSFER));
        assertThat(openDetails())
                .containsExactly(
                        "Article MUGG: 1 × 100 (25 %) → 1 × 90 (25 %). The total has changed: 125.00 SEK → 112.50 SEK.");
        assertThat(record().state()).isEqualTo(OrderRecord.State.TRANSFERRED);

        put(sample());
        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(null));
        assertNothingWaits();
    }

    @Test
    void doesNotTakeAnAnswerThatLacksPartsOfTheOrderForAChange() {
        transferred(sample());
        put(sample().price("90.00"));
        shop.script.before(FETCH, () -> shop.script.before(FETCH, () -> put(sample())));

        assertThat(failureOf(() -> shopOrders.compareOrder(ORDER)).getType()).isEqualTo(FailureTypes.BUSY);
        assertNothingWaits();

        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(null));
    }

    @Test
    void leavesACancelledOrderAloneThatIsCancelledInSpecterToo() {
        transferred(sample());
        long number = inSpecter().number();
        books.specterOrders.changed(
                ORDER.shop().tenant(),
                new OrderChange(number, null, "5", OrderChange.Deliveries.bare(false, List.of()), List.of()));
        put(sample().status("canceled"));

        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(null));
        assertNothingWaits();
    }

    @Test
    void findsACancelledAndADeletedOrder() {
        transferred(sample());
        put(sample().status("canceled"));
        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(Cause.CANCELLED_AFTER_TRANSFER));

        shop.orders.delete(ORDER.orderId());
        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(Cause.CANCELLED_AFTER_TRANSFER));
        assertThat(openDetails())
                .containsExactly("The order was deleted in the shop. Specter has told of no delivery.");
    }

    @Test
    void leavesAComparisonThatIsRefusedToAPerson() {
        transferred(sample());
        shop.script.failAt(FETCH, failure(Kind.REFUSED, RemoteFailure.Why.FORBIDDEN, null));

        assertThat(shopOrders.compareOrder(ORDER)).isEqualTo(new ChangeFound(Cause.STARWEB_REFUSED));
    }

    private List<String> openDetails() {
        return books.attention.open(null, null).stream()
                .map(entry -> CauseTexts.in(Locale.ENGLISH).detail(entry.detail()))
                .toList();
    }

    private void transferred(SampleOrder order) {
        put(order);
        readyToSendAs(order);
        specter.answers(new SpecterAnswer.Done(5001));
        specterOrders.submitOrder(ORDER, false);
    }

    private void readyToSendAs(SampleOrder order) {
        assertThat(fetch(order)).isInstanceOf(Fetched.Ready.class);
        specter.answers(new SpecterAnswer.Done(CUSTOMER));
        specterOrders.submitCustomer(ORDER);
    }

    private static RemoteFailure failure(Kind kind, RemoteFailure.Why why, @Nullable Duration wait) {
        return new RemoteFailure(RemoteSystem.STARWEB, kind, why, "GET /orders/{id}: " + why.key(), wait, null);
    }
}
