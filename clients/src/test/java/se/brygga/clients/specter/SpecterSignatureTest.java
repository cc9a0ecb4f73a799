package se.brygga.clients.specter;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.specter.wire.Latin1;

class SpecterSignatureTest {

    private static final String V4 = "e13acd5aad1664b5bc06185be668f806";

    private final SpecterSignature v2 = new SpecterSignature(
            new Secret("0123456789abcdef0123456789abcdef"), new Secret("11111111-2222-3333-4444-555555555555"), 9999);

    @ParameterizedTest
    @CsvSource({
        "42, 936333d65b5de22cc61d9aaed7b37a2d",
        "BATCH-1, c3899d730d3b2dff5b4332e1998e0d9d",
        "ART-001, 661d311672c6eb2a77f77bd69e2198d4",
        "Åsa Öberg, e13acd5aad1664b5bc06185be668f806",
        "Jirí Dvorák, 05dcdab0f28ca963006a5b228f6e5512",
        "Jiří Dvořák, 05dcdab0f28ca963006a5b228f6e5512"
    })
    void signsVectorsOneToFive(String x, String key) {
        assertThat(v2.sign(Latin1.line(x))).isEqualTo(key);
    }

    @Test
    void signsVectorSixOfTheFirstVersion() {
        var v1 = new SpecterSignature(
                new Secret("0123456789abcdef0123456789abcdef"), new Secret("fedcba9876543210fedcba9876543210"), 9999);

        assertThat(v1.sign(Latin1.line("42"))).isEqualTo("0571c7ee3d70e022a15b3899054c9cc9");
    }

    @Test
    void neverSignsUtf8AsVectorSevenDoes() {
        assertThat(v2.sign(Latin1.line("Åsa Öberg"))).isNotEqualTo("7612f4f9958bc59506adb312e371a41e");
    }

    @Test
    void signsUntidyAndDecomposedNamesAsTheTidyOne() {
        assertThat(v2.sign(Latin1.line("  Åsa   Öberg "))).isEqualTo(V4);
        assertThat(v2.sign(Latin1.line(Normalizer.normalize("Åsa Öberg", Normalizer.Form.NFD))))
                .isEqualTo(V4);
    }

    @Test
    void showsNoSecret() {
        assertThat(v2.toString()).doesNotContain("0123456789abcdef").doesNotContain("11111111");
    }
}
