package se.brygga.testbed.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scan that does not see is worse than none. */
class PersonalValuesTest {

    private static final String ROW =
            "{\"buyer\":{\"name\":\"Åsa Öberg\",\"mail\":\"asa.oberg7@example.se\"},\"total\":125}";

    private final PersonalValues values = new PersonalValues();

    PersonalValuesTest() {
        values.add("email", "asa.oberg7@example.se");
        values.add("firstName", "Per");
        values.add("lastName", "Öberg");
        values.add("lastName", "Hägglöf 🛶");
        values.add("address", "Södra Förstadsgatan 120");
        values.add("companyName", "Skärgårdsbolaget i Väst AB");
        values.add("mobilePhoneNo", "+46701740605");
        values.add("nationalIdNo", "556677-8899");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order of asa.oberg7@example.se",
                "ASA.OBERG@another.se",
                "Fru ÖBERG",
                "oberg, waits",
                "Herr Per!",
                "xHägglöfx",
                "hagglof",
                "på Södra Förstadsgatan 120",
                "forstadsgatan",
                "SKÄRGÅRDSBOLAGET",
                "call 0701740605",
                "0046701740605",
                "org 5566778899",
                "556677-8899",
                "{\"name\":\"\\u00d6berg\"}",
                "name=%D6berg&x=1",
                "name=%C3%96berg 100%",
                "asa.oberg7%40example.se"
            })
    void isFoundInWhateverFormItStands(String text) {
        assertThat(values.in(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two calls per order",
                "PER",
                "Person, Performance",
                "a+Per/b",
                "obergine",
                "i Göteborg",
                "order 10025 of nordkajak/kajak-se: 125.00 SEK",
                "at 1764000000000 in 46701740 ms",
                "Södra"
            })
    void isNotSeenWhereItIsNot(String text) {
        assertThat(values.in(text)).isEmpty();
    }

    @Test
    void isFoundInBase64AndInBytesOfBothCharsets() {
        byte[] utf = ROW.getBytes(StandardCharsets.UTF_8);

        assertThat(values.in("data: " + Base64.getEncoder().encodeToString(utf)))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(values.in(Base64.getUrlEncoder().withoutPadding().encodeToString(utf)))
                .isNotEmpty();
        assertThat(values.in(Encodings.text("Öberg".getBytes(StandardCharsets.ISO_8859_1))))
                .isNotEmpty();
        assertThat(values.in(URLEncoder.encode(ROW, StandardCharsets.ISO_8859_1)))
                .isNotEmpty();
    }

    @Test
    void whatIsFoundIsToldWithItsPlaceAndItsKind() {
        Findings findings = new Findings(values);
        findings.look("event 5 of workflow order/t/s/1", "summary for Öberg");

        assertThatThrownBy(findings::assertNone)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("event 5 of workflow order/t/s/1: lastName \"Oberg\" in \"…summary for Oberg");
    }

    @Test
    void aLookThatSeesNothingAtAllFails() {
        Findings findings = new Findings(values);

        findings.lookThrough("logs", "se.brygga", () -> findings.look("a log", "INFO se.brygga.worker: begun"));

        assertThatThrownBy(() -> findings.lookThrough("logs", "se.brygga", () -> findings.look("a log", "")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sees nothing");
    }
}
