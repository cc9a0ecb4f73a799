package se.brygga.activities.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.brygga.activities.stock.books.StockBook;
import se.brygga.setup.StockSetup;
import se.brygga.setup.StockSetup.Shown;
import se.brygga.setup.StockSetup.Sites;

/** What a shop should show. */
class StockLevelsTest {

    private static final Shown ALL = new Shown(0, null);

    private final Map<String, List<StockBook.Site>> available = new HashMap<>();
    private final Map<String, BigDecimal> unbooked = new HashMap<>();
    private final Map<String, List<StockBook.Part>> kits = new HashMap<>();

    @Test
    void showsWhatIsAvailableLessWhatWasSoldAndIsNotBooked() {
        available("A", "10");
        assertShows("A", "10", ALL);

        unbooked.put("A", new BigDecimal("3"));
        assertShows("A", "7", ALL);
    }

    @Test
    void saysNothingOfAnArticleOfWhichSpecterSaysNothing() {
        unbooked.put("A", BigDecimal.ONE);

        assertThat(levels(setup(ALL)).wanted("A", null)).isNull();
    }

    @Test
    void keepsSafetyStockBackAndShowsNoMoreThanTheMaximum() {
        available("A", "10");
        assertShows("A", "8", new Shown(2, null));
        assertShows("A", "5", new Shown(2, 5));
        assertShows("A", "8", new Shown(2, 8));

        unbooked.put("A", new BigDecimal("4"));
        assertShows("A", "4", new Shown(2, 5));
    }

    @Test
    void neverShowsLessThanNothingUnlessTheSetUpSaysSo() {
        available("A", "-3");
        assertShows("A", "0", ALL);
        assertShows("A", "0", new Shown(2, null));

        assertThat(levels(setup(Sites.SUM, ALL, List.of(), Map.of(), true)).wanted("A", null))
                .isEqualByComparingTo("-3");
    }

    @Test
    void roundsDownAlsoBelowZero() {
        available("A", "2.9");
        assertShows("A", "2", ALL);

        unbooked.put("A", new BigDecimal("3"));
        assertThat(levels(setup(Sites.SUM, ALL, List.of(), Map.of(), true)).wanted("A", null))
                .isEqualByComparingTo("-1");
    }

    @Test
    void theRuleOfASkuGoesBeforeThatOfItsGroupAndThatOfTheShop() {
        available("KAJ-1", "10");
        available("KAJ-2", "10");
        available("MUGG", "10");
        StockLevels levels = levels(setup(
                Sites.SUM,
                new Shown(1, null),
                List.of(
                        new StockSetup.Group("kajaker", List.of("KAJ-*"), new Shown(2, null)),
                        new StockSetup.Group("allt på K", List.of("K*"), new Shown(3, null))),
                Map.of("KAJ-1", new Shown(0, 4)),
                false));

        assertThat(levels.wanted("KAJ-1", null)).isEqualByComparingTo("4");
        assertThat(levels.wanted("KAJ-2", null)).isEqualByComparingTo("8");
        assertThat(levels.wanted("MUGG", null)).isEqualByComparingTo("9");
    }

    @Test
    void warehousesAreSummedOrThoseListed() {
        sites("A", "5", "7", "11");

        assertThat(levels(setup(Sites.SUM)).wanted("A", null)).isEqualByComparingTo("23");
        assertThat(levels(setup(new Sites(StockSetup.Kind.LISTED, List.of("1", "3"))))
                        .wanted("A", null))
                .isEqualByComparingTo("16");
        assertThat(levels(setup(new Sites(StockSetup.Kind.LISTED, List.of("9"))))
                        .wanted("A", null))
                .isNull();
    }

    @Test
    void anArticleThatOneWarehouseHasTooFewOfTakesFromTheOthers() {
        sites("A", "-2", "5");

        assertThat(levels(setup(Sites.SUM)).wanted("A", null)).isEqualByComparingTo("3");
    }

    @Test
    void aShopWithLocationsShowsEachWarehouseApart() {
        sites("A", "5", "7");
        StockLevels levels = levels(setup(Sites.SUM));

        assertThat(levels.wanted("A", "2")).isEqualByComparingTo("7");
        assertThat(levels.wanted("A", "3")).isNull();
    }

    @Test
    void aKitIsThereAsOftenAsItsPartsAllow() {
        available("SET", "100");
        available("A", "7");
        available("B", "9");
        kits.put("SET", List.of(part("A", "2"), part("B", "1")));
        assertShows("SET", "3", ALL);

        unbooked.put("A", new BigDecimal("2"));
        assertShows("SET", "2", ALL);

        available("SET", "1");
        assertShows("SET", "1", ALL);
    }

    @Test
    void aSoldKitHasSoldItsParts() {
        available("SET", "100");
        available("A", "7");
        available("B", "9");
        kits.put("SET", List.of(part("A", "2"), part("B", "1")));
        unbooked.put("SET", new BigDecimal("2"));

        assertShows("A", "3", ALL);
        assertShows("B", "7", ALL);
        assertShows("SET", "1", ALL);
    }

    @Test
    void aPartOfWhichSpecterSaysNothingLimitsNothing() {
        available("SET", "4");
        kits.put("SET", List.of(part("SERVICE", "1")));

        assertShows("SET", "4", ALL);
    }

    private void available(String sku, String quantity) {
        sites(sku, quantity);
    }

    private void sites(String sku, String... quantities) {
        available.put(
                sku,
                IntStream.range(0, quantities.length)
                        .mapToObj(i -> new StockBook.Site(
                                Integer.toString(i + 1), new BigDecimal(quantities[i]), Instant.EPOCH))
                        .toList());
    }

    private static StockBook.Part part(String sku, String quantity) {
        return new StockBook.Part(sku, new BigDecimal(quantity));
    }

    private void assertShows(String sku, String quantity, Shown shown) {
        assertThat(levels(setup(shown)).wanted(sku, null)).isEqualByComparingTo(quantity);
    }

    private StockLevels levels(StockSetup setup) {
        return new StockLevels(setup, new StockBook.Levels(available, unbooked, kits, Set.of()));
    }

    private static StockSetup setup(Shown shown) {
        return setup(Sites.SUM, shown, List.of(), Map.of(), false);
    }

    private static StockSetup setup(Sites sites) {
        return setup(sites, ALL, List.of(), Map.of(), false);
    }

    private static StockSetup setup(
            Sites sites, Shown shown, List<StockSetup.Group> groups, Map<String, Shown> skus, boolean negative) {
        return new StockSetup(sites, Map.of(), "inStock", null, shown, groups, skus, negative, StockSetup.Gone.ZERO);
    }
}
