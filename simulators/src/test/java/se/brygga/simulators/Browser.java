package se.brygga.simulators;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain HTTP, so that the tests of the simulators share nothing with Brygga's clients. */
final class Browser {

    /** An answer as it came. */
    record Answer(int status, Map<String, String> headers, String body) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** One for all: each has threads of its own. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** @param headers name, value, name, value */
    Answer send(String method, String uri, String body, String... headers) throws Exception {
        return send(method, uri, body, StandardCharsets.UTF_8, headers);
    }

    Answer send(String method, String uri, String body, Charset charset, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri))
                .method(method, HttpRequest.BodyPublishers.ofString(body, charset));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(charset));
        return new Answer(
                answer.statusCode(),
                Map.of("retry-after", answer.headers().firstValue("Retry-After").orElse("")),
                answer.body());
    }
}
