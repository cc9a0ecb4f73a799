package se.brygga.activities.status;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.status.StatusRules.Verdict.ALREADY;
import static se.brygga.activities.status.StatusRules.Verdict.SHOP_IS_FURTHER;
import static se.brygga.activities.status.StatusRules.Verdict.WRITE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.brygga.clients.shop.OrderMarks.OrderState;
import se.brygga.clients.shop.ShopNames;
import se.brygga.setup.StatusSetup;

/** Whether a status is written. */
class StatusRulesTest {

    private static final ShopNames.OrderStatus CREATED = status(11, "created", "Mottagen");
    private static final ShopNames.OrderStatus PICKING = status(12, "picking", "Plockas");
    private static final ShopNames.OrderStatus COMPLETED = status(13, "completed", "Skickad");
    private static final ShopNames.OrderStatus CANCELED = status(14, "canceled", "Makulerad");
    private static final ShopNames.OrderStatus PACKED = status(90, null, "Packad");
    private static final ShopNames.OrderStatus STRANGE = status(91, null, "Ring kunden");
    private static final List<String> SEQUENCE = List.of("created", "picking", "packad", "completed");

    @Test
    void theSameStatusIsNeverWrittenAgainNotEvenByARuleForTheWayBack() {
        for (ShopNames.OrderStatus status : List.of(CREATED, PICKING, COMPLETED, CANCELED, PACKED)) {
            assertThat(judge(status, status, false)).isEqualTo(ALREADY);
            assertThat(judge(status, status, true)).isEqualTo(ALREADY);
        }
    }

    @Test
    void aStatusGoesForwardInTheSequence() {
        assertThat(judge(CREATED, PICKING, false)).isEqualTo(WRITE);
        assertThat(judge(CREATED, COMPLETED, false)).isEqualTo(WRITE);
        assertThat(judge(PICKING, PACKED, false)).isEqualTo(WRITE);
        assertThat(judge(PACKED, COMPLETED, false)).isEqualTo(WRITE);
    }

    @Test
    void aStatusGoesBackByARuleOnly() {
        assertThat(judge(PICKING, CREATED, false)).isEqualTo(SHOP_IS_FURTHER);
        assertThat(judge(PACKED, PICKING, false)).isEqualTo(SHOP_IS_FURTHER);
        assertThat(judge(COMPLETED, PICKING, false)).isEqualTo(SHOP_IS_FURTHER);
        assertThat(judge(PICKING, CREATED, true)).isEqualTo(WRITE);
        assertThat(judge(COMPLETED, PICKING, true)).isEqualTo(WRITE);
    }

    @Test
    void deliveredAndCancelledExcludeEachOther() {
        assertThat(judge(COMPLETED, CANCELED, false)).isEqualTo(SHOP_IS_FURTHER);
        assertThat(judge(CANCELED, COMPLETED, false)).isEqualTo(SHOP_IS_FURTHER);
    }

    @Test
    void aCancelledOrderIsNotRevivedNotEvenByARuleForTheWayBack() {
        assertThat(judge(CANCELED, COMPLETED, true)).isEqualTo(SHOP_IS_FURTHER);
        assertThat(judge(CANCELED, PICKING, true)).isEqualTo(SHOP_IS_FURTHER);
        assertThat(judge(CANCELED, STRANGE, true)).isEqualTo(SHOP_IS_FURTHER);
    }

    @Test
    void anEndedOrderIsLeftAlsoWithoutASequence() {
        assertThat(StatusRules.judge(state(COMPLETED), PICKING, rule(false), List.of()))
                .isEqualTo(SHOP_IS_FURTHER);
        assertThat(StatusRules.judge(state(CANCELED), STRANGE, rule(false), List.of()))
                .isEqualTo(SHOP_IS_FURTHER);
        assertThat(StatusRules.judge(state(PICKING), CREATED, rule(false), List.of()))
                .as("nothing says which comes first")
                .isEqualTo(WRITE);
    }

    @Test
    void aStatusOutsideTheSequenceStopsNothing() {
        assertThat(judge(STRANGE, COMPLETED, false)).isEqualTo(WRITE);
        assertThat(judge(PICKING, STRANGE, false)).isEqualTo(WRITE);
        assertThat(judge(CREATED, CANCELED, false)).isEqualTo(WRITE);
    }

    private static StatusRules.Verdict judge(ShopNames.OrderStatus now, ShopNames.OrderStatus wanted, boolean back) {
        return StatusRules.judge(state(now), wanted, rule(back), SEQUENCE);
    }

    private static StatusSetup.Rule rule(boolean back) {
        return new StatusSetup.Rule("any", true, true, true, back);
    }

    private static OrderState state(ShopNames.OrderStatus status) {
        return new OrderState(status.statusId(), status.idCode(), status.names(), null, null, null);
    }

    private static ShopNames.OrderStatus status(long id, @Nullable String idCode, String name) {
        return new ShopNames.OrderStatus(id, idCode, List.of(name));
    }
}
