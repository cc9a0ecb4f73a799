package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.SampleSetup.SHOP;
import static se.brygga.activities.stock.ShelfInMemory.failure;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.activities.remote.RemoteFailure;
import se.brygga.activities.store.feed.DriftBook;

/** The nightly look at the whole shop finds what we could not know. */
@Timeout(120)
class StockComparisonTest extends StockScene {

    @Test
    void theComparisonNamesTheLikelyCauseOfEachDifference() {
        for (String sku : List.of("SAME", "SOLD", "EDITED", "PENDING", "REFUSED")) {
            shelf.put(sku, 10);
            specter(sku, 10);
        }
        push();
        specter("MISSING", 4);
        specter("REFUSED", 9);
        shelf.fails("REFUSED", failure(RemoteFailure.Kind.REFUSED, "bad-request"));
        push();
        shelf.sell("SOLD", 2);
        shelf.sell("EDITED", -5);
        specter("PENDING", 3);

        assertThat(compare()).isEqualTo(5);

        assertThat(books.drifts.drifts(SHOP))
                .extracting(drift -> drift.sku() + " " + drift.likely())
                .containsExactly(
                        "EDITED changed-in-shop",
                        "MISSING not-in-shop",
                        "PENDING push-pending",
                        "REFUSED refused-by-shop",
                        "SOLD sold-in-shop");
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
    void whatAComparisonFoundIsKeptOnlyTogetherWithThatItWasMade() {
        shelf.put("A", 10);
        specter("A", 10);
        push();
        shelf.sell("A", 5);

        assertThatThrownBy(() -> comparison.compare(SHOP, setup, shelf, () -> {
                    throw new IllegalStateException("the worker dies");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(books.drifts.drifts(SHOP)).isEmpty();
        assertThat(compare()).isOne();
        assertThat(books.drifts.drifts(SHOP))
                .extracting(DriftBook.Drift::likely)
                .containsExactly("sold-in-shop");
    }
}
