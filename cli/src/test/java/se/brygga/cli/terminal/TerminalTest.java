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
}
