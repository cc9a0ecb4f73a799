package se.brygga.activities.prices.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.brygga.activities.prices.push.ScriptedCatalogue.DEALERS;
import static se.brygga.activities.prices.push.ScriptedCatalogue.MASTER;
import static se.brygga.activities.prices.push.ScriptedCatalogue.NORWAY;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.brygga.activities.prices.ApprovalBook.Decision;
import se.brygga.activities.prices.PriceDriftBook.Drift;
import se.brygga.clients.remote.RemoteFailure;
import se.brygga.setup.PriceSetup;

/** The look at all prices of a shop finds what we could not know, and reports each difference. */
class PriceComparisonTest extends PriceScene {

    @Test
    void findsWhatWasChangedInTheShopAndThePushMendsIt() {
        base("A", "100");
        list("D", "SEK", price("A", "1", "80"), price("A", "5", "70"));
        push();
        shop.shows("A", MASTER, "101");
        shop.showsTier("A", DEALERS, 5, "71");

        assertThat(compareLater()).isEqualTo(2);
        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("100");
        assertThat(shop.shownTiers("A", DEALERS)).isEqualTo(Map.of(5, "70"));
        assertThat(compareLater()).isZero();
        assertThat(report()).isEmpty();
    }

    @Test
    void saysOfEachDifferenceWhatSpecterSaysWhatWasSentAndWhatTheShopShows() {
        list("D", "SEK", price("A", "1", "80"), price("A", "5", "70"));
        sale("A", "110", "95");
        push();
        shop.shows("A", MASTER, "110", "99");
        shop.showsTier("A", DEALERS, 5, "71");

        compareLater();

        assertThat(report())
                .extracting(drift -> drift.key().fromQty() + " " + drift.listName() + ": " + drift.specter() + ", "
                        + drift.sent() + ", " + drift.inShop())
                .containsExactly(
                        "1 Standard: 110.00 (offer 95.00), 110.00 (offer 95.00), 110.00 (offer 99.00)",
                        "5 Dealers: 70.00, 70.00, 71.00");
    }

    @Test
    void oneVariantThatCannotBeReadKeepsNoOtherFromBeingCompared() {
        list("D", "SEK", price("A", "1", "80"), price("A", "5", "70"), price("B", "1", "40"), price("B", "5", "30"));
        push();
        shop.unreadable.add("A");
        shop.showsTier("B", DEALERS, 5, "31");

        compareLater();

        assertThat(report()).extracting(drift -> drift.key().sku()).containsExactly("B");
    }

    @Test
    void namesTheLikelyCauseOfEachDifference() {
        for (String sku : List.of("EDITED", "PENDING", "REFUSED", "WAITS", "REJECTED", "NEW", "ZEROED", "LOST")) {
            shop.has(sku);
            shop.shows(sku, MASTER, "100");
            base(sku, "110");
        }
        push();
        base("NEVER-THERE", "4");
        base("REFUSED", "120");
        base("WAITS", "200");
        base("REJECTED", "200");
        shop.refuse("REFUSED");
        push();
        decide("REJECTED", Decision.REJECTED);
        shop.refuseNothing();
        base("PENDING", "111");
        list("D", "SEK", price("NEW", "1", "90"));
        shop.shows("EDITED", MASTER, "99");
        shop.shows("ZEROED", MASTER, "0");
        shop.rename("LOST", "FOUND");

        compareLater();

        assertThat(causes())
                .containsExactly(
                        "EDITED changed-in-shop",
                        "LOST not-in-shop",
                        "NEW never-sent",
                        "PENDING push-pending",
                        "REFUSED refused-by-shop",
                        "REJECTED rejected",
                        "WAITS waits-for-approval",
                        "ZEROED lost-in-shop");
    }

    @Test
    void aRowThatSpecterHasTakenAwayAndTheShopHasStillIsADifference() {
        base("A", "100");
        list("N", "NOK", price("A", "1", "90"), price("A", "5", "80"));
        push();
        list("N", "NOK", gone("A", "1"), gone("A", "5"));

        compareLater();

        assertThat(report())
                .allSatisfy(drift -> {
                    assertThat(drift.specter()).isNull();
                    assertThat(drift.key().listId()).isEqualTo(NORWAY);
                })
                .extracting(drift -> drift.key().fromQty() + ": " + drift.inShop())
                .containsExactly("1: 90.00", "5: 80.00");
    }

    @Test
    void anOfferThatIsTheShopsOwnIsNoDifference() {
        setup = new PriceSetup(true, Map.of(), BigDecimal.valueOf(30), false, "SEK");
        base("A", "100");
        push();
        shop.shows("A", MASTER, "100", "95");

        assertThat(compareLater()).isZero();
    }

    @Test
    void aShopThatKeepsTwoDecimalsDiffersInNothingAndIsNotWrittenEveryNight() {
        shop.decimals = 2;
        base("A", "99.9876");
        push();
        shop.takeWrites();

        assertThat(compareLater()).isZero();
        push();

        assertThat(shop.takeWrites()).isEmpty();
    }

    @Test
    void aVariantThatVanishesWhileTheShopIsReadStopsNothing() {
        base("B", "50");
        list("D", "SEK", price("A", "1", "80"));
        push();
        shop.shows("B", MASTER, "51");
        shop.losesRow("A", DEALERS);
        shop.vanishesWhenAsked("A");

        compareLater();

        assertThat(causes()).contains("B changed-in-shop");
    }

    @Test
    void blamesNobodyInTheShopForAWriteWhoseAnswerWasLost() {
        base("A", "100");
        push();
        base("A", "110");
        shop.losesTheNextAnswer();
        assertThatThrownBy(this::push).isInstanceOf(RemoteFailure.class);
        base("A", "100");

        compareLater();
        assertThat(causes()).containsExactly("A push-pending");

        push();
        shop.shows("A", MASTER, "105");
        compareLater();
        assertThat(causes()).as("written and answered since").containsExactly("A changed-in-shop");
    }

    @Test
    void whatCouldNotBeReadIsNoDifference() {
        list("D", "SEK", price("A", "1", "80"), price("A", "5", "70"), price("B", "1", "40"), price("B", "5", "35"));
        push();
        shop.answersNotFor("A");

        assertThat(compareLater()).isZero();
    }

    @Test
    void aRefusedPriceIsTriedAgainAfterIt() {
        shop.refuse("A");
        base("A", "110");
        push();
        shop.refuseNothing();
        assertThat(push().written()).isZero();

        compare();

        assertThat(push().written()).isOne();
        assertThat(shop.shown("A", MASTER)).isEqualTo("110");
        assertThat(notices()).isEmpty();
    }

    private int compareLater() {
        time.advance(Duration.ofHours(12));
        return compare();
    }

    private List<Drift> report() {
        return books.priceDrifts.drifts(SHOP);
    }

    private List<String> causes() {
        return report().stream()
                .map(drift -> drift.key().sku() + " " + drift.likely())
                .toList();
    }
}
