package se.brygga.activities.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop begins after the orders that it has, whatever its clock and ours say. */
@Timeout(120)
class ShopBeginningTest extends IntakeScene {

    @BeforeEach
    void notBegun() {
        books.jdbc.sql("delete from intake_mark").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-3H", "PT-4M", "PT4M", "PT3H"})
    void takesWhatIsPlacedAfterTheBeginningAndNothingBefore(Duration shopsClockIsAhead) {
        Instant shopsTime = time.instant().plus(shopsClockIsAhead);
        put(1, shopsTime.minusSeconds(3600).toString());
        put(2, shopsTime.minusSeconds(1).toString());
        put(3, shopsTime.toString());
        scan();

        time.advance(Duration.ofMinutes(1));
        put(4, shopsTime.toString());
        put(5, shopsTime.plusSeconds(20).toString());
        scan();

        assertThat(engine.knows(transfer(1))).isFalse();
        assertThat(engine.knows(transfer(2))).isFalse();
        assertThat(engine.knows(transfer(3))).isFalse();
        assertThat(started(4, 5)).isTrue();
    }

    @Test
    void takesAllOfAShopThatHasNoOrderYet() {
        scan();
        put(1, time.instant().minus(Duration.ofDays(2)).toString());

        time.advance(Duration.ofMinutes(1));
        scan();

        assertThat(started(1)).isTrue();
    }

    @Test
    void leavesAnOldOrderThatCannotBeReadAndIsPaidLater() {
        put(7, BEGIN);
        shop.orders.garble(7);
        scan();

        assertThat(books.marks.find(SHOP).orElseThrow().isBefore(7, time.instant()))
                .isTrue();
        assertThat(books.marks.find(SHOP).orElseThrow().isBefore(8, time.instant()))
                .isFalse();
    }
}
