package se.brygga.activities.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.brygga.activities.start.Launch.StartRefused;
import se.brygga.workflows.refusal.Reason;

/** What a failed start says, in both languages. */
class FailedStartTest {

    private static final Locale SWEDISH = Locale.of("sv");

    @Test
    void aRefusalIsToldInTheLanguageOfItsReader() {
        Exception failure = new IllegalStateException(new StartRefused(Reason.KEY_MISSING.of()));

        assertThat(FailedStart.inWords(failure, SWEDISH)).startsWith("krypteringsnyckeln saknas: sätt BRYGGA_KEY");
        assertThat(FailedStart.inWords(failure, Locale.ENGLISH)).startsWith("no encryption key: set BRYGGA_KEY");
    }

    @Test
    void aDatabaseThatIsAwayIsToldWithWhatItSaidAndWithoutAPassword() {
        Exception failure = new IllegalStateException(
                new SQLException("pool", new SQLException("refused: jdbc:x?password=hemlig&a\n", "08001")));

        assertThat(FailedStart.inWords(failure, SWEDISH))
                .isEqualTo("databasen släpper inte in Brygga (refused: jdbc:x?password=***&a ): starta den, eller rätta"
                        + " BRYGGA_DB_URL");
    }

    @Test
    void whatNobodyForesawIsToldInItsOwnWords() {
        assertThat(FailedStart.inWords(new IllegalStateException("odd"), SWEDISH))
                .isEqualTo("odd");
    }
}
