package se.brygga.activities.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.prices.ScriptedCatalogue.DEALERS;
import static se.brygga.activities.prices.ScriptedCatalogue.MASTER;
import static se.brygga.activities.prices.ScriptedCatalogue.NORWAY;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.brygga.activities.Books;
import se.brygga.activities.MovableTime;
import se.brygga.activities.SampleSetup;
import se.brygga.activities.catalogue.ShopPush;
import se.brygga.activities.catalogue.SkuMap;
import se.brygga.activities.catalogue.Writers;
import se.brygga.activities.setup.PriceSetup;
import se.brygga.activities.setup.ShopSetup;
import se.brygga.activities.specter.feed.ArticleChange;
import se.brygga.activities.specter.feed.PriceListChange;
import se.brygga.activities.starweb.StarwebClients;
import se.brygga.activities.store.feed.HeldPriceBook.Decision;
import se.brygga.activities.store.feed.HeldPriceBook.Held;
import se.brygga.activities.store.feed.HeldPriceBook.Reason;
import se.brygga.activities.store.feed.NoticeBook;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.Cause;

/** What a push writes, and what it leaves. */
class PricePushTest {

    private static final ShopRef SHOP = SampleSetup.SHOP;
    private static final String TENANT = SHOP.tenant();

    private final MovableTime time = new MovableTime("2026-11-24T08:00:00Z");
    private final Books books = new Books(time);
    private final ScriptedCatalogue shop = new ScriptedCatalogue();
    private final PricesToShops prices = new PricesToShops(new PriceParts(
            new StarwebClients(
                    (ref, setup) -> {
                        throw new IllegalStateException("prices are not in the orders");
                    },
                    (ref, setup) -> shop),
            books.prices,
            books.shopPrices,
            books.heldPrices,
            new SkuMap(books.variants, books.transactions),
            books.notices,
            books.transactions,
            time));

    private PriceSetup setup =
            new PriceSetup(true, Map.of("D", "dealers", "N", "Norway"), BigDecimal.valueOf(30), true);

