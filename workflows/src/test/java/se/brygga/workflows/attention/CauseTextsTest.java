package se.brygga.workflows.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CauseTextsTest {

    private static final List<String> RULES =
            List.of("not-complete", "status-not-chosen", "placed-before-start", "deleted-in-shop", "operator");

    /** Their texts are written with what they are about. */
    private static final List<String> ELSEWHERE = List.of(
            "changed-after",
            "payment-changed",
            "customer-changed",
            "cancelled-",
            "reopened-",
            "shop-",
            "starweb-credentials",
            "specter-credentials",
            "article-");

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
        assertThat(bundle.keySet())
                .filteredOn(key -> !key.endsWith(".named"))
                .hasSize(3 * Cause.values().length + RULES.size() + Phrase.values().length);
        assertThat(bundle.keySet())
                .filteredOn(key -> key.endsWith(".named"))
                .allSatisfy(key -> assertThat(bundle.keySet()).contains(key.replace(".named", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void noTextOfAnOrderThatWaitsSpeaksInWordsOfACommandLineOrPointsBelow(String language) {
        CauseTexts texts = CauseTexts.in(Locale.of(language));
        assertThat(Cause.values())
                .filteredOn(cause -> cause.decisions().size() > 1)
                .filteredOn(cause -> ELSEWHERE.stream().noneMatch(cause.code()::startsWith))
                .allSatisfy(cause -> assertThat(texts.text(cause) + " " + texts.fix(cause))
                        .doesNotContainPattern(
                                "(?i)\\b(apply|with done|med done|with skip|med skip|nedan|below(?! zero)|"
                                        + "brygga (orders|tenant|stock|prices)|clientId|clientSecret|baseUrl)\\b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void eachRuleThatSkipsHasAText(String language) {
        CauseTexts texts = CauseTexts.in(Locale.of(language));
        assertThat(RULES)
                .allSatisfy(rule -> assertThat(texts.skipped(rule, Map.of())).isNotBlank());
        assertThat(texts.skipped("status-not-chosen", Map.of("status", "Packad", "wanted", "created, picking")))
                .contains("Packad", "created, picking");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void eachPhraseOfADetailHasItsWords(String language) {
        CauseTexts texts = CauseTexts.in(Locale.of(language));
        assertThat(Phrase.values())
                .allSatisfy(phrase -> assertThat(texts.detail(phrase.toString()))
                        .isNotBlank()
                        .doesNotContain("{", phrase.key() + "}"));
    }

    @Test
    void aDetailIsWrittenOutInTheLanguageOfItsReader() {
        String detail =
                Phrase.ROW + " 3, SKU {A}: " + Phrase.VAT + " 12.5 % " + Phrase.NOT_WHOLE + " {nothing-of-ours} $1";
        assertThat(CauseTexts.in(Locale.of("sv")).detail(detail))
                .isEqualTo("rad 3, SKU {A}: moms 12.5 % är inte ett helt tal {nothing-of-ours} $1");
        assertThat(CauseTexts.in(Locale.ENGLISH).detail(detail))
                .isEqualTo("row 3, SKU {A}: VAT 12.5 % is not a whole number {nothing-of-ours} $1");
    }

    @Test
    void namesWhatIsKnownAndElseSaysTheSameWithoutNames() {
        CauseTexts texts = CauseTexts.in(Locale.of("sv"));
        assertThat(texts.text(Cause.PAYMENT_NOT_MAPPED, Map.of("method", "Postförskott")))
                .isEqualTo("Betalsättet »Postförskott« har ingen betalkod i Specter.");
        assertThat(texts.text(Cause.PAYMENT_NOT_MAPPED)).isEqualTo("Orderns betalsätt har ingen betalkod i Specter.");
        assertThat(texts.fix(Cause.TOTALS_DIFFER, Map.of("difference", "5.00 SEK", "specter", "31850.00 SEK")))
                .contains("5.00 SEK", "31850.00 SEK");
    }
}
