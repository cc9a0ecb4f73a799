package se.brygga.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.specter.goods.SimArticleField;
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
        String expected = """
                # Quirks of the simulators

                Where nobody outside Starweb or Specter knows: what may be chosen, the usual first. `#` is any whole number. The number
                before the colon is the open point's in the protocol's reference, `S-` a fault that lasts. Set as in the
                [README](README.md).

                ## Starweb, per shop

                """ + table(StarwebQuirk.asUsual()) + "\n## Specter, per account\n\n"
                + table(SpecterQuirk.asUsual()) + ourShapes();
        assertThat(Files.readString(Path.of("quirks.md"))).isEqualTo(expected);
    }

    private static String ourShapes() {
        return """

                ## Articles of Specter: which names are ours

                The reference knows the parameters of `newArticleSubmit`, and of the article feed the names above `shortText`. The others
                are ours (O30), as are the next shapes (section 11 of the reference, ADR 20):

                * `newArticleNo_#` (`gap.identity`): the number that the article of the row has from now on.
                * `mainArticleNo_#` and `variantValues_#` (`gap.structure`): the variant's place. The values are pairs like
                  `Färg=Röd;Storlek=M`. A value holds neither `;` nor `=`. A row without both changes nothing of it.
                * `fullUpdate=1` on a get (`gap.fullRead`): everything counts as changed. It goes on until an answer is not full; the
                  next one begins anew.

                | field | in a row of `newArticleSubmit` | in the article feed |
                |---|---|---|
                """
                + Arrays.stream(SimArticleField.values())
                        .map(field -> "| `%s` | %s | %s |\n"
                                .formatted(field.id(), place(field, "call"), place(field, "feed")))
                        .collect(Collectors.joining());
    }

    private static String place(SimArticleField field, String where) {
        return Objects.requireNonNull(field.places().get(where))
                .map(name -> "`" + name + "`")
                .orElse("–");
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