    PricePushTest() {
        shop.has("A");
        shop.has("B");
        shop.shows("A", MASTER, "100");
        shop.shows("B", MASTER, "50");
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
    void holdsWhatChangesByMoreThanTheSetUpAllowsUntilItIsApproved() {
        base("A", "130.01");
        base("B", "0");

        assertThat(push()).isEqualTo(new Writers.Count(0, 2, false));

        assertThat(waiting()).extracting(Held::reason).containsExactly(Reason.ABOVE_LIMIT, Reason.TO_ZERO);
        assertThat(notices()).containsExactly(Cause.PRICES_WAIT_FOR_APPROVAL);
        assertThat(shop.takeWrites()).isEmpty();

        decide("A", Decision.APPROVED);
        decide("B", Decision.REJECTED);
        assertThat(push().written()).isOne();
        assertThat(shop.shown("A", MASTER)).isEqualTo("130.01");
        assertThat(shop.shown("B", MASTER)).isEqualTo("50");
        assertThat(waiting()).isEmpty();
        assertThat(notices()).isEmpty();
        assertThat(push().written()).isZero();
    }

    @Test
    void anApprovalHoldsForJustThePriceThatWasShown() {
        base("A", "150");
        push();
        Held seen = waiting().getFirst();
        base("A", "160");
        push();

        assertThat(books.heldPrices.decide(seen, Decision.APPROVED, "anna")).isFalse();

        decide("A", Decision.APPROVED);
        base("A", "170");
        push();
        assertThat(shop.shown("A", MASTER)).isEqualTo("100");
        assertThat(waiting()).extracting(held -> String.valueOf(held.after())).containsExactly("170.00");
    }

    @Test
    void takesOffTheListWhatWaitsNoMore() {
        base("A", "150");
        push();
        base("A", "100");

        push();

        assertThat(waiting()).isEmpty();
        assertThat(notices()).isEmpty();
        assertThat(shop.takeWrites()).isEmpty();
    }

    @Test
    void aFirstPriceWaitsForNobody() {
        shop.has("NEW");
        shop.shows("B", MASTER, "0");
        base("NEW", "999");
        base("B", "70");

        push();

        assertThat(shop.shown("NEW", MASTER)).isEqualTo("999");
        assertThat(shop.shown("B", MASTER)).isEqualTo("70");
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
    void aTooGoodOfferWaits() {
        sale("A", "100", "10");

        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("100");
        assertThat(waiting()).extracting(held -> String.valueOf(held.after())).containsExactly("100.00 (offer 10.00)");
    }

    @Test
    void leavesOffersAloneWhenTheSetUpSaysSo() {
        setup = new PriceSetup(true, Map.of(), BigDecimal.valueOf(30), false);
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
    void aRowThatWouldReadZeroIsTakenAwayOnlyWithApproval() {
        list("N", "NOK", price("A", "1", "90"));
        push();
        list("N", "NOK", gone("A", "1"));

        push();

        assertThat(shop.shown("A", NORWAY)).isEqualTo("90");
        assertThat(waiting()).extracting(Held::after).containsOnlyNulls().hasSize(1);
        decide("A", Decision.APPROVED);
        push();
        assertThat(shop.shown("A", NORWAY)).isEqualTo("none");
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
        assertThat(notices()).containsExactly(Cause.PRICE_LIST_NOT_SENT);

        list("N", "NOK", price("A", "1", "90"));
        push();
        assertThat(shop.shown("A", NORWAY)).isEqualTo("90");
        assertThat(notices()).isEmpty();
    }

    @Test
    void mendsAListThatWasActivatedWithoutApproval() {
        list("N", "NOK", price("A", "1", "90"), price("A", "5", "80"));
        push();
        shop.takeWrites();
        shop.activate(NORWAY);
        assertThat(prices.hasActivatedList(SHOP, shopSetup())).isTrue();

        push();

        assertThat(shop.shown("A", NORWAY)).isEqualTo("90");
        assertThat(shop.shownTiers("A", NORWAY)).isEqualTo(Map.of(5, "80"));
        assertThat(shop.takeWrites()).containsExactly("A 3 1", "A 3 5");
        assertThat(prices.hasActivatedList(SHOP, shopSetup())).isFalse();
    }

    @Test
    void whatWaitsIsNoWayAroundApprovalWhenAListReadsZero() {
        list("N", "NOK", price("A", "1", "90"));
        push();
        list("N", "NOK", price("A", "1", "900"));
        push();
        shop.activate(NORWAY);

        push();

        assertThat(shop.shown("A", NORWAY)).isEqualTo("90");
        assertThat(waiting()).extracting(held -> String.valueOf(held.after())).containsExactly("900.00");
        assertThat(push().written()).isZero();
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
    void theComparisonFindsWhatWasChangedInTheShopAndThePushMendsIt() {
        base("A", "100");
        list("D", "SEK", price("A", "1", "80"), price("A", "5", "70"));
        push();
        shop.shows("A", MASTER, "101");
        shop.showsTier("A", DEALERS, 5, "71");
        time.advance(Duration.ofHours(12));

        assertThat(compare()).isOne();
        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("100");
        assertThat(shop.shownTiers("A", DEALERS)).isEqualTo(Map.of(5, "70"));
    }

    @Test
    void aShopThatKeepsTwoDecimalsIsNotWrittenEveryNight() {
        shop.decimals = 2;
        base("A", "99.9876");
        push();
        shop.takeWrites();
        time.advance(Duration.ofHours(12));

        compare();
        push();

        assertThat(shop.takeWrites()).isEmpty();
    }

    @Test
    void aRefusedPriceIsNotSentAgainUntilItChanges() {
        shop.refuse("A");
        base("A", "110");
        base("B", "55");

        assertThat(push()).isEqualTo(new Writers.Count(1, 1, false));
        assertThat(notices()).containsExactly(Cause.PRICE_REFUSED);
        shop.takeWrites();

        assertThat(push()).isEqualTo(new Writers.Count(0, 0, false));
        base("A", "111");
        assertThat(push().held()).isOne();
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
    void aListThatTheShopDoesNotHaveStopsThePush() {
        setup = new PriceSetup(true, Map.of("D", "Wholesale"), BigDecimal.valueOf(30), true);

        assertThatThrownBy(this::push).isInstanceOf(ShopPush.UnknownName.class).hasMessageContaining("Wholesale");
    }

    @Test
    void thePushTakesTheNews() {
        books.heldPrices.news(List.of(SHOP));
        assertThat(books.heldPrices.newsFor(List.of(SHOP))).isOne();

        push();

        assertThat(books.heldPrices.newsFor(List.of(SHOP))).isZero();
    }

    private Writers.Count push() {
        time.advance(Duration.ofSeconds(1));
        return prices.push(SHOP, shopSetup());
    }

    private int compare() {
        return prices.compare(SHOP, shopSetup());
    }

    private ShopSetup shopSetup() {
        ShopSetup sample = SampleSetup.tenant().shop(SHOP.shop());
        return new ShopSetup(
                sample.shop(),
                sample.webshopId(),
                sample.orderNoPrefix(),
                sample.starweb(),
                sample.orders(),
                null,
                null,
                setup);
    }

    private void base(String articleNo, String price) {
        article(articleNo, price, null);
    }

    private void sale(String articleNo, String ordinary, String price) {
        article(articleNo, price, ordinary);
    }

    private void article(String articleNo, String price, @Nullable String ordinary) {
        books.prices.articles(
                TENANT,
                List.of(new ArticleChange(
                        articleNo,
                        null,
                        new BigDecimal(price),
                        ordinary == null ? null : new BigDecimal(ordinary),
                        ordinary != null,
                        BigDecimal.valueOf(25),
                        "GW",
                        false,
                        List.of())));
    }

    private void list(String list, String currency, PriceListChange.Price... rows) {
        books.prices.lists(TENANT, List.of(new PriceListChange(list, null, currency, false, List.of(rows))));
    }

    private static PriceListChange.Price price(String articleNo, String fromQty, String price) {
        return new PriceListChange.Price(articleNo, new BigDecimal(fromQty), false, new BigDecimal(price), null);
    }

    private static PriceListChange.Price gone(String articleNo, String fromQty) {
        return new PriceListChange.Price(articleNo, new BigDecimal(fromQty), true, null, null);
    }

    private List<Held> waiting() {
        return books.heldPrices.waiting(TENANT);
    }

    private void decide(String sku, Decision decision) {
        for (Held held : waiting()) {
            if (held.key().sku().equals(sku)) {
                assertThat(books.heldPrices.decide(held, decision, "anna")).isTrue();
            }
        }
    }

    private List<Cause> notices() {
        return books.notices.open(TENANT).stream().map(NoticeBook.Notice::cause).toList();
    }
}
