package se.brygga.clients.specter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as Specter may write them. */
class DecimalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "12|12",
                "1,5|1.5",
                "1.5|1.5",
                ",5|0.5",
                "-3|-3",
                "+4|4",
                " 7 |7",
                "1234,5|1234.5",
                "1 234,5|1234.5",
                "1\u00a0234,5|1234.5",
                "1\u202f234.50|1234.50",
                "-12 345 678|-12345678",
                "\u00a05\u00a0|5"
            })
    void readsCommaAndDotAndBlanksBetweenThousands(String written, String number) {
        assertThat(Decimals.read(written)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "tolv",
                "12 st",
                "1 2",
                "1 23,4",
                "12 34",
                "1234 567",
                "1,2,3",
                "1.234,5",
                "1 234 5",
                "--3",
                "1e3"
            })
    void readsNothingElse(String written) {
        assertThat(Decimals.read(written)).isNull();
    }
}
