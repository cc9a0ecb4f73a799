package se.brygga.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SearchCommandTest extends AskedStarter {

    @Test
    void aSearchSendsItsWordsInTheBodyAndReadsThemFromTheInput() {
        String finds = """
                {"groups":[{"by":"name","more":true,"orders":[{"order":"nordkajak/kajak-se/10025","state":"transferred",
                  "rule":null,"cause":null,"behind":null,"total":125.00,"currency":"SEK","placedAt":"2026-11-24T09:00:00Z",
                  "specterNumber":5001,"transferredAt":"2026-11-24T09:01:00Z"}]}]}""";
        answers.add(new Answer(200, finds));
        answers.add(new Answer(200, finds));
        answers.add(new Answer(200, "{\"groups\":[]}"));

        Said typed = brygga("search", "Åsa", "Öberg", "--tenant", "nordkajak", "--lang", "en");
        Said read = reading("Åsa Öberg\n", () -> brygga("search", "-", "--json"));

        assertThat(typed.out()).contains("name", ORDER, "5001", "than the newest 1");
        assertThat(read.out()).contains("\"by\" : \"name\"");
        assertThat(brygga("search", "nobody").out()).contains("Inget hittades");
        assertThat(asked).hasSize(3).allSatisfy(one -> assertThat(one.what()).isEqualTo("POST /api/v1/search"));
        assertThat(asked.getFirst().body()).contains("\"Åsa Öberg\"", "\"tenant\":\"nordkajak\"");
        assertThat(asked.get(1).body()).contains("\"Åsa Öberg\"");
        assertThat(brygga("search").exit()).isEqualTo(2);
        assertThat(reading("\n", () -> brygga("search", "-")).exit()).isEqualTo(2);
        assertThat(brygga("search", "--help").out()).contains("Skalet sparar");
    }

    private static Said reading(String input, Supplier<Said> command) {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(Charset.defaultCharset())));
            return command.get();
        } finally {
            System.setIn(before);
        }
    }
}
