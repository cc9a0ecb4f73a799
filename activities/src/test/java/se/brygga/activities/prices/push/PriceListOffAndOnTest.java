package se.brygga.activities.prices.push;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.prices.push.ScriptedCatalogue.DEALERS;
import static se.brygga.activities.prices.push.ScriptedCatalogue.MASTER;
import static se.brygga.activities.prices.push.ScriptedCatalogue.NORWAY;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.brygga.activities.prices.ApprovalBook.Decision;
import se.brygga.setup.PriceSetup;

/** A list that loses its prices between two looks, which both see it in use. */
class PriceListOffAndOnTest extends PriceScene {

    @Test
    void aListThatWasSwitchedOffAndOnBetweenTwoLooksIsMended() {
        list("D", "SEK", price("A", "1", "80"), price("A", "5", "70"), price("B", "1", "40"));
        push();
        assertThat(mustLook()).isFalse();

        shop.activate(DEALERS);

        assertThat(mustLook()).isTrue();
        push();
        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");
        assertThat(shop.shown("B", DEALERS)).isEqualTo("40");
        assertThat(shop.shownTiers("A", DEALERS)).isEqualTo(Map.of(5, "70"));
        assertThat(waiting()).isEmpty();
        assertThat(mustLook()).isFalse();
    }

    @Test
    void thatIsSeenAlsoWhereNewsWereWrittenAfterTheActivation() {
        list("D", "SEK", price("A", "1", "80"), price("B", "1", "40"));
        push();
        shop.activate(DEALERS);
        shop.has("NEW");
        list("D", "SEK", price("A", "1", "80"), price("B", "1", "41"), price("NEW", "1", "9"));
        push();
        assertThat(shop.shown("A", DEALERS)).as("nobody has looked").isEqualTo("0");

        assertThat(mustLook()).isTrue();
        push();

        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");
        assertThat(shop.shown("NEW", DEALERS)).isEqualTo("9");
    }

    @Test
    void whatTheShopKnowsOfALossIsNotForgottenByACrashBeforeThePush() {
        list("D", "SEK", price("A", "1", "80"));
        push();
        shop.activate(DEALERS);
        assertThat(mustLook()).isTrue();

        assertThat(mustLook()).as("as long as nobody has read it").isTrue();
    }

    @Test
    void aPriceThatWaitsShowsTheLastOneThatWasApproved() {
        list("D", "SEK", price("A", "1", "80"));
        push();
        list("D", "SEK", price("A", "1", "8"));
        push();
        shop.activate(DEALERS);

        assertThat(mustLook()).isTrue();
        push();
        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");

        decide("A", Decision.REJECTED);
        shop.activate(DEALERS);
        assertThat(mustLook()).isTrue();
        push();
        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");
    }

    @Test
    void aPriceThatTheShopRefusesShowsTheLastOneThatItTook() {
        list("D", "SEK", price("A", "1", "80"));
        push();
        list("D", "SEK", price("A", "1", "90"));
        shop.refuse("A");
        push();
        shop.refuseNothing();
        shop.activate(DEALERS);

        assertThat(mustLook()).isTrue();
        push();

        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");
    }

    @Test
    void aZeroThatWasToldIsNoLoss() {
        list("D", "SEK", price("A", "1", "80"), price("B", "1", "40"));
        push();
        list("D", "SEK", price("A", "1", "0"), price("B", "1", "40"));
        push();
        decide("A", Decision.APPROVED);
        push();
        assertThat(shop.shown("A", DEALERS)).isEqualTo("0");

        assertThat(mustLook()).isFalse();
    }

    @Test
    void aPriceThatTheShopHasMadeZeroByItsDecimalsIsNoLoss() {
        shop.decimals = 2;
        list("D", "SEK", price("A", "1", "0.0049"));
        push();

        assertThat(mustLook()).isFalse();
    }

