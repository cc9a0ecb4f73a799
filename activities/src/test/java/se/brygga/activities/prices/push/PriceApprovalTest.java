package se.brygga.activities.prices.push;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.prices.push.ScriptedCatalogue.MASTER;
import static se.brygga.activities.prices.push.ScriptedCatalogue.NORWAY;

import java.util.Map;
import org.junit.jupiter.api.Test;
import se.brygga.activities.goods.ShopRounds;
import se.brygga.activities.prices.ApprovalBook.Decision;
import se.brygga.activities.prices.ApprovalBook.Ground;
import se.brygga.activities.prices.ApprovalBook.Request;
import se.brygga.workflows.attention.Cause;

/** A large change of a price, or one to zero, waits for a person. */
class PriceApprovalTest extends PriceScene {

    @Test
    void holdsWhatChangesByMoreThanTheSetUpAllowsUntilItIsApproved() {
        base("A", "130.01");
        base("B", "0");

        assertThat(push()).isEqualTo(new ShopRounds.Count(0, 2, false));

        assertThat(waiting()).extracting(Request::reason).containsExactly(Ground.ABOVE_LIMIT, Ground.TO_ZERO);
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
        Request seen = waiting().getFirst();
        base("A", "160");
        push();

        assertThat(books.approvals.decide(seen, Decision.APPROVED, "anna")).isFalse();

        decide("A", Decision.APPROVED);
        base("A", "170");
        push();
        assertThat(shop.shown("A", MASTER)).isEqualTo("100");
        assertThat(waiting())
                .extracting(request -> String.valueOf(request.after()))
                .containsExactly("170.00");
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
    void aTooGoodOfferWaits() {
        sale("A", "100", "10");

        push();

        assertThat(shop.shown("A", MASTER)).isEqualTo("100");
        assertThat(waiting())
                .extracting(request -> String.valueOf(request.after()))
                .containsExactly("100.00 (offer 10.00)");
    }

    @Test
    void aRowThatWouldReadZeroIsTakenAwayOnlyWithApproval() {
        list("N", "NOK", price("A", "1", "90"));
        push();
        list("N", "NOK", gone("A", "1"));

        push();

        assertThat(shop.shown("A", NORWAY)).isEqualTo("90");
        assertThat(waiting()).extracting(Request::after).containsOnlyNulls().hasSize(1);
        decide("A", Decision.APPROVED);
        push();
        assertThat(shop.shown("A", NORWAY)).isEqualTo("none");
    }

    @Test
    void mendsAListThatWasActivatedWithoutApproval() {
        list("N", "NOK", price("A", "1", "90"), price("A", "5", "80"));
        push();
        shop.takeWrites();
        shop.activate(NORWAY);
        assertThat(all.mustLook(SHOP, shopSetup())).isTrue();

        push();

        assertThat(shop.shown("A", NORWAY)).isEqualTo("90");
        assertThat(shop.shownTiers("A", NORWAY)).isEqualTo(Map.of(5, "80"));
        assertThat(shop.takeWrites()).containsExactly("A 3 1", "A 3 5");
        assertThat(all.mustLook(SHOP, shopSetup())).isFalse();
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
        assertThat(waiting())
                .extracting(request -> String.valueOf(request.after()))
                .containsExactly("900.00");
        assertThat(push().written()).isZero();
    }
}
