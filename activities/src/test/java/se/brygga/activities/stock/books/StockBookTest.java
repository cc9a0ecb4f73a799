package se.brygga.activities.stock.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static se.brygga.activities.SampleSetup.SHOP;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.Books;
import se.brygga.activities.SampleOrder;
import se.brygga.activities.goods.VariantBook;
import se.brygga.activities.orders.OrderCodec.OrderReading;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.workflows.OrderRef;
import se.brygga.workflows.Question;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Detail;
import se.brygga.workflows.feed.Feed;
import se.brygga.workflows.transfer.TransferRules;

/** What was sold and Specter has not booked, and who must be told. */
@Timeout(120)
class StockBookTest {

    private static final String TENANT = SHOP.tenant();
    private static final ShopRef OTHER = new ShopRef(TENANT, "kajak-no");
    private static final OrderRef ORDER = new OrderRef(SHOP, 10025);
    private static final String SKU = "MUGG";

    private final MovableTime time = new MovableTime("2026-11-24T10:00:00Z");
    private final Books books = new Books(time);
    private final StockBook stock = books.stock;
    private final SoldGoodsBook sold = books.sold;
    private final ShopStockBook inShops = books.shopStock;

    @Test
    void aKitThatIsMadeOfOtherPartsIsNewsAndOneThatIsNotIsNone() {
        structure("2");
        assertThat(books.dirtyForStock(SHOP)).containsExactly(SHOP);
        pushed(SHOP);

        structure("2.0");
        assertThat(books.dirtyForStock(SHOP)).isEmpty();

        structure("3");
        assertThat(books.dirtyForStock(SHOP)).containsExactly(SHOP);
    }

    @Test
    void whatIsOnlyRightTogetherWithOtherStatementsIsRefusedWithoutATransaction() {
        VariantBook variants = books.variants;
        List<ThrowingCallable> changes = List.of(
                () -> sold.sold(new OrderRef(SHOP, 1), Map.of("A", BigDecimal.ONE)),
                () -> sold.release(TENANT, time.instant()),
                () -> variants.put(SHOP, "A", null),
                () -> variants.twice(SHOP, "A"));

        assertThat(changes)
                .allSatisfy(change -> assertThatIllegalStateException()
                        .isThrownBy(change)
                        .withMessageContaining("needs a transaction"));
    }

    private void structure(String pieces) {
        books.transactions.executeWithoutResult(tx -> stock.structure(
                TENANT,
                new ArticleChange(
                        "SET",
                        null,
                        BigDecimal.TEN,
                        null,
                        false,
                        BigDecimal.valueOf(25),
                        "PA",
                        false,
                        List.of(new ArticleChange.KitRow(SKU, new BigDecimal(pieces))))));
    }

    @Test
    void anOrderThatWaitsForAPersonCountsUntilItIsBooked() {
        sell(3);
        books.orders.parked(Question.transfer(ORDER), null, Cause.ARTICLE_UNKNOWN, Detail.value("MUGG"));

        release(time.instant().plus(Duration.ofDays(1)));
        assertThat(unbooked()).isEqualByComparingTo("3");

        books.orders.transferred(ORDER, 5001, "hash");
        release(time.instant().plusSeconds(1));
        assertThat(unbooked()).isZero();
    }

    @Test
    void anOrderCountsUntilTheJournalWasEmptiedByAPollThatBeganAfterItWasBooked() {
        sell(3);
        Instant pollBegan = time.instant();
        time.advance(Duration.ofSeconds(1));
        books.orders.transferred(ORDER, 5001, "hash");

        release(pollBegan);
        assertThat(unbooked()).as("its booking may have come after the pull").isEqualByComparingTo("3");

        time.advance(Duration.ofSeconds(1));
        release(time.instant());
        assertThat(unbooked()).isZero();
    }

    @Test
    void anOrderThatAPersonHasSkippedCountsNoMore() {
        sell(3);
        books.orders.skip(ORDER, TransferRules.OPERATOR);

        release(time.instant());

        assertThat(unbooked()).isZero();
    }

    @Test
    void anOrderThatTheShopHasDeletedCountsNoMore() {
        sell(3);
        books.orders.deletedInShop(ORDER);

        release(time.instant());

        assertThat(unbooked()).isZero();
    }

    @Test
    void anOrderThatARuleKeepsBackForNowStillCounts() {
        sell(3);
        books.orders.skipped(ORDER, reading(), "status");

        release(time.instant().plus(Duration.ofDays(9)));

        assertThat(unbooked()).isEqualByComparingTo("3");
    }

    @Test
    void aCancelledOrderSellsNothing() {
        sold.keep(ORDER, sample().build());
        assertThat(unbooked()).isEqualByComparingTo("1");

        sold.keep(ORDER, sample().status("canceled").build());

        assertThat(unbooked()).isZero();
    }

