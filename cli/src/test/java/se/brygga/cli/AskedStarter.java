package se.brygga.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import se.brygga.cli.server.Profile;
import se.brygga.cli.server.Server;

/** The command line against a starter that answers what a test says, and keeps what it was asked. */
abstract class AskedStarter {

    static final String ORDER = "nordkajak/kajak-se/10025";

    record Said(int exit, String out, String err) {}

    record Answer(int status, String body) {}

    record Asked(String what, String token, String key, String body) {}

    @TempDir
    Path home;

    final Deque<Answer> answers = new ArrayDeque<>();
    final List<Asked> asked = new ArrayList<>();
    final List<String> languages = new ArrayList<>();
    HttpServer starter;

    @Nullable
    Thread watcher;

    @BeforeEach
    void open() throws IOException {
        starter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        starter.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            languages.add(String.valueOf(headers.getFirst("Accept-Language")));
            asked.add(new Asked(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    String.valueOf(headers.getFirst("Authorization")),
                    String.valueOf(headers.getFirst("Idempotency-Key")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer answer = answers.remove();
            if (answers.isEmpty() && watcher != null) {
                watcher.interrupt();
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (answer.status() == 429) {
                exchange.getResponseHeaders().add("Retry-After", "1");
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        starter.start();
    }

    @AfterEach
    void close() {
        starter.stop(0);
    }

    Said brygga(String... arguments) {
        String url = "http://127.0.0.1:" + starter.getAddress().getPort();
        return brygga(Server.of(Profile.of(Map.of("BRYGGA_URL", url, "BRYGGA_TOKEN", "secret"), home)), arguments);
    }

    static Said brygga(Server server, String... arguments) {
        try {
            return saidBy(() -> Brygga.run(server, arguments));
        } catch (Exception e) {
            throw new AssertionError("a command ends with an exit code", e);
        }
    }

    /** What is printed until this ends with its exit code. */
    static Said saidBy(Callable<Integer> command) throws Exception {
        PrintStream out = Objects.requireNonNull(System.out);
        PrintStream err = Objects.requireNonNull(System.err);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int exit = command.call();
            return new Said(exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
