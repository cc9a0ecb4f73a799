package se.brygga.activities.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.orders.SearchTerm.Kind;

/** How people spell what they look for. */
class SearchTermTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    Åsa Öberg,             åsa öberg
                    ÅSA  ÖBERG,            öberg åsa
                    A\u030Asa O\u0308berg, Åsa Öberg
                    André,                 andre
                    Anna-Karin,            anna karin
                    O’Brien,               O'Brien
                    Kajak & Fritid AB,     kajak fritid
                    Strauß,                STRAUSS
                    İpek,                  ipek""")
    void namesAreFoundByTheirWordsHoweverTheyAreSpelled(String name, String typed) {
        assertThat(values(unescaped(name), Kind.NAME)).isNotEmpty().isEqualTo(values(typed, Kind.NAME));
    }

    private static String unescaped(String text) {
        return text.translateEscapes();
    }

    @Test
    void lettersOfTheAlphabetAreNotTheLettersTheyLookLike() {
        assertThat(values("Åsa", Kind.NAME)).isNotEqualTo(values("Asa", Kind.NAME));
        assertThat(values("Möller", Kind.NAME)).isNotEqualTo(values("Moller", Kind.NAME));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "070-123 45 67",
                "0701234567",
                "+46701234567",
                "+46 (0)70-123 45 67",
                "0046 70 123 45 67",
                "070.123.45.67",
                "070\u2013123\u00a045\u00a067"
            })
    void aSwedishPhoneNumberIsTheSameWithAndWithoutItsCountry(String typed) {
        assertThat(values(typed, Kind.PHONE)).containsExactly("0701234567");
    }

    @Test
    void aForeignPhoneNumberKeepsItsCountryAndAFieldMayHoldTwo() {
        assertThat(values("+47 22 33 44 55", Kind.PHONE)).containsExactly("+4722334455");
        assertThat(values("08-123 45 67 / 070-123 45 67", Kind.PHONE))
                .containsExactlyInAnyOrder("081234567", "0701234567");
        assertThat(values("Anna", Kind.PHONE)).isEmpty();
    }

    @Test
    void eMailsParcelsReferencesAndSkusAreFoundWhateverTheirCaseAndBlanks() {
        assertThat(values(" Anna.Berg@Example.SE ", Kind.EMAIL)).containsExactly("anna.berg@example.se");
        assertThat(values("anna@example.se", Kind.NAME)).isEmpty();
        assertThat(values("3733 7777-72se", Kind.PARCEL)).containsExactly("3733777772SE");
        assertThat(values("AbC 12-3", Kind.PAYMENT_REFERENCE)).containsExactly("abc12-3");
        assertThat(values(" kaj-006 ", Kind.SKU)).containsExactly("KAJ-006");
    }

    @Test
    void aNumberMayBeAnOrdersOrSpecters() {
        assertThat(values("#10025", Kind.ORDER_NUMBER)).containsExactly("10025");
        assertThat(values("10 025", Kind.SPECTER_NUMBER)).containsExactly("10025");
        assertThat(values("10025A", Kind.ORDER_NUMBER)).isEmpty();
        assertThat(values("9".repeat(19), Kind.ORDER_NUMBER)).isEmpty();
    }

    @Test
    void whatHoldsNothingToLookForHasNoTerms() {
        assertThat(SearchTerm.typed("\u00a0 ")).isEmpty();
        assertThat(values("--- \0 ' ;", Kind.NAME)).isEmpty();
        assertThat(values("AB", Kind.NAME)).isEmpty();
    }

    private static Set<String> values(String typed, Kind kind) {
        return SearchTerm.typed(typed).stream()
                .filter(term -> term.kind() == kind)
                .map(SearchTerm::value)
                .collect(Collectors.toSet());
    }
}
