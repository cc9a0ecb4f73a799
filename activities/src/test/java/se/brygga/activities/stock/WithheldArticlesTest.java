package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.clients.specter.feed.ArticleChange;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.setup.StockSetup;
import se.brygga.workflows.attention.Cause;

/** Articles of which Specter says what must not reach a shop, or not yet. */
class WithheldArticlesTest extends StockScene {

    @Test
    void whatAnOrderHadMadeChangesNothingInTheShopUntilSomebodyInSpecterHasCountedIt() {
        shelf.put("A", 33);
        madeByOrder("A");
        specter("A", 0);
        specter("A", -2);
        push();
        compare();
        push();

        assertThat(shelf.writes).isEmpty();
        assertThat(named(Cause.ARTICLE_MADE_BY_ORDER)).isEqualTo("A");

        specter("A", 5);
        push();

        assertThat(shelf.writes).containsExactly("A=5");
        assertThat(notices()).isEmpty();

        specter("A", 0);
        push();
        assertThat(shelf.writes).as("sold out there").hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Paddelset, 159.20, GW", "Paddelset Pro, 0, GW", "Paddelset, , PA"})
    void theFirstChangeThatNoOrderCanHaveMadeIsTakenForStaffs(String name, @Nullable BigDecimal price, String type) {
        shelf.put("A", 33);
        madeByOrder("A");
        specter("A", 0);
        // As Specter tells it first: our name, its own defaults.
        told(article("A", "Paddelset", BigDecimal.ZERO, "GW", false));
        told(article("A", "Paddelset", BigDecimal.ZERO, "GW", false));
        push();
        assertThat(shelf.writes).isEmpty();

        told(article("A", name, price, type, false));
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2");
        assertThat(notices()).isEmpty();
    }

    @Test
    void aPersonCanSayThatWhatAnOrderHadMadeIsRightAsItIs() {
        shelf.put("A", 33);
        madeByOrder("A");
        specter("A", 0);

        books.articles.accept(TENANT, "a");
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2");
        assertThat(notices()).isEmpty();
        assertThatThrownBy(() -> books.articles.accept(TENANT, "A")).hasMessageContaining("nothing is withheld");
    }

    @Test
    void anArticleThatSpecterHasToldOfIsNeverTakenForMadeByAnOrder() {
        shelf.put("A", 33);
        specter("A", 0);
        madeByOrder("A");

        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2");
        assertThat(notices()).isEmpty();
    }

    @Test
    void whatAnOrderHadMadeAndStaffDeleteLeavesTheShopAlone() {
        shelf.put("A", 33);
        madeByOrder("A");
        specter("A", -1);

        told(article("A", "Paddelset", null, "GW", true));
        push();

        assertThat(shelf.writes).isEmpty();
        assertThat(notices()).isEmpty();
        assertThat(books.articles.missing(TENANT, List.of("A"))).containsExactly("A");
    }

    @Test
    void aNumberThatIsOnlySpelledOtherwiseIsTheSameArticle() {
        shelf.put("KAJ-020", 13);
        specter("KAJ-020", 13);
        push();

        specter("kaj-020 ", 3);
        push();

        assertThat(shelf.writes).containsExactly("KAJ-020=3");
        assertThat(notices()).isEmpty();
        assertThat(books.articles.find(TENANT, List.of("Kaj-020")).get("KAJ-020"))
                .isNotNull()
                .satisfies(article -> assertThat(article.spelled()).isEqualTo("kaj-020"));
    }

    @Test
    void nothingIsGuessedWhileTwoArticlesDifferInCaseOnly() {
        shelf.put("KAJ-020", 13);
        specter("KAJ-020", 12);
        specter("kaj-020", 3);
        specter("KAJ-020", 11);
        push();
        compare();

        assertThat(shelf.writes).isEmpty();
        assertThat(named(Cause.ARTICLE_SPELLED_TWICE)).isEqualTo("{two-spellings|kaj-020|KAJ-020}");
        assertThatThrownBy(() -> books.articles.accept(TENANT, "Kaj-020"))
                .hasMessage("say which one, in Specter's own spelling: kaj-020 or KAJ-020");

        books.articles.accept(TENANT, "KAJ-020");
        push();
        assertThat(shelf.writes).as("the last number may be the other one's").isEmpty();
        specter("KAJ-020", 11);
        push();

        assertThat(shelf.writes).containsExactly("KAJ-020=11");
        assertThat(notices()).isEmpty();
    }

    @Test
    void twoArticlesInOneAnswerAreFoundAtOnceAndTheDeletionOfOneLeavesTheOther() {
        shelf.put("A", 13);
        specter("A", 13);
        told(article("A", "x", BigDecimal.TEN, "GW", false), article("a", "x", BigDecimal.TEN, "GW", false));
        specter("a", 1);
        push();
        assertThat(shelf.writes).isEmpty();
        assertThat(named(Cause.ARTICLE_SPELLED_TWICE)).isEqualTo("{two-spellings|A|a}");

        told(article("a", "x", null, "GW", true));
        specter("A", 12);
        push();

        assertThat(shelf.writes).containsExactly("A=12");
        assertThat(notices()).isEmpty();
    }

    @Test
    void twoVariantsOfTheShopWithOneSkuGetNothingUntilOneIsCalledOtherwise() {
        shelf.put("KAJ-020", 13);
        shelf.put("kaj-020", 7);
        specter("KAJ-020", 3);
        push();

        assertThat(shelf.writes).isEmpty();
        assertThat(named(Cause.SKU_TWICE_IN_SHOP)).isEqualTo("KAJ-020");

        shelf.rename("kaj-020", "KAJ-021");
        compare();
        push();

        assertThat(shelf.writes).containsExactly("KAJ-020=3");
        assertThat(notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, GW", "false, EL"})
    void anArticleThatIsGoneIsSoldNoMoreAndGoesOnWhenItIsBack(boolean deleted, String type) {
        shelf.put("A", 13);
        specter("A", 13);
        told(article("A", "x", BigDecimal.TEN, "GW", false));
        push();

        told(article("A", "x", BigDecimal.TEN, type, deleted));
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2");
        assertThat(named(Cause.ARTICLE_GONE)).startsWith(deleted ? "{article-deleted|A}" : "{article-not-stocked|A}");

        told(article("A", "x", BigDecimal.TEN, "GW", false));
        specter("A", 4);
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2", "A=4 status 1");
        assertThat(notices()).isEmpty();
    }

    @Test
    void anArticleThatIsGoneKeepsWhatTheShopHasWhereTheSetUpSaysSo() {
        setup = new StockSetup(
                setup.sites(),
                setup.locations(),
                "inStock",
                null,
                setup.shown(),
                List.of(),
                setup.skus(),
                false,
                StockSetup.Gone.KEEP);
        shelf.put("A", 13);
        specter("A", 13);
        told(article("A", "x", BigDecimal.TEN, "GW", true));
        push();

        assertThat(shelf.writes).isEmpty();
        assertThat(named(Cause.ARTICLE_GONE)).isEqualTo("{article-deleted|A}");
    }

    @Test
    void whatLayInAWarehouseOfADeletedArticleDoesNotCountWhenItIsMadeAgain() {
        shelf.put("A", 8);
        specter("A", "1", 5);
        specter("A", "2", 3);
        told(article("A", "x", BigDecimal.TEN, "GW", true));
        push();

        told(article("A", "x", BigDecimal.TEN, "GW", false));
        specter("A", "1", 2);
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2", "A=2 status 1");
    }

    @Test
    void aServiceThatNeverHadStockIsNoTrouble() {
        told(article("FRAKT", "Frakt", BigDecimal.ZERO, "EL", false));

        assertThat(notices()).isEmpty();
    }

    @Test
    void theLoopsOfStockAndOfArticlesDoNotLockEachOtherOut() throws Exception {
        List<String> skus = IntStream.range(0, 400).mapToObj(n -> "S" + n).toList();
        ArticleChange[] articles = skus.reversed().stream()
                .map(sku -> article(sku, "x", BigDecimal.TEN, "GW", false))
                .toArray(ArticleChange[]::new);
        List<StockChange> stock = skus.stream()
                .map(sku -> new StockChange(sku, "1", BigDecimal.ONE))
                .toList();
        try (ExecutorService loops = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 5; round++) {
                Future<?> one = loops.submit(() -> told(articles));
                Future<?> other = loops.submit(() -> books.transactions.executeWithoutResult(
                        tx -> books.stock.changed(TENANT, stock, time.instant())));
                one.get();
                other.get();
                books.jdbc.sql("delete from article").update();
            }
        }

        assertThat(books.stock.levels(TENANT).available()).hasSize(400);
    }
}
