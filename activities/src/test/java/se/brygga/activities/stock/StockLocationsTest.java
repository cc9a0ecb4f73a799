package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;
import static se.brygga.activities.stock.ShelfInMemory.OTHER_LOCATION;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import se.brygga.setup.StockSetup;

/** Warehouses that are written to locations of their own: only one of these shows on the variant. */
@Timeout(120)
class StockLocationsTest extends StockScene {

    @BeforeEach
    void twoLocations() {
        shelf.twoLocations = true;
        setup = located(Map.of("1", "Lager", "2", "Butik"));
    }

    private StockSetup located(Map<String, String> locations) {
        return new StockSetup(
                setup.sites(),
                locations,
                setup.refillStatus(),
                null,
                setup.shown(),
                List.of(),
                Map.of(),
                false,
                StockSetup.Gone.ZERO);
    }

    @Test
    void whatTheVariantShowsIsNotTakenForWhatAnotherLocationHas() {
        setup = located(Map.of("2", "Butik"));
        shelf.put("A", 3);
        specter("A", "2", 3);

        push();

        assertThat(shelf.writes).containsExactly("A@8=3");
    }

    @Test
    void whatTheWebLocationShowsIsNotWrittenAlthoughThereAreOthers() {
        shelf.put("A", 3);
        specter("A", "1", 3);
        specter("A", "2", 4);

        push();

        assertThat(shelf.writes).containsExactly("A@8=4");
    }

    @Test
    void theComparisonLooksAtEachLocation() {
        shelf.put("A", 3);
        shelf.put("B", 5);
        specter("A", "1", 3);
        specter("A", "2", 4);
        specter("B", "1", 5);
        push();
        assertThat(compare()).isZero();

        shelf.elsewhere.put(shelf.ref("A"), BigDecimal.valueOf(9));
        assertThat(compare()).isOne();
        assertThat(books.drifts.drifts(SHOP))
                .extracting(drift -> drift.sku() + " " + drift.wanted() + " " + drift.inShop())
                .containsExactly("A 4 9");
        push();

        assertThat(shelf.elsewhere.get(shelf.ref("A"))).isEqualByComparingTo("4");
    }

    @Test
    void whatALocationHasLostIsWrittenAgain() {
        shelf.put("A", 3);
        specter("A", "1", 3);
        specter("A", "2", 4);
        push();
        shelf.elsewhere.clear();

        assertThat(compare()).isOne();
        push();

        assertThat(shelf.elsewhere.get(shelf.ref("A"))).isEqualByComparingTo("4");
    }

    @Test
    void aSkuThatDiffersAtSeveralLocationsIsReportedOnce() {
        shelf.put("A", 3);
        specter("A", "1", 3);
        specter("A", "2", 4);
        push();
        shelf.sell("A", 1);
        shelf.elsewhere.clear();

        assertThat(compare()).isOne();
        assertThat(books.drifts.drifts(SHOP)).hasSize(1);
    }

    @Test
    void aVariantThatIsMadeAnewIsWrittenAtAllLocations() {
        shelf.put("A", 3);
        specter("A", "1", 3);
        specter("A", "2", 4);
        push();
        shelf.delete("A");
        shelf.put("A", 3);

        specter("A", "1", 2);
        push();
        push();

        assertThat(shelf.goods("A").quantity()).isEqualByComparingTo("2");
        assertThat(shelf.elsewhere.get(shelf.ref("A"))).isEqualByComparingTo("4");
        assertThat(books.shopStock.sent(SHOP, "A", OTHER_LOCATION)).isPresent();
    }
}
