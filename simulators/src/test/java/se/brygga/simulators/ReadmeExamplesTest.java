package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.protocol.SpecterQuirk;
import se.brygga.simulators.starweb.StarwebSimulator;
import se.brygga.simulators.starweb.shop.OrderKind;
import se.brygga.simulators.starweb.wire.StarwebQuirk;

/** The test bed's documents are true: every {@code curl} line of its README works, and its tables are the code's. */
@ExtendWith(SimulatorsAtWork.class)
class ReadmeExamplesTest {

    private static final Pattern CURL = Pattern.compile("curl (?:-X (\\w+) )?(\\S+)(?: -d '(.*)')?");

    @Test
    void everyExampleOfTheReadmeWorks(StarwebSimulator starweb, SpecterSimulator specter) throws Exception {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        List<String> examples =
                lines.stream().filter(line -> line.startsWith("curl ")).toList();
        assertThat(examples).hasSizeGreaterThan(15);
        try (HttpClient http = HttpClient.newHttpClient()) {
            starweb.placeAndPay("kajak-se", OrderKind.T1);
            starweb.placeAndPay("kajak-se", OrderKind.T1);
            for (String example : examples) {
                String command = example.replace("$STARWEB", starweb.uri().toString())
                        .replace("$SPECTER", specter.uri().toString());
                assertThat(status(http, command)).as(example).isBetween(200, 204);
            }
        }
    }

    @Test
    void theTablesOfQuirksSayWhatTheSimulatorsKnow() throws Exception {
        String expected =
                """
                # Quirks of the simulators

                Where nobody outside Starweb or Specter knows: what may be chosen, the usual first. `#` is any whole number. The number
                before the colon is the open point's in the protocol's reference, `S-` a fault that lasts. Set as in the
                [README](README.md).

                ## Starweb, per shop

                """ + table(StarwebQuirk.asUsual()) + "\n## Specter, per account\n\n" + table(SpecterQuirk.asUsual());
        assertThat(Files.readString(Path.of("quirks.md"))).isEqualTo(expected);
    }

    private static String table(Quirks quirks) {
        return quirks.known().stream()
                .map(quirk -> "| `%s` | %s | `%s` |\n"
                        .formatted(quirk.key(), quirk.meaning(), String.join("`, `", quirk.choices())))
                .collect(Collectors.joining("", "| quirk | what | values |\n|---|---|---|\n", ""));
    }

    private static int status(HttpClient http, String command) throws Exception {
        Matcher curl = CURL.matcher(command);
        assertThat(curl.matches()).as(command).isTrue();
        String method = curl.group(1) == null ? "GET" : curl.group(1);
        String body = curl.group(3) == null ? "" : curl.group(3);
        HttpRequest request = HttpRequest.newBuilder(URI.create(curl.group(2)))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
