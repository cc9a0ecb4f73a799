package se.brygga.activities.prices.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.brygga.activities.prices.ApprovalBook.Ground;
import se.brygga.activities.prices.PriceBook;
import se.brygga.activities.prices.PriceValue;
import se.brygga.activities.prices.ShopPriceBook.PriceKey;
import se.brygga.activities.prices.ShopPriceBook.Shown;
import se.brygga.activities.prices.Wanted;
import se.brygga.clients.shop.ShopPrices.PriceList;
import se.brygga.clients.shop.ShopPrices.SpecialPrice;
import se.brygga.setup.PriceSetup;
import se.brygga.workflows.attention.Cause;
import se.brygga.workflows.attention.Phrase;

/** What a shop's prices should be, and which changes wait. */
class PriceRulesTest {

    private static final PriceList MASTER = new PriceList(1, true, true, "SEK", null, "Standard", null);
    private static final PriceList DEALERS = new PriceList(2, false, true, null, 1L, "Dealers", null);
    private static final PriceList NORWAY = new PriceList(3, false, true, "NOK", null, "Norway", null);
    private static final PriceSetup SETUP =
            new PriceSetup(true, Map.of("D", "2", "N", "Norway"), BigDecimal.valueOf(30), true, "SEK");
    private static final ShopLists LISTS =
            ShopLists.of(SETUP, List.of(MASTER, DEALERS, NORWAY), Map.of("D", "SEK", "N", "NOK"));
    private static final PriceRows ROWS = new PriceRows(SETUP, LISTS);
    private static final PriceGuard GUARD = new PriceGuard(BigDecimal.valueOf(30));

    @Test
    void countsADiscountOffTheArticlesOwnPriceToFourDecimals() {
        assertThat(wanted(base("33.33"), discount("D", "1", "12.5"))).containsEntry(dealers(1), untouched("29.1638"));
    }

    @Test
    void aDiscountInAnotherCurrencyCannotBeCounted() {
        assertThat(wanted(base("100"), discount("N", "1", "10"))).containsOnlyKeys(new PriceKey(1, "A", 1));
    }

    @Test
    void aListWithTiersOnlyBeginsAtTheArticlesOwnPrice() {
        assertThat(wanted(base("100"), price("D", "5", "70")))
                .containsEntry(dealers(1), untouched("100"))
                .containsEntry(dealers(5), untouched("70"));
    }

    @Test
    void quantitiesAreWholeInTheShop() {
        assertThat(wanted(price("D", "0", "90"), price("D", "1", "80"), price("D", "1.5", "70"), price("D", "2", "60")))
                .containsEntry(dealers(1), untouched("80"))
                .containsEntry(dealers(2), untouched("60"))
                .hasSize(2);
    }

    @Test
    void anOrdinaryPriceThatIsNoHigherIsNoSale() {
        PriceBook.Row row = new PriceBook.Row("", BigDecimal.ONE, dec("80"), null, dec("80"), false, Instant.EPOCH);

        assertThat(wanted(row).get(new PriceKey(1, "A", 1)))
                .isEqualTo(new Wanted.At(dec("80"), new SpecialPrice.None()));
    }

    @Test
    void negativePricesAndArticlesThatAreGoneAreNotWritten() {
        PriceBook.Row gone = new PriceBook.Row("", BigDecimal.ONE, dec("80"), null, null, true, Instant.EPOCH);

        assertThat(wanted(base("-1"), discount("D", "1", "150"))).isEmpty();
        assertThat(wanted(gone)).isEmpty();
    }

    @Test
    void aListInAnotherCurrencyAndASecondOneForTheSameListGoNowhere() {
        PriceSetup setup =
                new PriceSetup(true, Map.of("A", "Norway", "B", "3", "C", "Dealers"), BigDecimal.TEN, true, "SEK");
        Map<String, @Nullable String> currencies = new HashMap<>(Map.of("A", "NOK"));
        currencies.put("C", null);

        ShopLists lists = ShopLists.of(setup, List.of(MASTER, DEALERS, NORWAY), currencies);

        assertThat(lists.targets()).extracting(ShopLists.Target::list).containsExactly("", "A");
        assertThat(lists.notSent()).containsOnlyKeys("B", "C");
        assertThat(lists.notSent())
                .containsEntry(
                        "B", new ShopLists.NotSent(Cause.TWO_PRICE_LISTS_TO_ONE, Phrase.LIST_TAKEN.with("B", "3")))
                .containsEntry(
                        "C",
                        new ShopLists.NotSent(
                                Cause.PRICE_LIST_IN_OTHER_CURRENCY,
                                Phrase.CURRENCIES_OF_LISTS.with("C", Phrase.CURRENCY_UNKNOWN, "Dealers", "SEK")));
    }

    @Test
    void theEndOfAnOfferWaitsForNobody() {
        assertThat(verdict(new PriceValue(dec("100"), dec("20")), null, at("100", null)))
                .isEqualTo(new PriceGuard.Verdict.Write(PriceValue.of(dec("100"))));
    }

