package se.brygga.starter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body that trickles keeps no thread, whoever sends it: web hooks need the same threads. */
@Timeout(120)
class SlowBodyTest extends ApiServed {

    private static final List<String> ROUTES = List.of(
            "POST /api/v1/search",
            "POST /api/v1/decisions",
            "POST /api/v1/jobs/sums",
            "PUT /api/v1/tenants/nordkajak/setup",
            "POST /api/v1/prices/nordkajak/file/preview");

    @Test
    void isAnsweredThatItTookTooLong() throws Exception {
        Map<String, Future<String>> answers = new HashMap<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            ROUTES.forEach(route -> answers.put(route, callers.submit(() -> trickle(route, 5_000))));
        }
        for (Map.Entry<String, Future<String>> answer : answers.entrySet()) {
            assertThat(answer.getValue().get()).as(answer.getKey()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void isReadWhenItComesSlowlyButInTime() throws Exception {
        assertThat(trickle("POST /api/v1/search", 3)).startsWith("HTTP/1.1 400 ");
    }

    /** Sends a letter every 200 ms until there is an answer. */
    private static String trickle(String route, int length) throws IOException {
        URI server = URI.create(base);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(200);
            send(
                    socket,
                    route
                            + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer all\r\nIdempotency-Key: k\r\nIf-Match: \"5\"\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n");
            for (int sent = 0; sent < 300; sent++) {
                if (sent < length) {
                    send(socket, "x");
                }
                String answer = answer(socket.getInputStream());
                if (!answer.isEmpty()) {
                    return answer;
                }
            }
        }
        return "no answer";
    }

    private static String answer(InputStream stream) throws IOException {
        byte[] bytes = new byte[1024];
        try {
            int read = stream.read(bytes);
            return read < 0 ? "the connection was cut" : new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
        } catch (SocketTimeoutException none) {
            return "";
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
