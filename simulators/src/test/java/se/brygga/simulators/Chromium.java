package se.brygga.simulators;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in a headless Chromium, over its DevTools protocol: two pages are not worth a browser library's download. */
final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LISTENS = Pattern.compile("DevTools listening on ws://([^/]+)/");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket page;
    private volatile CompletableFuture<JsonNode> answer = new CompletableFuture<>();

    private Chromium(Process process, String debugger, URI address) throws Exception {
        this.process = process;
        HttpRequest open = HttpRequest.newBuilder(URI.create("http://" + debugger + "/json/new?"
                        + URLEncoder.encode(address.toString(), StandardCharsets.UTF_8)))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        JsonNode target = JsonMapper.shared()
                .readTree(http.send(open, HttpResponse.BodyHandlers.ofString()).body());
        this.page = http.newWebSocketBuilder()
                .buildAsync(URI.create(target.path("webSocketDebuggerUrl").asString()), new Answers())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile an empty folder */
    static Chromium open(Path profile, URI address) throws Exception {
        Path log = profile.resolve("chromium.log");
        Process process = new ProcessBuilder(
                        program().orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            String debugger = await("Chromium listens")
                    .atMost(PATIENCE)
                    .until(() -> debugger(log), Optional::isPresent)
                    .orElseThrow();
            return new Chromium(process, debugger, address);
        } catch (Exception | Error e) {
            process.destroy();
            throw e;
        }
    }

    private static Optional<String> debugger(Path log) {
        try {
            // Not readString: half of a character may be there.
            Matcher listens = LISTENS.matcher(new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
            return listens.find() ? Optional.of(listens.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a person reads. */
    String text() {
        return evaluate("document.body ? document.body.innerText : ''");
    }

    void awaitText(String text) {
        await("the page shows " + text).atMost(PATIENCE).until(() -> text().contains(text));
    }

    /** Clicks the first button with this text. */
    void click(String button) {
        evaluate("[...document.querySelectorAll('button')].find(b => b.textContent === '" + button + "').click()");
    }

    private String evaluate(String script) {
        answer = new CompletableFuture<>();
        JsonNode call = JsonMapper.shared()
                .createObjectNode()
                .put("id", 1)
                .put("method", "Runtime.evaluate")
                .set("params", JsonMapper.shared().createObjectNode().put("expression", script));
        page.sendText(call.toString(), true).join();
        JsonNode result =
                answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join().path("result");
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.path("exceptionDetails").toString());
        }
        return result.path("result").path("value").asString("");
    }

    /** A message may come in pieces. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder pieces = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean last) {
            pieces.append(piece);
            if (last) {
                answer.complete(JsonMapper.shared().readTree(pieces.toString()));
                pieces.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        page.abort();
        http.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
