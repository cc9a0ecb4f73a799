package se.brygga.testbed.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import se.brygga.simulators.starweb.StarwebSimulator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of one simulated shop that our client does not make. */
final class RawClient implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    RawClient(StarwebSimulator starweb, String shop) throws IOException, InterruptedException {
        this.base = starweb.apiBase(shop);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=sim." + shop + "&client_secret=secret-" + shop))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        this.token = JsonMapper.shared().readTree(answer).path("access_token").asString();
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(method, path, body, token);
    }

    HttpResponse<String> send(String method, String path, String body, String with)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + with)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a file in a body of parts. */
    HttpResponse<String> upload(String method, String path, String name, byte[] content)
            throws IOException, InterruptedException {
        String head = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .method(
                        method,
                        HttpRequest.BodyPublishers.concat(
                                HttpRequest.BodyPublishers.ofString(head),
                                HttpRequest.BodyPublishers.ofByteArray(content),
                                HttpRequest.BodyPublishers.ofString("\r\n--part--\r\n")))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A read that must succeed. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return write("GET", path, "", 200);
    }

    /** @return what the answer holds in {@code data}; a missing node when it is empty */
    JsonNode write(String method, String path, String body, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body.replace('\'', '"'));
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isEqualTo(expected);
        return answer.body().isEmpty()
                ? JsonMapper.shared().missingNode()
                : JsonMapper.shared().readTree(answer.body()).path("data");
    }

    @Override
    public void close() {
        http.close();
    }
}
