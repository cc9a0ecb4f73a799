package se.brygga.starter.desk.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.brygga.activities.prices.PriceBook.Line;

/** Files with price lists as spreadsheets write them, and every mistake in them. */
class PriceFileTest {

    private static final List<Line> TWO = List.of(
            new Line("Återförsäljare", "SEK", "KAJ-001", BigDecimal.ONE, new BigDecimal("79.50")),
            new Line("Återförsäljare", "SEK", "KAJ-001", BigDecimal.TEN, new BigDecimal("70")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Återförsäljare;SEK;KAJ-001;1;79,50\nÅterförsäljare;SEK;KAJ-001;10;70",
                "priceList;currency;articleNo;fromQty;priceExclVat\r\nÅterförsäljare;SEK;KAJ-001;1;79.50\r\n\r\nÅterförsäljare;SEK;KAJ-001;10;70\r\n",
                "\uFEFF\"pricelist\"; \"currency\";\"articleNo\";\"fromQty\";\"priceExclVat\"\n\"Återförsäljare\";\"SEK\";\"KAJ-001\";\"1\";\"79,50\"\n Återförsäljare ; SEK ; KAJ-001 ; 10 ; 70 "
            })
    void readsWhatSpreadsheetsWrite(String text) {
        assertThat(read(text, StandardCharsets.UTF_8)).isEqualTo(new PriceFile.Result(TWO, List.of()));
    }

    @Test
    void readsIso88591() {
        String text = "Återförsäljare;SEK;KAJ-001;1;79,50\nÅterförsäljare;SEK;KAJ-001;10;70";

        assertThat(read(text, StandardCharsets.ISO_8859_1).lines()).isEqualTo(TWO);
    }

    @Test
    void namesEveryMistakeAtOnceAndTakesNothing() {
        PriceFile.Result result = read("""
                priceList;currency;articleNo;fromQty;priceExclVat
                A;SEK;KAJ-001;1;10
                A;SEK;kaj-001 ;1,0;11
                A;NOK;KAJ-002;1;10
                A;kr;KAJ-003;1;10
                ;SEK;;0;-1
                A;SEK;KAJ-004;1;1 234,50
                A;SEK;KAJ-005;1
                A;SEK;KAJ-006;ett;1.234,50
                """, StandardCharsets.UTF_8);

        assertThat(result.lines()).isEmpty();
        assertThat(result.mistakes())
                .extracting(Object::toString)
                .containsExactly(
                        "line 3: the same list, article and quantity stand in line 2. Remove one of them.",
                        "line 4: price list A is in SEK above and in NOK here. Give each currency a list of its own.",
                        "line 5: currency is \"kr\". Write three capital letters, like SEK.",
                        "line 6: priceList is empty. Fill it in, or remove the line.",
                        "line 6: articleNo is empty. Fill it in, or remove the line.",
                        "line 6: fromQty is 0. Write 1 or more.",
                        "line 6: priceExclVat is -1. Write 0 or more.",
                        "line 7: priceExclVat is \"1 234,50\", which is no number. Write it without separators of thousands"
                                + " and without a currency, like 1234,50.",
                        "line 8: it has 4 columns, not 5. Write priceList;currency;articleNo;fromQty;priceExclVat.",
                        "line 9: fromQty is \"ett\", which is no number. Write it without separators of thousands and without"
                                + " a currency, like 1234,50.",
                        "line 9: priceExclVat is \"1.234,50\", which is no number. Write it without separators of thousands"
                                + " and without a currency, like 1234,50.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "priceList;currency;articleNo;fromQty;priceExclVat\n"})
    void anEmptyFileIsAMistake(String text) {
        assertThat(read(text, StandardCharsets.UTF_8).mistakes()).hasSize(1);
    }

    private static PriceFile.Result read(String text, Charset charset) {
        return PriceFile.read(text.getBytes(charset));
    }
}
