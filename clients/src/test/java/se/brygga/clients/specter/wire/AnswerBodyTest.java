package se.brygga.clients.specter.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerBodyTest {

    static Stream<Charset> charsets() {
        return Stream.of(ISO_8859_1, UTF_8);
    }

    /** The encoding is found piece by piece, and letters of two bytes lie across the pieces' borders. */
    @ParameterizedTest
    @MethodSource("charsets")
    void findsTheEncodingOfALongAnswer(Charset charset) {
        String words = "x" + "åäö".repeat(50_000);

        assertThat(AnswerBody.read(new SpecterReply(200, null, null, ("0;30;" + words).getBytes(charset))))
                .isEqualTo(new AnswerBody.Failure("30", words));
    }

    @ParameterizedTest
    @MethodSource("charsets")
    void seesAForeignByteAtTheVeryEnd(Charset charset) {
        byte[] body = ("0;30;" + "a".repeat(20_000) + "é").getBytes(charset);

        assertThat(AnswerBody.read(new SpecterReply(200, "text/plain; charset=us-ascii", null, body)))
                .isEqualTo(new AnswerBody.Failure("30", "a".repeat(20_000) + "é"));
    }
}
