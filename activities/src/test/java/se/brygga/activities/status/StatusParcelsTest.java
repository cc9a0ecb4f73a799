package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.clients.shop.NamesInMemory.COMPLETED;
import static se.brygga.clients.shop.NamesInMemory.PACKED;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.status.StatusReport.CallbackOutcome;
import se.brygga.activities.status.specter.OrderEvent;
import se.brygga.clients.shop.OrderInMemory.Write;
import se.brygga.clients.shop.OrderMarks.OrderUpdate;
import se.brygga.setup.StatusSetup;
import se.brygga.setup.StatusSetup.Event;
import se.brygga.setup.StatusSetup.Rule;

/** The parcels of an order: one in its tracking field, further ones in a comment, each once. */
@Timeout(120)
class StatusParcelsTest extends StatusScene {

    @Test
    void leavesATrackingNumberThatIsOnTheOrder() {
        shop.trackingNo = "ANDERS-1";
        happened(OrderEvent.DELIVERED, "11");

        tell();

        assertThat(shop.trackingNo).isEqualTo("ANDERS-1");
        assertThat(shop.said).containsExactly("Kollinummer: 11");
    }

    @Test
    void tellsFurtherParcelsInOneCommentOnce() {
        shop.losesTheAnswerToAComment();
        happened(OrderEvent.DELIVERED, "11", "12", "13");

        assertThat(tellUntilSettled()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.trackingNo).isEqualTo("11");
        assertThat(shop.said).containsExactly("Kollinummer: 12, 13");
        assertOnce();
    }

    @Test
    void aNumberIsNotSaidBecauseAnotherOneBeginsWithIt() {
        shop.said.add("Kollinummer: 120, 7-121");
        happened(OrderEvent.DELIVERED, "11", "12");

        tell();

        assertThat(shop.said).contains("Kollinummer: 12");
    }

    @Test
    void aNumberThatIsTooLongForTheOrderIsToldInTheComment() {
        String tooLong = "9".repeat(51);
        happened(OrderEvent.DELIVERED, tooLong);

        tell();

        assertThat(shop.trackingNo).isNull();
        assertThat(shop.said).containsExactly("Kollinummer: " + tooLong);
    }

    @Test
    void aParcelWithoutACarrierIsACommentAndTheNoteSaysWhy() {
        setup = new StatusSetup(setup.rules(), Map.of("1", "no such carrier"), setup.sequence(), 7);
        happened(OrderEvent.DELIVERED, "11");

        assertThat(tellUntilSettled())
                .isInstanceOfSatisfying(
                        CallbackOutcome.Reported.class,
                        reported -> assertThat(String.valueOf(reported.note()))
                                .startsWith("{no-carrier|")
                                .contains("1"));

        assertThat(shop.trackingNo).isNull();
        assertThat(shop.said).containsExactly("Kollinummer: 11");
    }

    @Test
    void sendsNoTrackingWhereTheSetUpDoesNotWantIt() {
        setup = setup(Map.of(Event.DELIVERED, new Rule("completed", true, true, false, false)));
        happened(OrderEvent.DELIVERED, "11", "12");

        tell();

        assertThat(shop.trackingNo).isNull();
        assertThat(shop.said).isEmpty();
    }

    @Test
    void anOrderThatStaffCompletedGetsItsTrackingNumberWithoutAStatus() {
        shop.status = COMPLETED;
        shop.payment = "captured";
        shop.then(Write.TAKEN_UNHEARD);
        happened(OrderEvent.DELIVERED, "11", "12");

        assertThat(tellUntilSettled()).isInstanceOf(CallbackOutcome.Reported.class);

        assertThat(shop.writes).containsExactly(new OrderUpdate(null, new OrderUpdate.Tracking(1, "11")));
        assertThat(shop.said).containsExactly("Kollinummer: 12");
        assertThat(shop.mails + shop.captures).isZero();
    }

    @Test
    void anOrderThatIsFurtherInTheShopGetsItsParcelsAllTheSame() {
        shop.status = PACKED;
        setup = setup(Map.of(Event.DELIVERED, new Rule("picking", true, true, true, false)));
        happened(OrderEvent.DELIVERED, "11", "12");

        assertThat(tell()).isInstanceOf(CallbackOutcome.Noted.class);

        assertThat(shop.writes).containsExactly(new OrderUpdate(null, new OrderUpdate.Tracking(1, "11")));
        assertThat(shop.said).containsExactly("Kollinummer: 12");
        assertThat(shop.mails + shop.captures).isZero();
    }

    @Test
    void noParcelsAreToldWhereStaffWereFirstAndTheSetUpDoesNotWantThem() {
        shop.payment = "captured";
        for (String status : List.of("picking", "Packad")) {
            shop.status = PACKED;
            setup = setup(Map.of(Event.DELIVERED, new Rule(status, true, true, false, false)));
            happened(OrderEvent.DELIVERED, "11", "12");

            tell();
        }

        assertThat(shop.writes).isEmpty();
        assertThat(shop.said).isEmpty();
    }

    @Test
    void laterParcelsAreToldWithoutAStatus() {
        shop.status = COMPLETED;
        happened(OrderEvent.PARCELS, "11", "12");

        assertThat(tell()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes).containsExactly(new OrderUpdate(null, new OrderUpdate.Tracking(1, "11")));
        assertThat(shop.said).containsExactly("Kollinummer: 12");
        assertThat(shop.mails + shop.captures).isZero();
    }

    @Test
    void laterParcelsAreToldOnceAlthoughAnswersAreLost() {
        shop.status = COMPLETED;
        shop.then(Write.TAKEN_UNHEARD).losesTheAnswerToAComment();
        happened(OrderEvent.PARCELS, "11", "12");

        assertThat(tellUntilSettled()).isEqualTo(new CallbackOutcome.Reported(null));

        assertThat(shop.writes).hasSize(1);
        assertThat(shop.said).containsExactly("Kollinummer: 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "PostNord", "postnord"})
    void theCarrierIsTheSetUpsElseTheOneCalledAsTheShippingMethod(String method) {
        setup = new StatusSetup(setup.rules(), Map.of(method, "DHL"), setup.sequence(), 7);
        happened(OrderEvent.DELIVERED, "11");

        tell();

        assertThat(shop.tracker).isEqualTo(2);
    }
}