    @Test
    void aCountryListWithItsOfferIsMended() {
        list("N", "NOK", price("A", "1", "90"), price("A", "5", "80"));
        shop.activate(NORWAY);
        push();

        shop.activate(NORWAY);

        assertThat(mustLook()).isTrue();
        push();
        assertThat(shop.shown("A", NORWAY)).isEqualTo("90");
        assertThat(shop.shownTiers("A", NORWAY)).isEqualTo(Map.of(5, "80"));
    }

    @Test
    void theMasterListIsLookedAtWithTheOthers() {
        sale("A", "100", "80");
        push();
        shop.shows("A", MASTER, "0");

        assertThat(mustLook()).isTrue();
        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("100 offer 80");
    }

    @Test
    void whatWasTakenAwayAndReadsZeroAfterAnActivationIsTakenAwayAgain() {
        base("A", "100");
        list("D", "SEK", price("A", "1", "80"), price("B", "1", "40"));
        push();
        list("D", "SEK", gone("A", "1"));
        push();
        assertThat(shop.shown("A", DEALERS)).isEqualTo("none");

        shop.activateFillingWhatIsMissing(DEALERS);

        assertThat(mustLook()).isTrue();
        push();
        assertThat(shop.shown("A", DEALERS)).isEqualTo("none");
        assertThat(shop.shown("B", DEALERS)).isEqualTo("40");
        assertThat(mustLook()).isFalse();
    }

    @Test
    void aListThatWasMadeAgainUnderItsNameIsFilledAndStillNeedsApproval() {
        list("N", "NOK", price("A", "1", "90"), price("A", "5", "80"), price("B", "1", "50"));
        push();
        list("N", "NOK", price("A", "1", "900"));
        push();
        shop.remakeNorway(33);

        assertThat(mustLook()).isTrue();
        push();

        assertThat(shop.shown("A", 33)).isEqualTo("90");
        assertThat(shop.shown("B", 33)).isEqualTo("50");
        assertThat(shop.shownTiers("A", 33)).isEqualTo(Map.of(5, "80"));
        assertThat(waiting())
                .extracting(request -> String.valueOf(request.after()))
                .containsExactly("900.00");
    }

    @Test
    void anArticleThatWasMadeAgainGetsItsPrices() {
        base("A", "100");
        list("D", "SEK", price("A", "1", "80"));
        push();
        shop.remake("A");

        assertThat(mustLook()).isTrue();
        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("100");
        assertThat(shop.shown("A", DEALERS)).isEqualTo("80");
        assertThat(mustLook()).isFalse();
    }

    @Test
    void aLookAsksForAFewVariantsHoweverManyThereAre() {
        List<String> skus = IntStream.range(0, 200).mapToObj(i -> "MANY-" + i).toList();
        skus.forEach(shop::has);
        skus.forEach(sku -> list("D", "SEK", price(sku, "1", "80")));
        skus.forEach(sku -> base(sku, "100"));
        push();
        shop.questions = 0;

        assertThat(mustLook()).isFalse();

        assertThat(shop.questions).isBetween(1, 8);
        assertThat(shop.sweeps).isOne();
    }

    /** It was told longest ago, so each look asks for it. */
    @Test
    void oneVariantThatCannotBeReadHidesNoLoss() {
        list("D", "SEK", price("A", "1", "80"));
        push();
        time.advance(Duration.ofMinutes(1));
        list("D", "SEK", price("A", "1", "80"), price("B", "1", "40"));
        push();
        shop.activate(DEALERS);
        shop.unreadable.add("A");

        assertThat(mustLook()).isTrue();
    }

    @Test
    void aShopWithoutListsIsNotAsked() {
        setup = new PriceSetup(true, Map.of(), BigDecimal.valueOf(30), true, "SEK");
        base("A", "100");
        push();
        shop.questions = 0;

        assertThat(mustLook()).isFalse();

        assertThat(shop.questions).isZero();
    }
}
