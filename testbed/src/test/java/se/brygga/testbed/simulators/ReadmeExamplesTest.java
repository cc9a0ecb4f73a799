package se.brygga.testbed.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.brygga.testbed.kit.Project;
import se.brygga.testbed.specter.SpecterSimulator;
import se.brygga.testbed.starweb.OrderKind;
import se.brygga.testbed.starweb.StarwebSimulator;

/** Runs every {@code curl} line of the test bed's README. */
class ReadmeExamplesTest {

    private static final Pattern CURL = Pattern.compile("curl (?:-X (\\w+) )?(\\S+)(?: -d '(.*)')?");

    @Test
    void everyExampleOfTheReadmeWorks() throws Exception {
        List<String> lines = Files.readAllLines(Project.root().resolve("testbed/README.md"));
        List<String> examples =
                lines.stream().filter(line -> line.startsWith("curl ")).toList();
        assertThat(examples).hasSizeGreaterThan(15);
        try (StarwebSimulator starweb = StarwebSimulator.start(0, 1, Clock.systemUTC());
                SpecterSimulator specter = SpecterSimulator.start(0, 1, Clock.systemUTC());
                HttpClient http = HttpClient.newHttpClient()) {
            starweb.placeAndPay("kajak-se", OrderKind.T1);
            starweb.placeAndPay("kajak-se", OrderKind.T1);
            for (String example : examples) {
                String command = example.replace("$STARWEB", starweb.uri().toString())
                        .replace("$SPECTER", specter.uri().toString());
                assertThat(status(http, command)).as(example).isBetween(200, 204);
            }
        }
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