    @Test
    void anUnfinishedOrderSellsNothingYet() {
        sold.keep(ORDER, sample().unfinished().build());
        assertThat(unbooked()).isZero();

        sold.keep(ORDER, sample().build());
        assertThat(unbooked()).isEqualByComparingTo("1");
    }

    @Test
    void anOrderThatIsReadTwiceIsSoldOnce() {
        sell(3);
        sell(3);
        assertThat(unbooked()).isEqualByComparingTo("3");

        sell(2);
        assertThat(unbooked()).isEqualByComparingTo("2");
    }

    @Test
    void allShopsAreToldOfWhatOneHasSold() {
        sell(3);

        assertThat(news()).containsExactly(SHOP, OTHER);
        pushed(SHOP);
        assertThat(news()).containsExactly(OTHER);
        pushed(OTHER);

        sell(3);
        assertThat(news()).as("the same order read again").isEmpty();
    }

    @Test
    void whatCountsNoMoreIsNews() {
        sell(3);
        books.orders.transferred(ORDER, 5001, "hash");
        news().forEach(this::pushed);

        release(time.instant().plusSeconds(1));

        assertThat(news()).containsExactly(SHOP, OTHER);
        news().forEach(this::pushed);
        release(time.instant().plusSeconds(2));
        assertThat(news()).isEmpty();
    }

    @Test
    void aQuantityIsNewsOnlyWhenItChanges() {
        change(5);
        assertThat(news()).hasSize(2);
        news().forEach(this::pushed);

        change(5);
        assertThat(news()).isEmpty();

        change(4);
        assertThat(news()).hasSize(2);
    }

    @Test
    void whatTheShopWasToldIsOldOnceItHasSoldSomethingItself() {
        inShops.sent(SHOP, SKU, 0, BigDecimal.TEN, null, BigDecimal.ZERO);
        inShops.sent(OTHER, SKU, 0, BigDecimal.TEN, null, BigDecimal.ZERO);
        assertThat(sent(SHOP).changedByShopSince()).isZero();

        sell(3);

        assertThat(sent(SHOP).changedByShopSince()).isEqualByComparingTo("3");
        assertThat(sent(OTHER).changedByShopSince()).as("it has sold nothing").isZero();
        inShops.sent(SHOP, SKU, 0, BigDecimal.valueOf(7), null, sent(SHOP).changedByShop());
        assertThat(sent(SHOP).changedByShopSince()).isZero();
    }

    @Test
    void aSaleBetweenTheDecisionAndTheWriteMakesTheWriteOld() {
        inShops.sent(SHOP, SKU, 0, BigDecimal.TEN, null, BigDecimal.ZERO);
        BigDecimal whenDecided = sent(SHOP).changedByShop();
        sell(3);

        inShops.sent(SHOP, SKU, 0, BigDecimal.valueOf(8), null, whenDecided);

        assertThat(sent(SHOP).changedByShopSince()).isEqualByComparingTo("3");
    }

    @Test
    void readingTheShopDoesNotForgetWhatItRefuses() {
        inShops.refused(SHOP, SKU, 0, BigDecimal.TEN, "bad-request");
        inShops.seen(SHOP, SKU, 0, BigDecimal.ONE, null, BigDecimal.ZERO);
        assertThat(sent(SHOP).refusedValue()).isEqualByComparingTo("10");

        inShops.sent(SHOP, SKU, 0, BigDecimal.valueOf(11), null, BigDecimal.ZERO);
        assertThat(sent(SHOP).refusedValue()).isNull();
    }

    private void sell(int quantity) {
        books.orders.seen(ORDER);
        books.transactions.executeWithoutResult(tx -> sold.sold(ORDER, Map.of(SKU, BigDecimal.valueOf(quantity))));
    }

    private void release(Instant bookedBefore) {
        books.transactions.executeWithoutResult(tx -> sold.release(TENANT, bookedBefore));
    }

    private void change(int available) {
        books.transactions.executeWithoutResult(tx -> stock.changed(
                TENANT, List.of(new StockChange(SKU, "1", BigDecimal.valueOf(available))), books.time.instant()));
    }

    private BigDecimal unbooked() {
        return stock.levels(TENANT).unbooked().getOrDefault(SKU, BigDecimal.ZERO);
    }

    private List<ShopRef> news() {
        return books.dirty.dirty(Feed.STOCK, TENANT, List.of(SHOP, OTHER), false);
    }

    private void pushed(ShopRef shop) {
        books.pushed(Feed.STOCK, shop);
    }

    private ShopStockBook.Sent sent(ShopRef shop) {
        return inShops.sent(shop, SKU, 0).orElseThrow();
    }

    private static SampleOrder sample() {
        return SampleOrder.of(ORDER.orderId(), "2026-11-24T09:00:00Z");
    }

    private OrderReading reading() {
        return new OrderReading(
                BigDecimal.TEN, "SEK", time.instant(), "hash", 11, true, false, new byte[] {1}, Set.of());
    }
}
