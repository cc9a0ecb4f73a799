package se.brygga.activities.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static se.brygga.activities.SampleSetup.SHOP;

import org.junit.jupiter.api.Test;

class IntakePaceTest {

    @Test
    void waitsLongerTheLongerNothingIsFound() {
        assertThat(IntakePace.pauseAfter(0, SHOP)).isLessThan(IntakePace.pauseAfter(1, SHOP));
        assertThat(IntakePace.pauseAfter(50, SHOP))
                .isBetween(
                        IntakePace.LONGEST, IntakePace.LONGEST.multipliedBy(6).dividedBy(5));
    }
}
