package se.brygga.activities.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeKeyTest {

    @Test
    void isReadAsItWasWritten() {
        TimeKey key = new TimeKey(Instant.parse("2026-11-24T10:00:00.123456Z"), "an id with blanks");

        assertThat(TimeKey.parse(key.text())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2026-11-24T10:00:00Z",
                " 2026-11-24T10:00:00Z x",
                "2026-11-24 x",
                "2026-11-24T10:00:00.000Z x",
                "+99999-11-24T10:00:00Z x",
                "-0001-11-24T10:00:00Z x",
                "2026-11-24T10:00:00Z a\0b"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> TimeKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("after is no cursor");
    }
}
