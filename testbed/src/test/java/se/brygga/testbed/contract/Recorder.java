package se.brygga.testbed.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Stands between client and simulator and keeps everything that passes. */
final class Recorder implements AutoCloseable {

    /** @param query names of the query's parameters */
    record Exchange(String method, String path, Set<String> query, String request, int status, String answer) {}

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI target;
    private final List<Exchange> exchanges = new ArrayList<>();

    Recorder(URI target) throws IOException {
        this.target = target;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private void pass(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        URI asked = exchange.getRequestURI();
        HttpRequest.Builder forwarded = HttpRequest.newBuilder(target.resolve(asked.toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(request));
        for (String header : List.of("Content-Type", "Authorization", "Accept")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                forwarded.header(header, value);
            }
        }
        try {
            HttpResponse<String> answer = http.send(forwarded.build(), HttpResponse.BodyHandlers.ofString());
            keep(new Exchange(
                    exchange.getRequestMethod(),
                    asked.getPath(),
                    names(asked.getRawQuery()),
                    request,
                    answer.statusCode(),
                    answer.body()));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private synchronized void keep(Exchange exchange) {
        exchanges.add(exchange);
    }

    private static Set<String> names(@org.jspecify.annotations.Nullable String query) {
        return query == null
                ? Set.of()
                : Arrays.stream(query.split("&"))
                        .map(pair -> pair.substring(0, pair.indexOf('=')))
                        .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        server.stop(0);
        http.shutdownNow();
    }
}
