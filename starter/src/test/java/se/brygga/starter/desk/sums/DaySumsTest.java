package se.brygga.starter.desk.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static se.brygga.activities.SampleSetup.SHOP;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.intake.WebHookInbox;
import se.brygga.activities.orders.IntakeBook;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.activities.orders.OrderLists;
import se.brygga.clients.MovableTime;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.remote.RemoteSystem;
import se.brygga.clients.shop.ShopHooks.WebHookEvent;
import se.brygga.clients.shop.ShopInMemory;
import se.brygga.starter.desk.sums.DaySums.DaySum;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.transfer.TransferRules;

/** A shop whose orders were told of or not, read or not, and what the days then add up to. */
class DaySumsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-02");
    private static final String NOON = "2026-11-02T11:00:00Z";

    private final MovableTime time = new MovableTime("2026-11-04T12:00:00Z");
    private final Books books = new Books(time);
    private final WebHookInbox inbox = new WebHookInbox(books.jdbc, time);
    private final ShopInMemory shop = new ShopInMemory();
    private final DaySums sums =
            new DaySums(new OrderLists(books.jdbc), books.setups, books.marks, (_, _) -> shop.client(), time);

    @Test
    void anOrderLateInTheEveningInUtcBelongsToTheNextSwedishDay() {
        skipped(1, "2026-11-02T22:59:59Z");
        skipped(2, "2026-11-02T23:00:00Z");
        skipped(3, "2026-11-02T23:30:00Z");

        assertThat(known(DAY, DAY.plusDays(1)))
                .extracting(DaySum::day, DaySum::placed)
                .containsExactly(tuple(DAY.plusDays(1), 2), tuple(DAY, 1));
    }

    @Test
    void aDayIsCountedFromMidnightToMidnightAlsoWhenTheClocksAreChanged() {
        LocalDate longDay = LocalDate.parse("2026-10-25");
        skipped(1, "2026-10-24T21:59:59Z");
        skipped(2, "2026-10-24T22:00:00Z");
        skipped(3, "2026-10-25T22:59:59Z");
        skipped(4, "2026-10-25T23:00:00Z");
        LocalDate shortDay = LocalDate.parse("2026-03-29");
        skipped(5, "2026-03-28T22:59:59Z");
        skipped(6, "2026-03-28T23:00:00Z");
        skipped(7, "2026-03-29T21:59:59Z");
        skipped(8, "2026-03-29T22:00:00Z");

        assertThat(known(longDay, longDay)).extracting(DaySum::placed).containsExactly(2);
        assertThat(known(shortDay, shortDay)).extracting(DaySum::placed).containsExactly(2);
    }

    @Test
    void eachOrderIsInJustOneColumnAndTheyAddUp() {
        transferred(1, NOON, "125.00", "SEK");
        books.orders.ready(ref(2), reading(NOON, "80.00", "SEK"), ready());
        books.orders.parked(transfer(3), reading(NOON, "10.00", "NOK"), Cause.TOTALS_DIFFER, Detail.NONE);
        skipped(4, NOON);
        transferred(5, NOON, "30.50", "NOK");

        DaySum day = known(DAY, DAY).getFirst();

        assertThat(day.placed()).isEqualTo(5);
        assertThat(day.transferred()).isEqualTo(2);
        assertThat(day.onTheirWay()).isEqualTo(1);
        assertThat(day.waiting()).isEqualTo(1);
        assertThat(day.skipped()).isEqualTo(1);
        assertThat(day.unread()).isZero();
        assertThat(plain(day.placedSum())).containsExactly(entry("NOK", "40.5"), entry("SEK", "330"));
        assertThat(plain(day.transferredSum())).containsExactly(entry("NOK", "30.5"), entry("SEK", "125"));
        assertThat(day.inShop()).isNull();
    }

    @Test
    void ordersThatNobodyHasReadAreCountedToo() {
        books.orders.seen(ref(1));
        books.orders.parked(transfer(2), null, Cause.STARWEB_REFUSED, Detail.NONE);
        books.orders.seen(ref(3));
        books.orders.deletedInShop(ref(3));
        inbox.store(ref(4), WebHookEvent.ORDER_COMPLETED, null, "a");
        inbox.store(ref(4), WebHookEvent.ORDER_STATUS_CHANGED, null, "b");
        inbox.store(ref(1), WebHookEvent.ORDER_COMPLETED, null, "c");

        DaySum today = known(DAY, sums.today()).getFirst();

        assertThat(today.day()).isEqualTo(LocalDate.parse("2026-11-04"));
        assertThat(List.of(today.placed(), today.unread())).containsExactly(3, 3);
        assertThat(List.of(today.onTheirWay(), today.waiting(), today.skipped()))
                .containsExactly(2, 1, 0);
        assertThat(today.placedSum()).isEmpty();
    }

    @Test
    void whatSaysNothingOfAnOrderOrIsHandedOnOrIsNotPaidIsNoOrder() {
        inbox.store(ref(1), WebHookEvent.ORDER_DELETED, null, "a");
        inbox.store(ref(2), WebHookEvent.ORDER_UPDATED, null, "b");
        inbox.dispatched(inbox.store(ref(3), WebHookEvent.ORDER_COMPLETED, null, "c")
                .orElseThrow()
                .id());
        books.orders.skipped(
                ref(4),
                new OrderReading(
                        new BigDecimal("9.00"),
                        "SEK",
                        Instant.parse(NOON),
                        "h",
                        11,
                        false,
                        false,
                        new byte[] {1},
                        Set.of()),
                TransferRules.NOT_COMPLETE);

        assertThat(known(DAY, sums.today())).isEmpty();
    }

    @Test
    void theShopsOwnCountIsSetBesideOursWithTheOrdersThatOneOfUsLacks() {
        transferred(1, NOON, "125.00", "SEK");
        transferred(2, NOON, "125.00", "SEK");
        put(SampleOrder.of(1, NOON));
        put(SampleOrder.of(3, NOON).price("200.00"));
        put(SampleOrder.of(4, NOON).unfinished());
        put(SampleOrder.of(5, "2026-11-03T23:30:00Z"));

        DaySum day = compared(DAY, DAY).getFirst();

        DaySum.InShop inShop = day.inShop();
        assertThat(inShop).isNotNull();
        assertThat(List.of(day.placed(), inShop.count())).containsExactly(2, 2);
        assertThat(inShop.onlyInShop()).containsExactly(3L);
        assertThat(inShop.onlyHere()).containsExactly(2L);
        assertThat(plain(inShop.sum())).containsExactly(entry("SEK", "375"));
    }

    @Test
    void aDayOfWhichOnlyTheShopKnowsHasItsRow() {
        put(SampleOrder.of(1, NOON));

        DaySum day = compared(DAY, DAY).getFirst();

        assertThat(day.placed()).isZero();
        assertThat(day.inShop()).isNotNull();
        assertThat(day.inShop().onlyInShop()).containsExactly(1L);
    }

    @Test
    void theShopSaysWhenAnUnreadOrderWasPlaced() {
        books.orders.seen(ref(1));
        put(SampleOrder.of(1, NOON));

        DaySum day = compared(DAY, DAY).getFirst();

        assertThat(day.day()).isEqualTo(DAY);
        assertThat(List.of(day.placed(), day.onTheirWay(), day.unread())).containsExactly(1, 1, 1);
        assertThat(day.inShop()).isNotNull();
        assertThat(day.inShop().count()).isEqualTo(1);
        assertThat(day.inShop().onlyInShop()).isEmpty();
        assertThat(day.inShop().onlyHere()).isEmpty();
    }

    @Test
    void anOrderThatTheShopCannotShowIsCountedByItsNumber() {
        books.orders.parked(transfer(1), null, Cause.ORDER_NOT_READABLE, Detail.NONE);
        put(SampleOrder.of(1, NOON));
        put(SampleOrder.of(2, NOON));
        shop.orders.garble(1);
        shop.orders.garble(2);

        DaySum today = compared(DAY, sums.today()).getFirst();

        assertThat(today.waiting()).isEqualTo(1);
        assertThat(today.inShop()).isNotNull();
        assertThat(today.inShop().count()).isEqualTo(2);
        assertThat(today.inShop().onlyInShop()).containsExactly(2L);
    }

    @Test
    void ordersFromBeforeTheStartAreNotMissing() {
        books.marks.begin(SHOP, IntakeBook.Beginning.at(Instant.parse("2026-11-02T10:00:00Z")));
        put(SampleOrder.of(1, "2026-11-02T09:59:59Z"));
        put(SampleOrder.of(2, "2026-11-02T10:00:00Z"));
        put(SampleOrder.of(3, "2026-11-02T09:00:00Z"));
        transferred(3, "2026-11-02T09:00:00Z", "125.00", "SEK");

        DaySum day = compared(DAY, DAY).getFirst();

        assertThat(day.inShop()).isNotNull();
        assertThat(day.inShop().count()).isEqualTo(2);
        assertThat(day.inShop().onlyInShop()).containsExactly(2L);
    }

    @Test
    void readsAllPagesAndAnewWhenTheListGrowsShorter() {
        for (long id = 1; id <= 250; id++) {
            put(SampleOrder.of(id, NOON));
        }
        shop.script.before("between 2", () -> shop.orders.delete(1));

        DaySum day = compared(DAY, DAY).getFirst();

        assertThat(day.inShop()).isNotNull();
        assertThat(day.inShop().count()).isEqualTo(249);
        assertThat(shop.script.asked).containsExactly("between 1", "between 2", "between 1", "between 2", "between 3");
    }

    @Test
    void aShopThatDoesNotAnswerIsNamedAndOursIsCountedAllTheSame() {
        transferred(1, NOON, "125.00", "SEK");
        shop.script.failAt(
                "between 1",
                new RemoteFailure(
                        RemoteSystem.STARWEB,
                        RemoteFailure.Kind.OUTCOME_UNKNOWN,
                        RemoteFailure.Why.HTTP,
                        "GET /orders: 503"));

        DaySums.Report report = sums.count(new DaySums.Range(DAY, DAY, null, null), DaySums.Shops.ASKED, () -> true);

        assertThat(report.notAsked()).containsExactly(new DaySums.NotAsked(SHOP, Detail.value("GET /orders: 503")));
        assertThat(report.sums()).singleElement().satisfies(day -> {
            assertThat(day.placed()).isEqualTo(1);
            assertThat(day.inShop()).isNull();
        });
    }

    @Test
    void onlyTheWantedShopIsAskedAndCounted() {
        transferred(1, NOON, "125.00", "SEK");

        books.marks.begin(new ShopRef("nordkajak", "kajak-no"), IntakeBook.Beginning.at(time.instant()));
        books.orders.seen(OrderRef.of("nordkajak", "kajak-no", 9));

        DaySums.Report report = sums.count(
                new DaySums.Range(DAY.minusDays(9), DAY.minusDays(9), "nordkajak", "kajak-no"),
                DaySums.Shops.ASKED,
                () -> true);

        assertThat(report.sums()).isEmpty();
        assertThat(shop.script.asked).isEmpty();
        assertThatThrownBy(() ->
                        sums.count(new DaySums.Range(DAY, DAY, "nordkajak", "kajak"), DaySums.Shops.ASKED, () -> true))
                .hasMessageContaining("no shop \"nordkajak/kajak\"");
        assertThatThrownBy(() -> new DaySums.Range(DAY, DAY.minusDays(1), null, null))
                .hasMessageContaining("comes before");
    }

    private List<DaySum> known(LocalDate from, LocalDate to) {
        return count(from, to, DaySums.Shops.NOT_ASKED);
    }

    private List<DaySum> compared(LocalDate from, LocalDate to) {
        return count(from, to, DaySums.Shops.ASKED);
    }

    private List<DaySum> count(LocalDate from, LocalDate to, DaySums.Shops shops) {
        // What happens in the very moment of the count is not in it.
        time.advance(Duration.ofSeconds(1));
        return sums.count(new DaySums.Range(from, to, null, null), shops, () -> true)
                .sums();
    }

    private void put(SampleOrder order) {
        shop.orders.put(order.build());
    }

    private void skipped(long id, String placed) {
        books.orders.skipped(ref(id), reading(placed, "125.00", "SEK"), TransferRules.STATUS_NOT_CHOSEN);
    }

    private void transferred(long id, String placed, String total, String currency) {
        books.orders.ready(ref(id), reading(placed, total, currency), ready());
        books.orders.transferred(ref(id), 5_000 + id, "h");
    }

    private static OrderReading reading(String placed, String total, String currency) {
        return new OrderReading(
                new BigDecimal(total), currency, Instant.parse(placed), "h", 11, true, false, new byte[] {1}, Set.of());
    }

    private static OrderReading.Ready ready() {
        return new OrderReading.Ready("c7", null, false, new byte[] {1}, List.of());
    }

    private static Map<String, String> plain(Map<String, BigDecimal> sums) {
        Map<String, String> plain = new TreeMap<>();
        sums.forEach((currency, amount) ->
                plain.put(currency, amount.stripTrailingZeros().toPlainString()));
        return plain;
    }

    private static OrderRef ref(long id) {
        return new OrderRef(SHOP, id);
    }

    private static Question transfer(long id) {
        return Question.transfer(ref(id));
    }
}
