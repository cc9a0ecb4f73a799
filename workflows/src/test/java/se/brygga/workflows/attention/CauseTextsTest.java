package se.brygga.workflows.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CauseTextsTest {

    private static final List<String> RULES =
            List.of("not-complete", "status-not-chosen", "placed-before-start", "deleted-in-shop", "operator");

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
                .containsExactlyInAnyOrderElementsOf(keys());
        assertThat(bundle.keySet())
                .filteredOn(key -> key.endsWith(".named"))
                .allSatisfy(key -> assertThat(bundle.keySet()).contains(key.replace(".named", "")));
    }

    private static Set<String> keys() {
        return Stream.of(
                        Arrays.stream(Cause.values())
                                .flatMap(cause ->
                                        Stream.of(".title", ".text", ".fix").map(part -> cause.code() + part)),
                        RULES.stream().map(rule -> "skipped." + rule + ".text"),
                        Arrays.stream(Phrase.values())
                                .map(phrase -> "detail."
                                        + phrase.name().toLowerCase(Locale.ROOT).replace("_", "-")))
                .flatMap(keys -> keys)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void noTextSpeaksInWordsOfACommandLineOrOfASetUpFile(String language) {
        CauseTexts texts = CauseTexts.in(Locale.of(language));
        assertThat(Cause.values())
                .allSatisfy(cause -> assertThat(texts.title(cause) + " " + texts.text(cause) + " " + texts.fix(cause))
                        .doesNotContainPattern(
                                "(?i)\\b(kör apply|apply it|with done|med done|with skip|med skip|nedan|below(?! zero)|"
                                        + "brygga (orders|tenant|stock|prices|systems)|clientId|clientSecret|baseUrl|"
                                        + "(status|stock|prices|orders)\\.\\w+)\\b"));
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
    void eachPhraseNamesAllItsValuesInBothLanguages(String language) {
        CauseTexts texts = CauseTexts.in(Locale.of(language));
        assertThat(Phrase.values()).allSatisfy(phrase -> {
            assertThat(written(phrase, texts)).isNotBlank().doesNotContain("{", "}", "|", "?");
            assertThat(values(phrase))
                    .allSatisfy(value -> assertThat(written(phrase, texts)).contains(value));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aPhraseThatEndsASentenceBeginsOne(String language) {
        CauseTexts texts = CauseTexts.in(Locale.of(language));
        assertThat(Phrase.values())
                .filteredOn(phrase -> written(phrase, texts).endsWith("."))
                .hasSizeGreaterThan(100)
                .allSatisfy(phrase -> assertThat(written(phrase, texts)).matches("[A-ZÅÄÖ<].*"));
    }

    private static String written(Phrase phrase, CauseTexts texts) {
        return texts.detail(phrase.with(values(phrase).toArray()));
    }

    private static List<String> values(Phrase phrase) {
        return IntStream.range(0, phrase.arity()).mapToObj(n -> "<" + n + ">").toList();
    }

    @Test
    void aDetailIsWrittenOutInTheLanguageOfItsReader() {
        Detail detail = Phrase.VAT_NOT_WHOLE
                .with(Phrase.WITH_SKU.with(Phrase.ROW.with(3), "A{1}|{row|7}\\$1"), "12.5")
                .and(Phrase.NO_EMAIL);
        assertThat(CauseTexts.in(Locale.of("sv")).detail(detail))
                .isEqualTo("Rad 3 (A{1}|{row|7}\\$1) har momssatsen 12.5 %, som inte är hela procent. "
                        + "Ordern har ingen e-postadress.");
        assertThat(CauseTexts.in(Locale.ENGLISH).detail(detail))
                .isEqualTo("Row 3 (A{1}|{row|7}\\$1) has the VAT rate 12.5 %, which is no whole percent. "
                        + "The order has no e-mail address.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "}", "|", "\\", "{row", "{row|", "{row|3", "{row|\\", "{no-such|a}", "{row|{part|1}}"})
    void aDetailThatIsDamagedIsWrittenAllTheSame(String stored) {
        assertThat(CauseTexts.in(Locale.ENGLISH).detail(new Detail(stored))).isNotNull();
        assertThat(CauseTexts.in(Locale.ENGLISH).detail(Detail.value(stored))).isEqualTo(stored);
    }

    @Test
    void noValueOfADetailHoldsWhatNoColumnTakes() {
        assertThat(Phrase.NO_SUCH_STATUS.with("a\0b").stored())
                .doesNotContain("\0")
                .contains("a\uFFFDb");
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
