package se.brygga.workflows.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.failure.ApplicationFailure;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.workflows.attention.CauseTexts;
import se.brygga.workflows.attention.Phrase;

class RefusalTextsTest {

    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)}");

    private static final String PLACE = "place";

    /** {@link Reason#SEVERAL} stands for its parts, and has no text. */
    private static Stream<RefusalCode> codes() {
        return RefusalCode.all().filter(code -> code != Reason.SEVERAL);
    }

    private static String begins(RefusalCode code, String language) {
        return code instanceof SetupReason ? bundle(language).getString(PLACE) : "";
    }

    @Test
    void noTwoCodesAreTheSame() {
        assertThat(RefusalCode.all().map(RefusalCode::code)).doesNotHaveDuplicates();
    }

    @Test
    void whatIsWrongWithASetUpSaysWhereAsFarAsThatIsKnown() {
        Refusal missing = SetupReason.MISSING.of("package").with("key", "package");

        assertThat(RefusalTexts.in(Locale.of("sv")).text(missing.with("line", 3)))
                .isEqualTo("rad 3, package: värdet saknas. Lägg till \"package: …\".");
        assertThat(RefusalTexts.in(Locale.ENGLISH)
                        .text(missing.with("tenant", "tehuset").with("shop", "te")))
                .isEqualTo("tenant tehuset: shop te: package: is missing. Add \"package: …\".");
        assertThat(RefusalTexts.in(Locale.ENGLISH).text(SetupReason.REFERENCE_WITHOUT_VALUE.of("KEY")))
                .startsWith("${KEY} has no value. Set the environment variable KEY, or write ${file:/path}");
    }

    @Test
    void aDetailIsWrittenInTheLanguageOfItsReader() {
        Refusal shop =
                SetupReason.SHOP_NOT_READ.of(Phrase.STARWEB_NO_TOKEN.with()).with("line", 3);

        assertThat(CauseTexts.in(Locale.of("sv")).refusal(shop))
                .isEqualTo("rad 3, Starweb lämnade ingen nyckel vid inloggningen.");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void eachReasonHasATextInBothLanguagesThatNamesAllItsParameters(RefusalCode code) {
        for (String language : List.of("sv", "en")) {
            assertThat(named(begins(code, language) + bundle(language).getString(code.code())))
                    .as("%s in %s", code, language)
                    .containsExactlyInAnyOrderElementsOf(code.parameters());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void noTextIsLeftOver(String language) {
        Set<String> codes = RefusalCode.all().map(RefusalCode::code).collect(Collectors.toSet());
        codes.add(PLACE);
        Set<String> parameters =
                RefusalCode.all().flatMap(code -> code.parameters().stream()).collect(Collectors.toSet());
        assertThat(bundle(language).keySet())
                .allSatisfy(key -> assertThat(codes.contains(key) || parameters.contains(key.replaceFirst("\\..*", "")))
                        .as(key)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aTextIsWholeWhereEveryValueIsThereAndWhereNoneIs(RefusalCode code) {
        Refusal filled = new Refusal(
                code,
                code.parameters().stream().collect(Collectors.toMap(name -> name, name -> "<" + name + ">")),
                List.of());
        Refusal empty = new Refusal(code, Map.of(), List.of());
        for (String language : List.of("sv", "en")) {
            RefusalTexts texts = RefusalTexts.in(Locale.of(language));
            assertThat(texts.text(filled)).doesNotContain("[", "]").doesNotContainPattern(VALUE);
            assertThat(texts.text(empty)).doesNotContain("[", "]").doesNotContainPattern(VALUE);
        }
    }

    @Test
    void aPartWithoutItsValuesIsLeftOut() {
        RefusalTexts swedish = RefusalTexts.in(Locale.of("sv"));
        assertThat(swedish.text(Reason.WAITS_NOT.of("transferred", 5001, "anna", "retry", "10:00")))
                .isEqualTo("Ordern väntar inte på något beslut: den är överförd, i Specter som 5001."
                        + " anna bestämde retry 10:00.");
        assertThat(swedish.text(Reason.WAITS_NOT.of("on-its-way", null, null, null, null)))
                .isEqualTo("Ordern väntar inte på något beslut: den är på väg.");
    }

    @Test
    void aValueIsNeverReadAsAText() {
        assertThat(RefusalTexts.in(Locale.ENGLISH).text(Reason.NO_PLACE.of("{text} [x] $1 \\")))
                .isEqualTo("\"{text} [x] $1 \\\" is neither TENANT nor TENANT/SHOP");
    }

    @Test
    void severalMistakesStandOnALineEach() {
        Refusal both = Refusal.together(List.of(Reason.NO_CURSOR.of(), Reason.NO_PLACE.of("x")))
                .orElseThrow();
        assertThat(RefusalTexts.in(Locale.ENGLISH).text(both).lines()).hasSize(2);
        assertThat(Refusal.together(List.of(Reason.NO_CURSOR.of()))).hasValue(Reason.NO_CURSOR.of());
        assertThat(Refusal.together(List.of())).isEmpty();
    }

    @Test
    void aRefusalHasTheParametersOfItsReasonAndNoOthers() {
        assertThatThrownBy(() -> Reason.NO_PLACE.of()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Reason.NO_CURSOR.of("x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRefusalPassesThroughTemporal() {
        Refusal refusal = new Refusal(
                Reason.SEVERAL, Map.of(), List.of(Reason.WAITS_NOT.of("skipped", null, "anna", "skip", "10:00")));
        Payload payload =
                DefaultDataConverter.STANDARD_INSTANCE.toPayload(refusal).orElseThrow();
        assertThat(DefaultDataConverter.STANDARD_INSTANCE.fromPayload(payload, Refusal.class, Refusal.class))
                .isEqualTo(refusal);
    }

    @Test
    void oneOfAnotherReleaseIsReadWithTheParametersThatItLacksEmpty() {
        Refusal older = stored("""
                {"code":"waits-not","parameters":{"state":"skipped","since":"10:00","number":null}}""");
        assertThat(older.parameters().keySet()).containsExactlyElementsOf(Reason.WAITS_NOT.parameters());
        assertThat(older).hasToString("it does not wait for a decision; it is skipped");
        assertThat(stored("{\"code\":\"no-cursor\",\"parts\":[]}")).isEqualTo(Reason.NO_CURSOR.of());
        assertThat(stored("{\"code\":\"several\",\"parts\":[{\"code\":\"newer\"},{\"code\":\"no-job\"}]}")
                        .parts())
                .containsExactly(Reason.WORKFLOW_REFUSED.of("newer"), Reason.NO_JOB.of(""));
    }

    @Test
    void aCodeOfANewerReleaseIsToldInTheWordsOfTheFailure() {
        ApplicationFailure newer = ApplicationFailure.newNonRetryableFailure(
                "the moon is full", UpdateRefused.TYPE, Map.of("code", "moon-full"));
        newer.setDataConverter(DefaultDataConverter.STANDARD_INSTANCE);
        ApplicationFailure received = (ApplicationFailure) DefaultDataConverter.STANDARD_INSTANCE.failureToException(
                DefaultDataConverter.STANDARD_INSTANCE.exceptionToFailure(newer));
        assertThat(UpdateRefused.in(received)).hasValue(Reason.WORKFLOW_REFUSED.of("the moon is full"));
    }

    @Test
    void aTimeIsToldInWholeSeconds() {
        assertThat(Reason.NO_WORKER_SINCE.of(Instant.parse("2026-11-24T10:00:00.123456Z")))
                .isEqualTo(Reason.NO_WORKER_SINCE.of("2026-11-24T10:00:00Z"));
    }

    @Test
    void severalAreNeverNone() {
        assertThatThrownBy(Reason.SEVERAL::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Refusal(Reason.NO_CURSOR, Map.of(), List.of(Reason.NO_CURSOR.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stored("{\"code\":\"several\"}")).isEqualTo(Reason.WORKFLOW_REFUSED.of("several"));
    }

    /** As a history, the books or an answer holds it. */
    private static Refusal stored(String json) {
        Payload payload = DefaultDataConverter.STANDARD_INSTANCE.toPayload(Map.of()).orElseThrow().toBuilder()
                .setData(ByteString.copyFromUtf8(json))
                .build();
        return DefaultDataConverter.STANDARD_INSTANCE.fromPayload(payload, Refusal.class, Refusal.class);
    }

    private static Set<String> named(String text) {
        return new TreeSet<>(
                VALUE.matcher(text).results().map(name -> name.group(1)).toList());
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("se.brygga.workflows.refusal.refusals_" + language, Locale.ROOT);
    }
}
