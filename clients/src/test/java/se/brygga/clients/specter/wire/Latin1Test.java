package se.brygga.clients.specter.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Latin1Test {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "Åsa Öberg, Åsa Öberg",
                "Jiří Dvořák, Jirí Dvorák",
                "Łukasz Đorđević, Lukasz Dordevic",
                "Şükrü Iğdır, Sükrü Igdir",
                "“Pigg” – 5 € …, \"Pigg\" - 5 EUR ...",
                "L’Éclair, L'Éclair",
                "ﬁsk №1 ½, fisk No1 ½",
                "Nguyễn Thị Ánh, Nguyen Thi Ánh",
                "Œuvre ẞ, OEuvre SS"
            })
    void transliteratesWhatLatin1LacksAndKeepsTheRest(String text, String expected) {
        assertThat(Latin1.line(text).value()).isEqualTo(expected);
    }

    @Test
    void showsOneQuestionMarkForEachPictureOrForeignLetter() {
        assertThat(Latin1.line("Grattis 🎉 👨‍👩‍👧 👍🏽 🇸🇪 ☺️!").value()).isEqualTo("Grattis ? ? ? ? ?!");
        assertThat(Latin1.line("Иван").value()).isEqualTo("????");
    }

    @Test
    void dropsControlsAndInvisibleCharacters() {
        assertThat(Latin1.line("a\u0000b\u200Bc\u00ADd\u0085e\u009Ff\uFEFF").value())
                .isEqualTo("abcdef");
    }

    @Test
    void collapsesAllWhiteSpaceInALine() {
        assertThat(Latin1.line("\t Åsa\u00A0\u00A0Maria\r\n\u2003Öberg ").value())
                .isEqualTo("Åsa Maria Öberg");
    }

    @Test
    void keepsLineBreaksInComments() {
        assertThat(Latin1.lines(" Ring  på \r\n dörren\r2 tr\n").value()).isEqualTo("Ring  på\ndörren\n2 tr");
    }

    @Property
    void namesExactlyTheTextsThatWouldGetQuestionMarks(@ForAll String text) {
        Assume.that(!Normalizer.normalize(text, Form.NFKD).contains("?"));

        assertThat(Latin1.lost(text).findAny().isPresent())
                .isEqualTo(Latin1.line(text).value().contains("?"));
    }

    @Test
    void namesTheCharactersThatHaveNoFormInLatin1() {
        assertThat(Latin1.lost("Jiří – 5 € ½ ﬁsk? №1\u200B")).isEmpty();
        assertThat(Latin1.lost("茶 Ж 🛶").mapToObj(Character::toString)).containsExactly("茶", "Ж", "🛶");
    }

    @Property
    void leavesWhatItMadeAsItIs(@ForAll String text) {
        Latin1 once = Latin1.line(text);

        assertThat(Latin1.line(once.value())).isEqualTo(once);
        assertThat(Latin1.holds(once.value())).isTrue();
        assertThat(Latin1.lines(text).bytes()).doesNotContain(0x00, 0x0D, 0x7F);
    }

    @Test
    void hasOneByteForEachCharacter() {
        assertThat(Latin1.line("Åsa").bytes()).isEqualTo("Åsa".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void tellsWhetherACodeArrivesAsItIs() {
        assertThat(Latin1.holds("ÅL-1")).isTrue();
        assertThat(Latin1.holds("A\u030AL-1")).isTrue();
        assertThat(Latin1.holds("ŘL-1")).isFalse();
        assertThat(Latin1.holds("A 1 ")).isFalse();
    }

    @Test
    void cannotHoldOtherCharacters() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Latin1("ř")).withMessageNotContaining("ř");
    }

    @Test
    void doesNotShowItsText() {
        assertThat(Latin1.line("Åsa Öberg")).hasToString("Latin1[9 characters]");
    }
}
