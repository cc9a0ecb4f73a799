package se.brygga.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Old records go in small portions, and never without an end. */
class HousekeepingTest {

    @Test
    void goesOnUntilAPortionIsNotFull() {
        Queue<Integer> portions = new ArrayDeque<>(List.of(1_000, 1_000, 7, 1_000));

        assertThat(Housekeeping.inRounds(most -> portions.remove())).isEqualTo(2_007);
        assertThat(portions).hasSize(1);
    }

    @Test
    void leavesTheRestForTheNextTime() {
        assertThat(Housekeeping.inRounds(most -> most)).isEqualTo(Housekeeping.AT_ONCE * Housekeeping.ROUNDS);
    }
}
