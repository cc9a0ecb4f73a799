package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.attention.NoticeBook;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.feed.Feed;

/** Which variant of the shop an article is: kept, and healed when the shop has changed. */
@Timeout(120)
class StockVariantsTest extends StockScene {

    @Test
    void findsAVariantAgainThatHasMoved() {
        shelf.put("A", 3);
        specter("A", 3);
        push();
        shelf.delete("A");
        shelf.put("A", 3);
        specter("A", 2);

        assertThat(push().written()).isOne();

        assertThat(shelf.asked).containsExactly("A");
        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("2");
    }

    @Test
    void aSkuThatCanBeNoArticlesIsNamedUntilItIsMended() {
        String tooLong = "X".repeat(41);
        shelf.put("A", 3);
        shelf.put("B\u0007", 3);
        shelf.put(tooLong, 3);
        shelf.put("C\u0000", 3);
        specter("A", 2);

        assertThat(push().written()).as("they cost nobody else anything").isOne();

        assertThat(unusable()).contains("{variant|BU+0007|", "{variant|" + tooLong, "{variant|CU+0000|");
        shelf.rename("B\u0007", "B");
        time.advance(Duration.ofMinutes(16));
        push();
        assertThat(unusable())
                .as("as soon as the shop tells of it")
                .doesNotContain("U+0007")
                .contains("U+0000");
        shelf.rename("C\u0000", "C");
        shelf.delete(tooLong);
        compare();
        assertThat(books.notices.open(null)).isEmpty();
    }

    private String unusable() {
        return books.notices.open(null).stream()
                .filter(notice -> notice.cause() == Cause.SKU_UNUSABLE_IN_SHOP)
                .map(NoticeBook.Notice::detail)
                .findFirst()
                .orElse("");
    }

    @Test
    void aVariantThatIsGoneIsAskedForOnceAndLeft() {
        shelf.put("A", 3);
        shelf.put("B", 3);
        specter("A", 3);
        specter("B", 3);
        push();
        shelf.delete("A");
        specter("A", 2);

        assertThat(push()).isEqualTo(new ShopRounds.Count(0, 1, false));
        assertThat(push()).isEqualTo(new ShopRounds.Count(0, 0, false));

        assertThat(shelf.asked).containsExactly("A");
    }

    @Test
    void anArticleThatTheShopDoesNotHaveCostsOneLook() {
        shelf.put("A", 3);
        specter("A", 3);
        push();
        specter("NEW", 5);

        push();
        push();

        assertThat(shelf.asked).containsExactly("NEW");
        assertThat(shelf.sweeps).isOne();
    }

    @Test
    void anArticleThatComesToTheShopLaterIsFoundWithinTheHour() {
        shelf.put("A", 3);
        specter("A", 3);
        push();
        specter("NEW", 5);
        push();
        shelf.put("NEW", 1);
        time.advance(Duration.ofMinutes(59));
        push();
        assertThat(shelf.writes).isEmpty();

        time.advance(Duration.ofMinutes(1));
        push();

        assertThat(shelf.goods("NEW").quantity()).isEqualByComparingTo("5");
        assertThat(shelf.asked).containsExactly("NEW", "NEW");
    }

    @Test
    void anArticleThatTheShopDoesNotHaveIsAskedForAgainOnlyWhenSpecterHasNewsOfIt() {
        shelf.put("A", 3);
        specter("A", 3);
        push();
        specter("NEW", 5);
        push();
        time.advance(Duration.ofHours(30));
        push();
        assertThat(shelf.asked).hasSize(1);

        specter("NEW", 6);
        push();

        assertThat(shelf.asked).hasSize(2);
    }

    @Test
    void manyArticlesThatTheShopDoesNotHaveCostOneSweepAnHour() {
        shelf.put("A", 3);
        specter("A", 3);
        IntStream.range(0, 30).forEach(i -> specter("N" + i, 2));
        push();
        time.advance(Duration.ofHours(1));

        push();
        push();

        assertThat(shelf.asked).isEmpty();
        assertThat(shelf.sweeps).isEqualTo(2);
    }

    @Test
    void aSkuThatNoShopCanHoldIsNotAskedFor() {
        shelf.put("A", 3);
        specter("A", 3);
        push();
        specter("å ä", 5);

        push();

        assertThat(shelf.asked).isEmpty();
    }

