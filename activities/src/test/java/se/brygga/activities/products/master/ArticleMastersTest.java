package se.brygga.activities.products.master;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.articles.ArticleJournal.ArticleSink;
import se.brygga.activities.products.initial.InitialBook;
import se.brygga.activities.products.master.ArticleNewsBook.News;
import se.brygga.clients.MovableTime;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.ArticleChange.Assumed;
import se.brygga.clients.specter.feed.ArticleChange.Goods;
import se.brygga.clients.specter.feed.ArticleChange.Master;
import se.brygga.clients.specter.feed.ArticleChange.Texts;
import se.brygga.setup.TenantSetup;
import se.brygga.setup.products.Direction;
import se.brygga.workflows.ShopRef;

/** What is kept of the journal of articles for the sync of products. */
class ArticleMastersTest {

    private static final String TENANT = SHOP.tenant();

    private final MovableTime time = new MovableTime("2026-11-24T08:00:00Z");
    private final Books books = new Books(time);
    private final ArticleMasters masters = new ArticleMasters(books.database);
    private final List<Map<String, String>> renumbered = new ArrayList<>();
    private final List<ShopRef> poked = new ArrayList<>();
    private final ArticleSink sink = masters.sink(List.of((tenant, skus) -> renumbered.add(skus)), poked::add);
    private final TenantSetup setup = SampleSetup.withProductsFromSpecter();

    @BeforeEach
    void begun() {
        new InitialBook(books.database).begun(SHOP, Direction.TO_SHOP);
    }

    @Test
    void keepsAllThatIsToldOfAnArticleButItsPrice() {
        ArticleChange mug = article("mug-r", "Mugg - Röd")
                .with(new Master(
                        new Goods("735", new BigDecimal("0.350"), new BigDecimal("31.50"), "st", "Lera"),
                        new Texts("<b>Mugg</b>", "Lång", "Kök"),
                        new Assumed("17", null, "MUG", Map.of("Färg", "Röd"), List.of())));

        take(mug);

        ArticleMaster kept = kept("MUG-R");
        assertThat(kept.told().name()).isEqualTo("Mugg - Röd");
        assertThat(kept.told().master()).isEqualTo(mug.master());
        assertThat(kept.told().priceExclVat()).isNull();
        assertThat(kept.toldAt()).isEqualTo(time.instant());
        assertThat(masters.book().named(TENANT))
                .containsExactly(new ArticleMasterBook.Named(
                        "MUG-R", "mug-r", "Mugg - Röd", "GW", "MUG", Map.of("Färg", "Röd"), null));
    }

    @Test
    void whatChangesIsNewsForTheShopAndAPriceIsNot() {
        take(article("A", "Kåsa"), article("B", "Fat"));
        assertThat(news()).containsExactly("A", "B");
        looked();

        take(article("A", "Kåsa"), withPrice(article("B", "Fat")));
        assertThat(news()).isEmpty();

        take(article("A", "Kåsa"), article("B", "Djupt fat"));
        assertThat(news()).containsExactly("B");
    }

    @Test
    void newsThatCameDuringALookStay() {
        take(article("A", "Kåsa"));
        List<News> seen = masters.news().open(SHOP, 10);
        take(article("A", "Stor kåsa"));

        masters.news().done(SHOP, seen);

        assertThat(news()).containsExactly("A");
    }

    @Test
    void pokesTheSyncOnceForNewsAndNotForNone() {
        take(article("A", "Kåsa"));
        sink.drained(setup);
        sink.drained(setup);
        assertThat(poked).containsExactly(SHOP);

        take(article("A", "Kåsa"));
        sink.drained(setup);
        assertThat(poked).hasSize(1);

        take(article("A", "Stor kåsa"));
        sink.drained(setup);
        assertThat(poked).hasSize(2);
    }

    @Test
    void keepsNothingForATenantWithoutProductsAndMarksNothingWhereTheShopIsMaster() {
        take(SampleSetup.tenant(), article("A", "Kåsa"));
        assertThat(masters.book().page(TENANT, "", 10)).isEmpty();

        TenantSetup toSpecter = SampleSetup.withProducts(
                Objects.requireNonNull(setup.shops().getFirst().products()));
        take(toSpecter, article("A", "Kåsa"));
        sink.drained(toSpecter);

        assertThat(masters.book().page(TENANT, "", 10)).hasSize(1);
        assertThat(news()).isEmpty();
        assertThat(poked).isEmpty();
    }

    @Test
    void aDeletedArticleKeepsWhatWasToldAndComesBack() {
        take(article("A", "Kåsa"));
        looked();

        take(deleted("A"), deleted("NEVER-SEEN"));
        assertThat(kept("A").deleted()).isTrue();
        assertThat(kept("A").told().name()).isEqualTo("Kåsa");
        assertThat(masters.book().named(TENANT)).isEmpty();
        assertThat(news()).containsExactly("A");
        looked();

        take(deleted("A"));
        assertThat(news()).isEmpty();

        take(article("A", "Kåsa"));
        assertThat(kept("A").deleted()).isFalse();
        assertThat(news()).containsExactly("A");
    }

