package se.brygga.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

/**
 * An HTTP server on loopback that plays the faults of its {@link Faults} around a handler. Paths under {@code /__sim/}
 * and {@code /} (control API and page) never get a fault.
 */
public final class SimServer implements AutoCloseable {

    /** What a simulator does with a request. */
    public interface Handler {

        SimResponse handle(SimRequest request) throws IOException;

        /**
         * The text in which {@link Fault#match()} is searched. Specter's simulator adds the action, which may be in the
         * body.
         */
        default String describe(SimRequest request) {
            String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
            return request.method() + " " + request.path() + query;
        }
    }

    static {
        // Without this setting each answer on a kept connection waits 40 ms for the peer's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Handler handler;
    private final Faults faults;
    private final RequestLog log = new RequestLog();
    private volatile BiConsumer<SimRequest, SimResponse> observer = (request, response) -> {};

    private SimServer(HttpServer server, Handler handler, Faults faults) {
        this.server = server;
        this.handler = handler;
        this.faults = faults;
    }

    /**
     * Starts a server on 127.0.0.1.
     *
     * @param port 0 picks a free one
     * @throws IOException the port is taken
     */
    public static SimServer start(int port, Handler handler, Faults faults) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        SimServer server = new SimServer(http, handler, faults);
        http.setExecutor(server.threads);
        http.createContext("/", server::serve);
        http.start();
        return server;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public RequestLog log() {
        return log;
    }

    /** Shows every request that was acted on to this observer, with its answer before a fault spoils it. */
    public void observe(BiConsumer<SimRequest, SimResponse> newObserver) {
        observer = newObserver;
    }

    private SimResponse answer(SimRequest request) throws IOException {
        SimResponse response = handler.handle(request);
        observer.accept(request, response);
        return response;
    }

    private void serve(HttpExchange exchange) throws IOException {
        SimRequest request = read(exchange);
        boolean control = request.path().startsWith("/__sim") || request.path().equals("/");
        Optional<Fault> fault =
                control ? Optional.empty() : faults.draw(handler.describe(request), () -> whole(request));
        try {
            if (fault.isPresent()) {
                serveWithFault(exchange, request, fault.get());
            } else {
                send(exchange, answer(request));
            }
            if (!control) {
                // The response code is -1 while no status line was sent.
                int status = Math.max(0, exchange.getResponseCode());
                log.add(new RequestLog.Entry(
                        handler.describe(request), fault.map(Fault::kind).orElse(null), status));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        } catch (RuntimeException e) {
            // A defect of the simulator must be seen. It must not look like an odd answer of the remote.
            e.printStackTrace();
            send(exchange, SimResponse.of(599, "text/plain", "simulator defect: " + e, StandardCharsets.UTF_8));
        }
    }

    private static String whole(SimRequest request) {
        return request.path() + "?" + request.rawQuery() + "\n" + request.bodyAs(StandardCharsets.ISO_8859_1);
    }

    private void serveWithFault(HttpExchange exchange, SimRequest request, Fault fault)
            throws IOException, InterruptedException {
        switch (fault.kind()) {
            case STATUS -> send(exchange, failure(fault));
            case HTML -> send(exchange, SimResponse.html(200, "<html><body><h1>Ett fel uppstod</h1></body></html>"));
            case DROP_BEFORE_COMMIT -> exchange.close();
            case HANG_BEFORE_COMMIT -> {
                faults.hang();
                exchange.close();
            }
            case SLOW -> {
                Thread.sleep(fault.delayMillis());
                send(exchange, answer(request));
            }
            case DRIP -> drip(exchange, answer(request), fault.delayMillis());
            case STATUS_AFTER_COMMIT -> {
                answer(request);
                send(exchange, failure(fault));
            }
            case DROP_AFTER_COMMIT -> {
                answer(request);
                exchange.close();
            }
            case HANG_AFTER_COMMIT -> {
                answer(request);
                faults.hang();
                exchange.close();
            }
            case EMPTY -> {
                SimResponse answer = answer(request);
                send(exchange, new SimResponse(answer.status(), answer.headers(), new byte[0]));
            }
            case TRUNCATED -> {
                SimResponse answer = answer(request);
                byte[] half = java.util.Arrays.copyOf(answer.body(), answer.body().length / 2);
                send(exchange, new SimResponse(answer.status(), answer.headers(), half));
            }
        }
    }

    private static SimResponse failure(Fault fault) {
        String body = fault.body();
        SimResponse answer = body == null
                ? SimResponse.html(fault.status(), "<html><body><h1>" + fault.status() + "</h1></body></html>")
                : SimResponse.of(fault.status(), "text/plain", body, StandardCharsets.UTF_8);
        return fault.retryAfter() == null ? answer : answer.withHeader("Retry-After", fault.retryAfter());
    }

    private static void drip(HttpExchange exchange, SimResponse answer, long millis)
            throws IOException, InterruptedException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        for (byte one : answer.body()) {
            exchange.getResponseBody().write(one);
            exchange.getResponseBody().flush();
            Thread.sleep(Math.max(1, millis / Math.max(1, answer.body().length)));
        }
        exchange.close();
    }

    private static SimRequest read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = exchange.getRequestURI().getRawQuery();
        return new SimRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static void send(HttpExchange exchange, SimResponse response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean hasBody = response.body().length > 0;
        exchange.sendResponseHeaders(response.status(), hasBody ? response.body().length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(response.body());
        }
        exchange.close();
    }

    /** Stops at once; requests under way are dropped. */
    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        threads.shutdownNow();
    }
}
