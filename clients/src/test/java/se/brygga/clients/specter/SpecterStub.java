package se.brygga.clients.specter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Says what a test told it to say, in that order, and keeps what it was asked, byte by byte. */
public final class SpecterStub implements AutoCloseable {

    /** @param target path and query as they came; {@code body} byte for character */
    public record Asked(String method, String target, String body) {}

    /** What the stub does with a request. */
    @FunctionalInterface
    interface Script {
        void play(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    public SpecterStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public SpecterStub answers(String body) {
        return answers(200, body);
    }

    public SpecterStub answers(int status, String body) {
        scripts.add(exchange -> send(exchange, status, body));
        return this;
    }

    /** Takes the request and closes the connection: nobody knows what became of it. */
    public SpecterStub hangsUp() {
        scripts.add(HttpExchange::close);
        return this;
    }

    /** Takes the request, and never says a word. */
    public SpecterStub staysSilent() {
        scripts.add(exchange -> await());
        return this;
    }

    /** Sends the head of an answer, and never its body. */
    public SpecterStub stopsHalfway() {
        scripts.add(exchange -> {
            exchange.sendResponseHeaders(200, 7);
            exchange.getResponseBody().write('1');
            exchange.getResponseBody().flush();
            await();
        });
        return this;
    }

    public List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        asked.add(
                new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), body));
        Script script = scripts.poll();
        if (script == null) {
            send(exchange, 500, "the test did not expect this request");
        } else {
            script.play(exchange);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            closing.await();
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
