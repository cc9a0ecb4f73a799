package se.brygga.clients.specter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCharsetTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><name>5 € – rea å</name>",
                "<?xml version=\"1.0\" encoding=\"windows-1252\"?><name>5 € – rea å</name>",
                "<name>5 € – rea å</name>"
            })
    void readsWhatWindowsMeansByLatin1(String text) {
        byte[] body = text.getBytes(WINDOWS_1252);
        assertThat(new String(body, AnswerCharset.of(body, null))).isEqualTo(text);
    }

    @Test
    void keepsLatin1WhereWindowsHasNothing() {
        byte[] body = {'<', 'a', '/', '>', (byte) 0x81};
        assertThat(AnswerCharset.of(body, "text/xml; charset=ISO-8859-1")).isEqualTo(StandardCharsets.ISO_8859_1);
    }
}
