package se.brygga.clients.starweb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Says what a test told it to say, in that order, and keeps what it was asked. Tokens are given out by themselves, numbered,
 * unless a test says otherwise.
 */
final class StarwebStub implements AutoCloseable {

    /** @param target path and query as they came, still encoded */
    record Asked(String method, String target, String contentType, String authorization, String body) {}

    /** What the stub does with a request. */
    @FunctionalInterface
    interface Script {
        void play(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Script> tokenScripts = new ConcurrentLinkedQueue<>();
    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<Asked> tokensAsked = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    StarwebStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2");
    }

    StarwebStub answers(String body) {
        return answers(200, body);
    }

    StarwebStub answers(int status, String body) {
        return answers(status, Map.of(), body);
    }

    StarwebStub answers(int status, Map<String, String> headers, String body) {
        return plays(exchange -> send(exchange, status, headers, body));
    }

    StarwebStub plays(Script script) {
        scripts.add(script);
        return this;
    }

    StarwebStub answersTokenWith(int status, String body) {
        return answersTokenWith(status, Map.of(), body);
    }

    StarwebStub answersTokenWith(int status, Map<String, String> headers, String body) {
        return playsToken(exchange -> send(exchange, status, headers, body));
    }

    StarwebStub playsToken(Script script) {
        tokenScripts.add(script);
        return this;
    }

    /** Takes the request and closes the connection: nobody knows what became of it. */
    static void hangUp(HttpExchange exchange) {
        exchange.close();
    }

    /** Takes the request, and never says a word. */
    void staySilent(HttpExchange exchange) {
        await(closing);
    }

    /** Sends the head of an answer, and never all of its body. */
    void stopHalfway(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 700);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        await(closing);
    }

    /** Sends the head of an answer and closes the connection. */
    static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 700);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        exchange.close();
    }

    /** Answers when the test says so. */
    static Script after(CountDownLatch go, int status, String body) {
        return exchange -> {
            await(go);
            send(exchange, status, Map.of(), body);
        };
    }

    /** What was asked so far, each as method, path without the base, and body if any. */
    List<String> calls() {
        return asked.stream()
                .map(call -> call.method() + " " + call.target().substring("/api/v2".length())
                        + (call.body().isEmpty() ? "" : " " + call.body()))
                .toList();
    }

    List<Asked> tokensAsked() {
        return tokensAsked;
    }

    List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean token = exchange.getRequestURI().getPath().equals("/api/v2/token");
        List<Asked> list = token ? tokensAsked : asked;
        list.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                header(exchange, "Content-Type"),
                header(exchange, "Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Script script = (token ? tokenScripts : scripts).poll();
        if (script != null) {
            script.play(exchange);
        } else if (token) {
            send(exchange, 200, Map.of(), tokenAnswer("token-" + tokensAsked.size(), 3600));
        } else {
            send(exchange, 500, Map.of(), "the test did not expect this request");
        }
    }

    static String tokenAnswer(String token, long seconds) {
        return "{\"access_token\":\"" + token + "\",\"scope\":\"\",\"expires_in\":" + seconds + "}";
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> headers, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
