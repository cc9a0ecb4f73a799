package se.brygga.activities.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.prices.ApprovalBook.Decision;
import se.brygga.activities.prices.ApprovalBook.Ground;
import se.brygga.activities.prices.PriceBook.Change;
import se.brygga.activities.prices.PriceBook.Line;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.PriceListChange;

/** Prices as Specter tells them and as files hold them, and changes that wait. */
class PriceBookTest {

    private static final String TENANT = "nordkajak";
    private static final ShopPriceBook.PriceKey KEY = new ShopPriceBook.PriceKey(1, "A", 1);

    private final MovableTime time = new MovableTime("2026-11-24T08:00:00Z");
    private final Books books = new Books(time);

    @Test
    void countsOnlyWhatIsOtherThanBefore() {
        assertThat(articles(article("A", "10", "12", true))).isOne();
        assertThat(articles(article("A", "10.00", "12", true))).isZero();
        assertThat(articles(article("A", "10", "12", false))).isOne();
        assertThat(articles(article("A", null, null, false))).isZero();

        assertThat(row("A")).satisfies(row -> {
            assertThat(row.price()).isEqualByComparingTo("10");
            assertThat(row.ordinaryPrice()).isNull();
        });
    }

    @Test
    void keepsThatARowOrAWholeListIsGone() {
        lists(new PriceListChange(
                "D", "Dealers", "SEK", false, List.of(price("A", "1", "80", null), price("A", "5", null, "10"))));
        assertThat(lists(new PriceListChange("D", null, null, false, List.of(gone("A", "5")))))
                .isOne();
        assertThat(books.prices.specter(TENANT).rows("A"))
                .extracting(PriceBook.Row::gone)
                .containsExactly(false, true);

        assertThat(lists(new PriceListChange("D", null, null, true, List.of()))).isOne();
        assertThat(lists(new PriceListChange("D", null, null, true, List.of()))).isZero();
        assertThat(books.prices.specter(TENANT, "A").rows("A")).allMatch(PriceBook.Row::gone);
        assertThat(books.prices.specter(TENANT).lists()).containsEntry("D", "SEK");

        assertThat(lists(new PriceListChange("D", null, null, false, List.of(price("A", "1", "81", null)))))
                .isOne();
        assertThat(books.prices.specter(TENANT).rows("A"))
                .extracting(PriceBook.Row::gone)
                .containsExactly(false, true);
    }

    @Test
    void aFileReplacesTheListsThatItNamesAndNoOthers() {
        books.prices.load(
                TENANT, List.of(line("D", "A", "1", "80"), line("D", "B", "1", "40"), line("E", "A", "1", "7")));
        List<Line> next = List.of(line("D", "A", "1.0", "80.00"), line("D", "A", "5", "70"), line("D", "C", "1", "9"));

        assertThat(books.prices.difference(TENANT, next))
                .extracting(Change::articleNo, change -> change.before() == null, change -> change.after() == null)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("B", false, true),
                        org.assertj.core.groups.Tuple.tuple("A", true, false),
                        org.assertj.core.groups.Tuple.tuple("C", true, false));
        books.prices.load(TENANT, next);

        assertThat(books.prices.difference(TENANT, next)).isEmpty();
        assertThat(books.prices.specter(TENANT).rows("B")).allMatch(PriceBook.Row::gone);
        assertThat(books.prices.specter(TENANT).rows("A"))
                .filteredOn(row -> !row.gone())
                .extracting(PriceBook.Row::list)
                .containsExactly("D", "D", "E");
    }

    @Test
    void aDecisionStaysAsLongAsItsPrice() {
        await("100", "150");
        assertThat(books.approvals.decide(waiting(), Decision.REJECTED, "anna")).isTrue();
        time.advance(Duration.ofHours(1));

        await("101", "150");
        assertThat(books.approvals.waiting(TENANT)).isEmpty();
        assertThat(books.approvals.of(SampleSetup.SHOP).get(KEY))
                .extracting(
                        ApprovalBook.Request::decision,
                        request -> request.since().toString())
                .containsExactly(Decision.REJECTED, "2026-11-24T08:00:00Z");

        await("101", "160");
        assertThat(waiting().decision()).isNull();
        assertThat(waiting().since()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(waiting().changePercent()).isEqualByComparingTo("58.4");
    }

    @Test
    void whatWasWrittenWhileTheShopWasReadIsNotOverwrittenByTheReading() {
        books.shopPrices.sent(SampleSetup.SHOP, KEY, value("110"));

        books.shopPrices.shows(
                SampleSetup.SHOP, KEY, value("100"), time.instant().minusSeconds(5));

        assertThat(books.shopPrices.of(SampleSetup.SHOP, "A").get(KEY))
                .extracting(ShopPriceBook.Shown::shows)
                .isEqualTo(value("110"));
    }

    @Test
    void remembersWhatAShopShowedBeforeItShowedZero() {
        books.shopPrices.shows(SampleSetup.SHOP, KEY, value("100"), time.instant());
        books.shopPrices.shows(SampleSetup.SHOP, KEY, value("0"), time.instant());

        assertThat(books.shopPrices.of(SampleSetup.SHOP, "A").get(KEY))
                .extracting(ShopPriceBook.Shown::shows, ShopPriceBook.Shown::sent)
                .containsExactly(value("0"), value("100"));
    }

    private void await(String before, String after) {
        books.approvals.ask(SampleSetup.SHOP, KEY, value(before), value(after), Ground.ABOVE_LIMIT);
    }

    private ApprovalBook.Request waiting() {
        return books.approvals.waiting(TENANT).getFirst();
    }

    private static PriceValue value(String price) {
        return PriceValue.of(new BigDecimal(price));
    }

    private int articles(ArticleChange change) {
        return books.prices.articles(TENANT, List.of(change));
    }

    private int lists(PriceListChange change) {
        return books.prices.lists(TENANT, List.of(change));
    }

    private PriceBook.Row row(String articleNo) {
        return books.prices.specter(TENANT, articleNo).rows(articleNo).getFirst();
    }

    private static Line line(String list, String articleNo, String fromQty, String price) {
        return new Line(list, "SEK", articleNo, new BigDecimal(fromQty), new BigDecimal(price));
    }

    private static ArticleChange article(
            String articleNo, @Nullable String price, @Nullable String ordinary, boolean onSale) {
        return new ArticleChange(articleNo, null, dec(price), dec(ordinary), onSale, null, null, false, List.of());
    }

    private static PriceListChange.Price price(
            String articleNo, String fromQty, @Nullable String price, @Nullable String discount) {
        return new PriceListChange.Price(articleNo, new BigDecimal(fromQty), false, dec(price), dec(discount));
    }

    private static PriceListChange.Price gone(String articleNo, String fromQty) {
        return new PriceListChange.Price(articleNo, new BigDecimal(fromQty), true, null, null);
    }

    private static @Nullable BigDecimal dec(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
