package se.brygga.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.brygga.cli.view.Feed;
import se.brygga.cli.view.Trouble;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Phrase;

class TroubleLinesTest {

    private static final Locale SWEDISH = Locale.of("sv");

    @Test
    void aShopThatIsNotWrittenIsToldInTheLanguageOfTheReader() {
        Trouble.NotWritten stock = new Trouble.NotWritten(
                "nordkajak/kajak-se",
                Feed.STOCK,
                "name-not-in-shop",
                Phrase.NOT_IN_THE_SHOP.with(Phrase.STOCK_LOCATION.with("Lund")).stored(),
                Instant.parse("2026-11-24T10:00:00Z"),
                3,
                null);

        assertThat(TroubleLines.notWritten(stock, CauseTexts.in(SWEDISH), Lines.in(SWEDISH)))
                .startsWith("! inget lagersaldo skrivs till nordkajak/kajak-se sedan ")
                .contains("Butiken har inte lagerstället »Lund«.", "vid nästa hämtning")
                .endsWith("brygga feeds poke nordkajak stock");
        assertThat(TroubleLines.notWritten(stock, CauseTexts.in(Locale.ENGLISH), Lines.in(Locale.ENGLISH)))
                .contains("The shop does not have the stock location \"Lund\".", "with the next poll");
    }
}