    @Test
    void manyUnknownArticlesAreLookedForInOneSweep() {
        shelf.put("A", 3);
        specter("A", 3);
        push();
        IntStream.range(0, 30).forEach(i -> shelf.put("N" + i, 1));
        IntStream.range(0, 30).forEach(i -> specter("N" + i, 2));

        assertThat(push().written()).isEqualTo(30);

        assertThat(shelf.asked).isEmpty();
        assertThat(shelf.sweeps).isEqualTo(2);
    }

    @Test
    void theNightlySweepFindsARenamedVariantAndThePushWritesToItsNewNameOnly() {
        shelf.put("OLD", 3);
        specter("OLD", 3);
        push();
        shelf.rename("OLD", "NEW");
        specter("NEW", 8);
        compare();

        push();
        specter("OLD", 1);
        push();

        assertThat(shelf.goods("NEW").quantity()).isEqualByComparingTo("8");
        assertThat(shelf.writes).containsExactly("NEW=8");
    }

    @Test
    void aVariantThatWasRenamedIsFoundBeforeAnythingIsWrittenToIt() {
        shelf.located = true;
        shelf.put("OLD", 3);
        specter("OLD", 3);
        push();
        shelf.rename("OLD", "NEW");
        time.advance(Duration.ofMinutes(15));
        specter("OLD", 1);
        specter("NEW", 8);

        push();

        assertThat(shelf.writes).containsExactly("NEW=8 status 1");
        assertThat(shelf.sweeps).isOne();
    }

    @Test
    void aVariantThatGotAnotherSkusStockBeforeItsNewNameWasKnownGetsItsOwn() {
        shelf.located = true;
        shelf.put("OLD", 3);
        specter("OLD", 3);
        specter("NEW", 8);
        push();
        shelf.rename("OLD", "NEW");
        specter("OLD", 1);
        push();
        assertThat(shelf.writes).as("nobody could know").containsExactly("NEW=1");

        time.advance(Duration.ofMinutes(15));
        push();

        assertThat(shelf.writes).containsExactly("NEW=1", "NEW=8 status 1");
    }

    @Test
    void theAnswerToAWriteTellsOfANewName() {
        shelf.put("OLD", 3);
        specter("OLD", 3);
        specter("NEW", 8);
        push();
        shelf.rename("OLD", "NEW");
        specter("OLD", 1);
        books.pushed(Feed.STOCK, SHOP);

        assertThat(push().notWritten()).isOne();
        assertThat(books.dirtyForStock(SHOP)).containsExactly(SHOP);
        assertThat(books.dirtyForPrices(SHOP)).containsExactly(SHOP);
        push();

        assertThat(shelf.writes).containsExactly("NEW=1", "NEW=8 status 1");
        assertThat(shelf.looks).isZero();
    }

    @Test
    void twoVariantsThatHaveSwappedTheirNamesGetTheirOwnStock() {
        shelf.put("A", 3);
        shelf.put("B", 5);
        specter("A", 3);
        specter("B", 5);
        push();
        shelf.rename("A", "X");
        shelf.rename("B", "A");
        shelf.rename("X", "B");
        time.advance(Duration.ofMinutes(15));

        push();

        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("3");
        assertThat(shelf.goods("B").quantity()).isEqualByComparingTo("5");
    }

    @Test
    void aNewNameThatTheShopDoesNotTellIsFoundWhenSpecterHasIt() {
        shelf.located = true;
        shelf.tellsChanges = false;
        shelf.put("OLD", 3);
        specter("OLD", 3);
        push();
        shelf.rename("OLD", "NEW");
        specter("OLD", 1);
        push();
        specter("NEW", 8);

        push();
        specter("OLD", 0);
        push();

        assertThat(shelf.writes).containsExactly("NEW=1", "NEW=8 status 1");
    }

    @Test
    void whatHasChangedInTheShopCostsOneCallInAQuarterHowMuchIsEverWritten() {
        shelf.put("A", 3);
        specter("A", 3);
        push();
        for (int minute = 0; minute < 30; minute++) {
            time.advance(Duration.ofMinutes(1));
            specter("A", minute);
            push();
        }

        assertThat(shelf.writes).hasSize(30);
        assertThat(shelf.looks).isEqualTo(2);
    }

    @Test
    void aSweepWithAnUnreadableProductProvesNothingOfWhatIsMissing() {
        shelf.put("A", 3);
        shelf.put("B", 3);
        specter("A", 3);
        specter("B", 3);
        push();
        shelf.delete("A");
        shelf.unreadableProduct = true;

        compare();
        assertThat(refOfA()).isNotNull();

        shelf.unreadableProduct = false;
        compare();
        assertThat(refOfA()).isNull();
    }
}
