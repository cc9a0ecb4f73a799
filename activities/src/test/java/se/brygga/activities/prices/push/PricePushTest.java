package se.brygga.activities.prices.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.prices.push.ScriptedCatalogue.DEALERS;
import static se.brygga.activities.prices.push.ScriptedCatalogue.MASTER;
import static se.brygga.activities.prices.push.ScriptedCatalogue.NORWAY;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.brygga.activities.goods.ShopPush;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.prices.PriceValue;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.clients.specter.feed.PriceListChange;
import se.brygga.setup.PriceSetup;
import se.brygga.workflows.attention.Cause;

/** What a push writes, and what it leaves. */
class PricePushTest extends PriceScene {

    @Test
    void aVariantThatWasRenamedGetsThePricesOfItsNewNameAndNotThoseOfTheOld() {
        base("A", "100");
        push();
        shop.takeWrites();
        shop.rename("A", "C");
        base("A", "110");
        base("C", "120");
        time.advance(Duration.ofMinutes(15));

        push();

        assertThat(shop.takeWrites()).containsExactly("C 1 1");
        assertThat(shop.shown("C", ScriptedCatalogue.MASTER)).isEqualTo("120");
    }

    @Test
    void writesNothingThatTheShopShowsAlready() {
        base("A", "100");
        base("B", "55");

        assertThat(push().written()).isOne();

        assertThat(shop.takeWrites()).containsExactly("B 1 1");
        assertThat(shop.shown("B", MASTER)).isEqualTo("55");
        assertThat(push().written()).isZero();
        assertThat(shop.sweeps).isOne();
    }

    @Test
    void carriesNoPriceOfItsOwnOfAnArticleThatAnOrderHadMade() {
        books.articles.making(TENANT, List.of("A"));
        books.articles.made(TENANT, List.of("A"));
        base("A", "0");
        list("D", "SEK", price("A", "1", "80"));

        push();

        assertThat(shop.takeWrites()).as("what somebody put in a list is right").containsExactly("A 2 1");
        assertThat(waiting()).isEmpty();

        books.articles.accept(TENANT, "A");
        base("A", "95");
        push();
        assertThat(shop.shown("A", MASTER)).isEqualTo("95");
    }

    @Test
    void carriesPricesOfAnArticleThatSpecterSpellsInAnotherCase() {
        base("a", "90");
        list("D", "SEK", price("a ", "1", "80"));

        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("90");
        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");
    }

    /** The shop has taken it, and nobody heard of that; Specter is back at what the shop was told before. */
    @Test
    void whatTheShopShowsAfterALostAnswerIsNotTakenForWhatItShowedBefore() {
        base("A", "100");
        push();
        base("A", "90");
        shop.losesTheNextAnswer();
        assertThatThrownBy(this::push).isInstanceOf(RemoteFailure.class);
        assertThat(shop.shown("A", MASTER)).isEqualTo("90");

        base("A", "100");
        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("100");
    }

    @Test
    void aChangeThatWaitsIsMeasuredAgainstWhatTheShopShowsAfterALostAnswer() {
        base("A", "100");
        push();
        base("A", "90");
        shop.losesTheNextAnswer();
        assertThatThrownBy(this::push).isInstanceOf(RemoteFailure.class);

        base("A", "0");
        push();

        assertThat(waiting())
                .singleElement()
                .satisfies(request -> assertThat(request.before()).isEqualTo(PriceValue.of(new BigDecimal("90"))));
    }

