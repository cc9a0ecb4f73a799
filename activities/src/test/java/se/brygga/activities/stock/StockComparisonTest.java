package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;
import static se.brygga.activities.stock.ShelfInMemory.failure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.goods.ComparisonBook.Found;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.shop.PlayedShop;
import se.brygga.workflows.feed.Feed;

/** The nightly look at the whole shop finds what we could not know. */
@Timeout(120)
class StockComparisonTest extends StockScene {

    @Test
    void theComparisonNamesTheLikelyCauseOfEachDifference() {
        for (String sku : List.of("SAME", "SOLD", "EDITED", "TYPED", "PENDING", "REFUSED", "DELETED", "STATUS")) {
            shelf.put(sku, 10);
            specter(sku, 10);
        }
        push();
        specter("NEVER-THERE", 4);
        specter("REFUSED", 9);
        shelf.fails("REFUSED", failure(RemoteFailure.Kind.REFUSED, RemoteFailure.Why.BAD_REQUEST));
        push();
        shelf.sell("SOLD", 2);
        books.shopStock.shopChangedStock(SHOP, Map.of("SOLD", BigDecimal.valueOf(2)));
        shelf.sell("EDITED", -5);
        shelf.sell("TYPED", 8);
        shelf.delete("DELETED");
        shelf.status("STATUS", ShelfInMemory.SOLD_OUT);
        specter("PENDING", 3);

        Found found = comparison.compare(SHOP, setup, PlayedShop.of(shelf), kept -> {});

        assertThat(found).isEqualTo(new Found(7, 7, 0, 2));

        assertThat(books.drifts.drifts(SHOP))
                .extracting(drift -> drift.sku() + " " + drift.likely())
                .containsExactly(
                        "DELETED not-in-shop",
                        "EDITED changed-in-shop",
                        "PENDING push-pending",
                        "REFUSED refused-by-shop",
                        "SOLD sold-in-shop",
                        "STATUS status-in-shop",
                        "TYPED changed-in-shop");
    }

    @Test
    void goodsThatAreThereAreNotLeftSoldOutBySomethingThatNobodySaw() {
        shelf.put("A", 10);
        specter("A", 10);
        push();
        shelf.sell("A", 10);
        shelf.sell("A", -10);
        assertThat(shelf.goods("A").status()).as("the shop never moves back").isEqualTo(ShelfInMemory.SOLD_OUT);

        assertThat(compare()).isOne();
        push();

        assertThat(shelf.goods("A").status()).isEqualTo(ShelfInMemory.IN_STOCK);
        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("10");
        assertThat(compare()).isZero();
    }

    @Test
    void aStatusOfTheShopsOwnIsLeft() {
        shelf.put("A", 10);
        specter("A", 10);
        push();
        shelf.status("A", 99);

        assertThat(compare()).isZero();
        push();

        assertThat(shelf.goods("A").status()).isEqualTo(99);
    }

    @Test
    void aProductThatCouldNotBeReadIsCounted() {
        shelf.put("A", 10);
        specter("A", 10);
        push();
        shelf.unreadableProduct = true;

        assertThat(comparison.compare(SHOP, setup, PlayedShop.of(shelf), kept -> {}))
                .isEqualTo(new Found(1, 0, 1, 0));
    }

    @Test
    void anArticleThatWasDeletedInTheShopAndMadeAgainGetsItsStockWhoeverNoticesIt() {
        shelf.put("A", 10);
        specter("A", 10);
        push();
        books.pushed(Feed.STOCK, SHOP);
        shelf.delete("A");
        shelf.put("A", 0);

        skus.ask(SHOP, shelf, "A");

        assertThat(books.dirtyForStock(SHOP)).containsExactly(SHOP);
        push();
        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("10");
        assertThat(shelf.goods("A").status()).isEqualTo(ShelfInMemory.IN_STOCK);
    }

    @Test
    void thePushAfterAComparisonMendsWhatItFound() {
        shelf.put("A", 10);
        specter("A", 10);
        push();
        shelf.sell("A", -5);
        assertThat(push().written()).as("nobody knows").isZero();

        assertThat(compare()).isOne();
        push();

        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("10");
        assertThat(compare()).isZero();
        assertThat(books.drifts.drifts(SHOP)).isEmpty();
    }

    @Test
    void blamesNobodyInTheShopForAWriteWhoseAnswerWasLost() {
        shelf.put("A", 10);
        specter("A", 3);
        push();
        specter("A", 5);
        shelf.before("A", () -> {
            shelf.sell("A", -2);
            throw failure(RemoteFailure.Kind.OUTCOME_UNKNOWN, RemoteFailure.Why.CONNECTION_LOST);
        });
        assertThatThrownBy(this::push).isInstanceOf(RemoteFailure.class);
        specter("A", 3);

        assertThat(compare()).isOne();

        assertThat(books.drifts.drifts(SHOP))
                .extracting(DriftBook.Drift::likely)
                .containsExactly("push-pending");
    }

    @Test
    void whatAComparisonFoundIsKeptOnlyTogetherWithThatItWasMade() {
        shelf.put("A", 10);
        specter("A", 10);
        push();
        shelf.sell("A", 5);

        assertThatThrownBy(() -> comparison.compare(SHOP, setup, PlayedShop.of(shelf), found -> {
                    throw new IllegalStateException("the worker dies");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(books.drifts.drifts(SHOP)).isEmpty();
        assertThat(compare()).isOne();
        assertThat(books.drifts.drifts(SHOP))
                .extracting(DriftBook.Drift::likely)
                .containsExactly("changed-in-shop");
    }
}
