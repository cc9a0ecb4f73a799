package se.brygga.workflows.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CauseTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void eachCauseHasAllItsTexts(String language) {
        CauseTexts texts = CauseTexts.in(Locale.of(language));
        for (Cause cause : Cause.values()) {
            assertThat(texts.title(cause)).isNotBlank();
            assertThat(texts.text(cause)).isNotBlank();
            assertThat(texts.fix(cause)).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void noTextIsLeftOver(String language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle("se.brygga.workflows.attention.causes_" + language, Locale.ROOT);
        assertThat(bundle.keySet()).hasSize(3 * Cause.values().length);
    }
}