    @Test
    void showsTheOrdinaryPriceBesideTheOfferAndEndsIt() {
        sale("A", "100", "75");
        push();
        assertThat(shop.shown("A", MASTER)).isEqualTo("100 offer 75");

        base("A", "100");
        push();
        assertThat(shop.shown("A", MASTER)).isEqualTo("100");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void leavesOffersAloneWhenTheSetUpSaysSo() {
        setup = new PriceSetup(true, Map.of(), BigDecimal.valueOf(30), false, "SEK");
        shop.shows("A", MASTER, "100", "95");
        sale("A", "100", "80");

        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("80 offer 95");
        assertThat(push().written()).isZero();
    }

    @Test
    void fillsAListRowBeforeTiersAndWritesNothingTwice() {
        base("A", "100");
        list("D", "SEK", price("A", "1", "80"), price("A", "5", "70"), price("A", "10", "60"));
        shop.showsTier("A", DEALERS, 10, "60");

        push();

        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");
        assertThat(shop.shownTiers("A", DEALERS)).isEqualTo(Map.of(5, "70", 10, "60"));
        assertThat(shop.takeWrites()).containsExactly("A 2 1", "A 2 5");
        assertThat(push().written()).isZero();
    }

    @Test
    void takesAwayWhatSpecterHasTakenAway() {
        base("A", "100");
        list("D", "SEK", price("A", "1", "80"), price("A", "5", "70"));
        push();
        list("D", "SEK", gone("A", "5"));
        push();
        assertThat(shop.shownTiers("A", DEALERS)).isEmpty();
        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");

        books.prices.lists(TENANT, List.of(new PriceListChange("D", null, null, true, List.of())));
        push();

        assertThat(shop.shown("A", DEALERS)).isEqualTo("none");
        assertThat(push().written()).isZero();
    }

    @Test
    void leavesWhatSpecterNeverNamed() {
        shop.shows("B", DEALERS, "33");
        shop.showsTier("A", DEALERS, 3, "77");
        list("D", "SEK", price("A", "1", "80"));

        push();
        compare();
        push();

        assertThat(shop.shown("B", DEALERS)).isEqualTo("33");
        assertThat(shop.shownTiers("A", DEALERS)).isEqualTo(Map.of(3, "77"));
    }

    @Test
    void doesNotWriteAListInAnotherCurrency() {
        list("N", "SEK", price("A", "1", "90"));

        push();

        assertThat(shop.shown("A", NORWAY)).isEqualTo("none");
        assertThat(notices()).containsExactly(Cause.PRICE_LIST_IN_OTHER_CURRENCY);

        list("N", "NOK", price("A", "1", "90"));
        push();
        assertThat(shop.shown("A", NORWAY)).isEqualTo("90");
        assertThat(notices()).isEmpty();
    }

    @Test
    void ofTwoListsThatGoToOneOnlyTheFirstIsWritten() {
        setup = new PriceSetup(false, Map.of("A1", "Dealers", "B1", "Dealers"), BigDecimal.valueOf(30), true, "SEK");
        list("A1", "SEK", price("A", "1", "90"));
        list("B1", "SEK", price("A", "1", "91"));

        push();

        assertThat(notices()).containsExactly(Cause.TWO_PRICE_LISTS_TO_ONE);
        assertThat(books.notices.open(TENANT).getFirst().detail()).isEqualTo("{list-taken|B1|Dealers}");
    }

    @Test
    void doesNotWriteTheBasePriceIntoAMasterListInAnotherCurrency() {
        setup = new PriceSetup(true, Map.of(), BigDecimal.valueOf(30), true, "EUR");
        base("A", "101");

        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("100");
        assertThat(notices()).containsExactly(Cause.ARTICLE_PRICES_IN_OTHER_CURRENCY);
        assertThat(books.notices.open(TENANT).getFirst().detail()).isEqualTo("{currencies-of-articles|EUR|SEK}");

        setup = new PriceSetup(true, Map.of(), BigDecimal.valueOf(30), true, "SEK");
        push();
        assertThat(shop.shown("A", MASTER)).isEqualTo("101");
        assertThat(notices()).isEmpty();
    }

    @Test
    void anActivationIsSeenAgainAfterTheListWasClosed() {
        list("D", "SEK", price("A", "1", "80"));
        push();
        shop.close(DEALERS);
        push();
        shop.activate(DEALERS);

        push();

        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");
    }

    @Test
    void aRefusedTierHoldsUpNoOtherTier() {
        list("D", "SEK", price("A", "1", "80"), price("A", "5", "70"), price("A", "10", "60"));
        shop.refuseTier("A", 5);

        assertThat(push().written()).isOne();

        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");
        assertThat(shop.shownTiers("A", DEALERS)).isEqualTo(Map.of(10, "60"));
        assertThat(notices()).containsExactly(Cause.PRICE_REFUSED);
        assertThat(push()).isEqualTo(new ShopRounds.Count(0, 0, false));
    }

    @Test
    void aRefusedPriceIsNotSentAgainUntilItChanges() {
        shop.refuse("A");
        base("A", "110");
        base("B", "55");

        assertThat(push()).isEqualTo(new ShopRounds.Count(1, 1, false));
        assertThat(notices()).containsExactly(Cause.PRICE_REFUSED);
        shop.takeWrites();

        assertThat(push()).isEqualTo(new ShopRounds.Count(0, 0, false));
        base("A", "111");
        assertThat(push().notWritten()).isOne();
    }

    @Test
    void aRefusalIsOverWhenSpecterReturnsToWhatTheShopShows() {
        shop.refuse("A");
        base("A", "110");
        push();
        shop.refuseNothing();

        base("A", "100");
        assertThat(push().written()).isZero();
        assertThat(notices()).isEmpty();

        base("A", "110");
        assertThat(push().written()).isOne();
    }

    @Test
    void aRemovalThatIsRefusedIsTriedAgainAtNightAndItsNoticeEnds() {
        base("A", "100");
        list("D", "SEK", price("A", "1", "90"));
        push();
        shop.takeWrites();
        list("D", "SEK", gone("A", "1"));
        shop.refuse("A");
        assertThat(push().notWritten()).isOne();
        assertThat(notices()).containsExactly(Cause.PRICE_REFUSED);
        assertThat(push()).as("not each time").isEqualTo(new ShopRounds.Count(0, 0, false));

        shop.refuseNothing();
        compare();
        assertThat(push().written()).isOne();

        assertThat(shop.shown("A", DEALERS)).isEqualTo("none");
        assertThat(notices()).isEmpty();
    }

    @Test
    void looksForNoticesToCloseOnceAndNotForEachPrice() {
        List<String> skus = IntStream.range(0, 20).mapToObj(i -> "MANY-" + i).toList();
        skus.forEach(shop::has);
        skus.forEach(sku -> base(sku, "100"));
        push();
        base("A", "101");
        long forOne = noticesTouchedBy(1);
        skus.forEach(sku -> base(sku, "110"));

        assertThat(noticesTouchedBy(20)).isEqualTo(forOne);
    }

    private long noticesTouchedBy(int prices) {
        books.statements.clear();
        assertThat(push().written()).isEqualTo(prices);
        return books.statements.stream()
                .filter(statement -> statement.contains(" notice "))
                .count();
    }

    @Test
    void aRightThatIsMissingConcernsAllPrices() {
        shop.refuse("A", RemoteFailure.Why.FORBIDDEN);
        base("A", "110");

        assertThatThrownBy(this::push).isInstanceOf(RemoteFailure.class);

        shop.refuseNothing();
        assertThat(push().written()).isOne();
        assertThat(notices()).isEmpty();
    }

    @Test
    void findsASkuThatIsAnotherVariantNow() {
        base("A", "100");
        push();
        shop.move("A");
        base("A", "110");

        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("110");
    }

    @Test
    void listsThatTheShopDoesNotHaveStopThePushAndAreNamed() {
        Map<String, String> lists = new HashMap<>();
        IntStream.range(0, 12).forEach(i -> lists.put("L%02d".formatted(i), "Wholesale %02d".formatted(i)));
        setup = new PriceSetup(true, lists, BigDecimal.valueOf(30), true, "SEK");

        assertThatThrownBy(this::push)
                .isInstanceOf(ShopPush.UnknownName.class)
                .hasMessageContaining("the price list \"Wholesale 00\", the price list \"Wholesale 01\"")
                .hasMessageEndingWith("\"Wholesale 09\" and 2 more.");
    }
}
