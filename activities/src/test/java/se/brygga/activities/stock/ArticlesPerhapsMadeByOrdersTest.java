package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.brygga.activities.articles.ArticleBook.Withheld;
import se.brygga.clients.specter.feed.StockChange;
import se.brygga.workflows.attention.Cause;

/** An article that Specter had, that it missed in an order, and that it was asked to make: it may have been there all the time. */
class ArticlesPerhapsMadeByOrdersTest extends MadeArticleScene {

    /** Specter does not say which of an order's articles it has missed: the others were there all the time. */
    @Test
    void anArticleThatWasThereAllTheTimeGoesOnWhenTheJournalHasToldNothingOfIt() {
        firstLife();
        refusedAndMade("A");
        specter("A", 0);
        push();
        assertThat(shelf.writes).as("nobody knows yet").isEmpty();
        assertThat(notices()).isEmpty();

        Instant began = later();
        books.transactions.executeWithoutResult(tx -> books.stock.articlesEmptied(TENANT, began));
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2");
        assertThat(basePrice()).isEqualByComparingTo("10");
        assertThat(notices()).isEmpty();
    }

    @Test
    void anArticleThatWasThereAllTheTimeGoesOnAtOnceWhenSpecterHasSomeOfIt() {
        firstLife();
        refusedAndMade("A");

        specter("A", 11);
        push();

        assertThat(shelf.writes).containsExactly("A=11");
        assertThat(notices()).isEmpty();
    }

    @Test
    void aJournalThatWasAskedBeforeTheAnswerSaysNothingOfWhatWasMade() {
        firstLife();
        Instant began = later();
        refusedAndMade("A");
        books.transactions.executeWithoutResult(tx -> books.stock.articlesEmptied(TENANT, began));
        specter("A", 0);
        push();

        assertThat(shelf.writes).isEmpty();
        assertThat(withheld()).isEqualTo(Withheld.PERHAPS_MADE_BY_ORDER);
    }

    /** A batch that was pulled and not stored comes again after a crash, with what was true then. */
    @Test
    void newsOfTheArticleBeforeAreNoTouchOfTheOneThatAnOrderHadMade() {
        firstLife();
        Instant openedAt = later();
        refusedAndMade("A");

        books.transactions.executeWithoutResult(tx -> {
            books.stock.changed(TENANT, List.of(new StockChange("A", "1", BigDecimal.TEN)), openedAt);
            books.stock.articles(TENANT, List.of(OLD), openedAt);
        });
        assertThat(withheld()).isEqualTo(Withheld.PERHAPS_MADE_BY_ORDER);
        specter("A", 0);
        journal(NEW);
        push();

        assertThat(shelf.writes).isEmpty();
        assertThat(named(Cause.ARTICLE_MADE_BY_ORDER)).isEqualTo("A");
    }

    @Test
    void aDeletionThatIsToldAfterTheMakingIsOfTheOneBefore() {
        firstLife();
        refusedAndMade("A");

        journal(DELETED, NEW);
        specter("A", 0);
        push();

        assertThat(shelf.writes).isEmpty();
        assertThat(named(Cause.ARTICLE_MADE_BY_ORDER)).isEqualTo("A");
        assertThat(books.articles.missing(TENANT, List.of("A"))).isEmpty();
    }

    @Test
    void betweenTheNewsOfTheDeletionAndThoseOfTheMakingTheArticleIsGone() {
        firstLife();
        refusedAndMade("A");

        journal(DELETED);
        push();
        assertThat(shelf.writes).containsExactly("A=0 status 2");
        assertThat(notices()).containsExactly(Cause.ARTICLE_GONE);

        journal(NEW);
        specter("A", 0);
        push();
        assertThat(shelf.writes).hasSize(1);
        assertThat(notices()).containsExactly(Cause.ARTICLE_MADE_BY_ORDER);
    }

    @Test
    void whatLayInTheWarehousesOfTheOneBeforeDoesNotCount() {
        shelf.put("A", 15);
        specter("A", "1", 12);
        specter("A", "2", 3);
        refusedAndMade("A");
        journal(NEW);
        specter("A", 0);

        specter("A", "1", 4);
        push();

        assertThat(shelf.writes).containsExactly("A=4");
    }

    @Test
    void theOtherOneOfTwoSpellingsThatIsLeftIsStillAnOrders() {
        shelf.put("A", 33);
        madeByOrder("A");
        specter("A", 0);
        journal(NEW, article("a", "Paddel", BigDecimal.TEN, "GW", false));
        assertThat(withheld()).isEqualTo(Withheld.SPELLED_TWICE);

        journal(article("a", "Paddel", null, "GW", true));
        specter("A", -1);
        push();

        assertThat(shelf.writes).isEmpty();
        assertThat(notices()).containsExactly(Cause.ARTICLE_MADE_BY_ORDER);
    }

    @Test
    void theRowsOfABatchAreTakenInTheirOrder() {
        firstLife();

        journal(OLD, DELETED);
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2");
        assertThat(notices()).containsExactly(Cause.ARTICLE_GONE);
    }

    @Test
    void aPersonCanSayThatWhatMayBeMadeAgainIsRightAsItIs() {
        firstLife();
        refusedAndMade("A");
        specter("A", 0);

        books.articles.accept(TENANT, "a");
        push();

        assertThat(shelf.writes).containsExactly("A=0 status 2");
    }
}
