package se.brygga.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.cli.initial.InitialText;
import se.brygga.cli.products.ProductText;
import se.brygga.workflows.refusal.Reason;

class LinesTest {

    private static final Pattern VALUE = Pattern.compile("\\{[0-9]}");

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void eachLineHasItsWordsAndNoneIsLeftOver(String language) {
        assertThat(bundle(language).keySet())
                .containsExactlyInAnyOrderElementsOf(texts().map(Text::key).toList());
    }

    @Test
    void bothLanguagesNameTheSameValuesAndHaveAsManyHeadings() {
        assertThat(texts()).allSatisfy(line -> {
            String swedish = bundle("sv").getString(line.key());
            String english = bundle("en").getString(line.key());
            assertThat(values(swedish)).isEqualTo(values(english));
            assertThat(swedish.split(";")).hasSameSizeAs(english.split(";"));
        });
    }

    @Test
    void whatSomebodyTypedIsRepeatedAsItIs() {
        Lines swedish = Lines.in(Locale.of("sv"));

        assertThat(swedish.say(Reason.NO_PLACE.of("{a|b} \\ c"))).startsWith("\"{a|b} \\ c\" är varken KUND");
    }

    private static List<String> values(String text) {
        return List.copyOf(new TreeSet<>(
                VALUE.matcher(text).results().map(found -> found.group()).toList()));
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("se.brygga.cli.terminal.lines_" + language, Locale.ROOT);
    }

    private static Stream<Text> texts() {
        return Stream.of(Line.values(), ProductText.values(), InitialText.values())
                .flatMap(Arrays::stream);
    }
}
