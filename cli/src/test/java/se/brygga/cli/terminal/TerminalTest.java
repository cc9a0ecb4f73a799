package se.brygga.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[2J",
                "\u009b2J",
                "\b\b\b",
                "\u0000",
                "\r",
                "\u007f",
                "\u202egnp.exe",
                "\u2066x",
                "\u200f",
                "\u2028"
            })
    void obeysNothingThatAnOrderSays(String text) {
        assertThat(Terminal.safe("a" + text + "b")).startsWith("a\ufffd").endsWith("b");
    }

    @Test
    void keepsWhatIsPrinted() {
        assertThat(Terminal.safe("Åsa Öberg\t1 250,00 kr\n€ 日本 🛶")).isEqualTo("Åsa Öberg\t1 250,00 kr\n€ 日本 🛶");
    }

    @Test
    void makesOneLineOfACell() {
        Table table = new Table("SKU", "NOTE");
        table.row("KAJ-1\nKAJ-2", "\u001b[31mred");

        assertThat(table.toString().lines()).hasSize(2);
        assertThat(table.toString()).contains("KAJ-1 KAJ-2").doesNotContain("\u001b");
    }

    @Test
    void cutsTheWidestCellsOfATableThatIsTooWideAndNamesLast() {
        Table table = new Table("ORDER", "CAUSE", "WHAT IT IS");
        table.row("nordkajak/kajak-se/10025", "no-rows", "Åsa 🛶🛶🛶 and a long text that nobody needs to read whole");

        assertThat(table.fitted(60).lines())
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(60))
                .last()
                .asString()
                .contains("nordkajak/kajak-se/10025", "no-rows", "Åsa 🛶🛶🛶")
                .endsWith("…");
        assertThat(table.fitted(25).lines().skip(1))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(25).startsWith("nordkajak/"));
    }

    @Test
    void aTableIsWholeWhereNoTerminalSaysHowWideItIs() {
        Table table = new Table("ORDER", "WHAT IT IS");
        table.row("a/b/1", "x".repeat(500));

        assertThat(table.toString()).contains("x".repeat(500));
        assertThat(Terminal.columns("80")).isEqualTo(80);
        assertThat(Terminal.columns("wide")).isEqualTo(Integer.MAX_VALUE);
        assertThat(table.fitted(1)).contains("…");
    }
}