    @Test
    void anArticleWithAnotherNumberIsTheSameByItsId() {
        take(identified("A", "17", null));

        take(identified("B", "17", null));

        assertThat(masters.book().page(TENANT, "", 10))
                .extracting(ArticleMaster::sku)
                .containsExactly("B");
        assertThat(kept("B").former()).isEqualTo("A");
        assertThat(renumbered).containsExactly(Map.of("A", "B"));

        take(identified("B", "17", null));
        assertThat(kept("B").former()).isEqualTo("A");
        assertThat(renumbered).hasSize(1);
    }

    @Test
    void twoArticlesMayChangeNumbersWithEachOther() {
        take(identified("A", "17", null), identified("B", "18", null));

        take(identified("B", "17", "A"), identified("A", "18", "B"));

        assertThat(kept("A").told().master().assumed().articleId()).isEqualTo("18");
        assertThat(kept("B").told().master().assumed().articleId()).isEqualTo("17");
        assertThat(renumbered).containsExactly(Map.of("A", "B", "B", "A"));
    }

    @Test
    void aFormerNumberThatANewArticleHasIsLeftToIt() {
        take(identified("A", "17", null));
        take(identified("B", "17", "A"), identified("A", "99", null));

        take(identified("B", "17", "A"));

        assertThat(masters.book().page(TENANT, "", 10))
                .extracting(ArticleMaster::sku)
                .containsExactly("A", "B");

        take(identified("C", null, null));
        take(identified("D", null, "C"), identified("E", null, null));
        take(identified("C", null, null));
        take(identified("D", null, "C"));
        assertThat(masters.book().page(TENANT, "B", 10))
                .extracting(ArticleMaster::sku)
                .containsExactly("C", "D", "E");
    }

    /** What one order says of an article is true for nobody else, so it becomes nobody's product. */
    @Test
    void anArticleThatAnOrderHadMadeIsNoNewsUntilSomebodyTouchesOrAcceptsIt() {
        books.transactions.executeWithoutResult(tx -> books.articles.making(TENANT, List.of("A", "B")));
        books.articles.made(TENANT, List.of("A", "B"));

        toldOfStockToo(article("A", "Row of an order"), article("B", "Row of an order"));
        assertThat(news()).isEmpty();
        assertThat(masters.book().named(TENANT)).isEmpty();

        toldOfStockToo(article("A", "Kåsa"));
        assertThat(news()).containsExactly("A");

        books.transactions.executeWithoutResult(tx -> {
            books.articles.accept(TENANT, "b");
            masters.accepted(setup, "b");
        });
        assertThat(news()).containsExactly("A", "B");
        assertThat(masters.book().named(TENANT)).hasSize(2);
    }

    @Test
    void twoArticlesWhoseNumbersDifferInCaseChangeNothing() {
        toldOfStockToo(article("KAJ-1", "Kajak"));
        looked();

        toldOfStockToo(article("KAJ-1", "Kajak"), article("kaj-1", "Paddel"));
        toldOfStockToo(article("kaj-1", "Stor paddel"));

        assertThat(news()).isEmpty();
        assertThat(kept("KAJ-1").told().name()).isEqualTo("Kajak");
    }

    private void toldOfStockToo(ArticleChange... rows) {
        books.transactions.executeWithoutResult(
                tx -> books.stockBooks.articles().take(setup, List.of(rows), time.instant()));
        take(rows);
    }

    @Test
    void allArticlesAreNewsWhenAShopBegins() {
        take(article("A", "Kåsa"), article("B", "Fat"));
        looked();

        masters.news().markAll(SHOP);

        assertThat(news()).containsExactly("A", "B");
        assertThat(masters.news().open(SHOP, 1)).hasSize(1);
    }

    @Test
    void aRowThatComesTwiceInABatchCountsAsItWasToldLast() {
        take(article("a", "Kåsa"), article("A ", "Stor kåsa"));

        assertThat(kept("A").told().name()).isEqualTo("Stor kåsa");
    }

    private void take(ArticleChange... rows) {
        take(setup, rows);
    }

    private void take(TenantSetup tenant, ArticleChange... rows) {
        books.transactions.executeWithoutResult(tx -> sink.take(tenant, List.of(rows), time.instant()));
    }

    private ArticleMaster kept(String sku) {
        return Objects.requireNonNull(masters.book().find(TENANT, List.of(sku)).get(sku));
    }

    private List<String> news() {
        return masters.news().open(SHOP, 100).stream().map(News::sku).toList();
    }

    private void looked() {
        masters.news().done(SHOP, masters.news().open(SHOP, 100));
    }

    private static ArticleChange article(String articleNo, String name) {
        return new ArticleChange(articleNo, name, null, null, false, BigDecimal.valueOf(25), "GW", false, List.of());
    }

    private static ArticleChange withPrice(ArticleChange told) {
        return new ArticleChange(
                told.articleNo(),
                told.name(),
                BigDecimal.TEN,
                BigDecimal.ONE,
                true,
                told.vatPercent(),
                "GW",
                false,
                List.of());
    }

    private static ArticleChange deleted(String articleNo) {
        return new ArticleChange(articleNo, null, null, null, false, null, null, true, List.of());
    }

    private static ArticleChange identified(String articleNo, @Nullable String id, @Nullable String old) {
        return article(articleNo, "Kåsa")
                .with(new Master(
                        new Goods(null, null, null, null, null),
                        new Texts(null, null, null),
                        new Assumed(id, old, null, Map.of(), List.of())));
    }
}
