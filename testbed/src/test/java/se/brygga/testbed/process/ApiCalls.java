package se.brygga.testbed.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API of a running starter as a program does. */
final class ApiCalls {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI starter;

    ApiCalls(URI starter) {
        this.starter = starter;
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET());
    }

    HttpResponse<String> post(String path, String body, String key, String token)
            throws IOException, InterruptedException {
        return send(changing(path, key, token).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String body, String key, String tag, String token)
            throws IOException, InterruptedException {
        return send(changing(path, key, token).header("If-Match", tag).PUT(BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpRequest.Builder changing(String path, String key, String token) {
        return request(path, token).header("Content-Type", "application/json").header("Idempotency-Key", key);
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(starter + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
