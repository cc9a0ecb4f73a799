package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingTest {

    @Test
    void everyCommandOfTheTrainingIsAnsweredAndPrinted() throws Exception {
        AskedStarter.Said said = AskedStarter.saidBy(Training::run);

        assertThat(said.err()).isEmpty();
        assertThat(said.exit()).isZero();
        assertThat(said.out())
                .contains("2 av 3", "125.00 SEK", "\"specterNumber\" : null")
                .contains("5008", "newOrderSubmit", "373583947157");
    }
}
