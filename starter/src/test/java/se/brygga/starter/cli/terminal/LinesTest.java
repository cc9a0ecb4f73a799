package se.brygga.starter.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.starter.desk.trouble.Trouble;
import se.brygga.workflows.ShopRef;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Phrase;
import se.brygga.workflows.feed.Feed;

class LinesTest {

    private static final Pattern VALUE = Pattern.compile("\\{[0-9]}");

    private static final Locale SWEDISH = Locale.of("sv");

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void eachLineHasItsWordsAndNoneIsLeftOver(String language) {
        assertThat(bundle(language).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Line.values()).map(Line::key).toList());
    }

    @Test
    void bothLanguagesNameTheSameValuesAndHaveAsManyHeadings() {
        assertThat(Line.values()).allSatisfy(line -> {
            String swedish = bundle("sv").getString(line.key());
            String english = bundle("en").getString(line.key());
            assertThat(values(swedish)).isEqualTo(values(english));
            assertThat(swedish.split(";")).hasSameSizeAs(english.split(";"));
        });
    }

    @Test
    void aShopThatIsNotWrittenIsToldInTheLanguageOfTheReader() {
        Trouble.NotWritten stock = new Trouble.NotWritten(
                new ShopRef("nordkajak", "kajak-se"),
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

    private static List<String> values(String text) {
        return List.copyOf(new TreeSet<>(
                VALUE.matcher(text).results().map(found -> found.group()).toList()));
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("se.brygga.starter.cli.terminal.lines_" + language, Locale.ROOT);
    }
}