    @Test
    void whatWasWrittenBeforeAZeroCounts() {
        PriceGuard.Verdict verdict =
                verdict(PriceValue.of(BigDecimal.ZERO), PriceValue.of(dec("100")), at("140", null));

        assertThat(verdict)
                .isEqualTo(new PriceGuard.Verdict.Ask(
                        PriceValue.of(dec("100")),
                        PriceValue.of(dec("140")),
                        Ground.ABOVE_LIMIT,
                        PriceValue.of(dec("100"))));
    }

    @Property
    void aPriceThatIsShownIsLeft(@ForAll("values") PriceValue value) {
        BigDecimal offer = value.special();

        assertThat(verdict(value, null, at(value.price().toString(), offer == null ? null : offer.toString())))
                .isEqualTo(new PriceGuard.Verdict.Leave());
    }

    @Property
    void onlyChangesWithinTheLimitAreWrittenUnasked(
            @ForAll("values") PriceValue shows, @ForAll("values") PriceValue after) {
        BigDecimal offer = after.special();
        PriceGuard.Verdict verdict =
                verdict(shows, null, at(after.price().toString(), offer == null ? null : offer.toString()));

        if (verdict instanceof PriceGuard.Verdict.Write && !shows.isZero()) {
            assertThat(after.price()).isBetween(times(shows.price(), "0.7"), times(shows.price(), "1.3"));
            // The end of an offer is not limited; its size is.
            assertThat(after.paid()).isGreaterThanOrEqualTo(times(shows.paid(), "0.7"));
        }
        if (after.isZero()) {
            assertThat(verdict).isNotInstanceOf(PriceGuard.Verdict.Write.class);
        }
    }

    /** Written once in any order, a shop shows what is wanted, and nothing is left to do. */
    @Property
    void whatIsWrittenLeavesNoDifference(@ForAll("tiers") List<PriceBook.Row> rows) {
        Map<PriceKey, Wanted> wanted = wanted(rows);
        Map<PriceKey, Shown> shown = new HashMap<>();
        wanted.forEach((key, price) -> {
            if (price instanceof Wanted.At at) {
                PriceValue value = at.over(null);
                shown.put(key, new Shown(value, value, false, null, null));
            }
        });

        wanted.forEach((key, price) ->
                assertThat(GUARD.verdict(key, price, 1L, shown, Map.of())).isEqualTo(new PriceGuard.Verdict.Leave()));
        assertThat(wanted.keySet()).allMatch(key -> key.fromQty() >= 1);
    }

    @Provide
    Arbitrary<PriceValue> values() {
        return Combinators.combine(amounts(), amounts().injectNull(0.6))
                .as((price, offer) -> new PriceValue(price, offer));
    }

    private static Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1_000))
                .ofScale(4);
    }

    @Provide
    Arbitrary<List<PriceBook.Row>> tiers() {
        Arbitrary<BigDecimal> quantities = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(20))
                .ofScale(1);
        return Combinators.combine(Arbitraries.of("", "D", "N"), quantities, amounts(), Arbitraries.of(true, false))
                .as((list, quantity, price, gone) -> new PriceBook.Row(
                        list, list.isEmpty() ? BigDecimal.ONE : quantity, price, null, null, gone, Instant.EPOCH))
                .list()
                .ofMaxSize(8);
    }

    private static Map<PriceKey, Wanted> wanted(PriceBook.Row... rows) {
        return wanted(List.of(rows));
    }

    private static Map<PriceKey, Wanted> wanted(List<PriceBook.Row> rows) {
        Map<PriceKey, Wanted> wanted = new HashMap<>();
        LISTS.targets().forEach(target -> wanted.putAll(ROWS.of(target, "A", rows)));
        return wanted;
    }

    private static PriceGuard.Verdict verdict(@Nullable PriceValue shows, @Nullable PriceValue sent, Wanted wanted) {
        PriceKey key = new PriceKey(1, "A", 1);
        return GUARD.verdict(key, wanted, null, Map.of(key, new Shown(shows, sent, false, null, null)), Map.of());
    }

    private static Wanted at(String price, @Nullable String offer) {
        return new Wanted.At(dec(price), offer == null ? new SpecialPrice.None() : new SpecialPrice.At(dec(offer)));
    }

    private static PriceKey dealers(int quantity) {
        return new PriceKey(2, "A", quantity);
    }

    private static Wanted untouched(String price) {
        return new Wanted.At(dec(price), new SpecialPrice.Untouched());
    }

    private static PriceBook.Row base(String price) {
        return price("", "1", price);
    }

    private static PriceBook.Row price(String list, String fromQty, String price) {
        return new PriceBook.Row(list, dec(fromQty), dec(price), null, null, false, Instant.EPOCH);
    }

    private static PriceBook.Row discount(String list, String fromQty, String percent) {
        return new PriceBook.Row(list, dec(fromQty), null, dec(percent), null, false, Instant.EPOCH);
    }

    private static BigDecimal times(BigDecimal price, String factor) {
        return price.multiply(dec(factor));
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }
}
