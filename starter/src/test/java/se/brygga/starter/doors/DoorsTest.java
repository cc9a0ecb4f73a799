package se.brygga.starter.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The doors with the real server and the starter's own settings, asked over plain sockets. */
@Timeout(180)
@Tag("slow")
class DoorsTest {

    private static final String SECRET = "s3cret-s3cret-s3cret";

    @AutoClose
    private static ConfigurableApplicationContext app;

    @Configuration(proxyBeanMethods = false)
    @Import({DoorsConfiguration.class, Door.class})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    static class App {

        @Bean
        InstantSource time() {
            return InstantSource.system();
        }

        @Bean
        WorkflowClient temporal() {
            return mock(WorkflowClient.class);
        }
    }

    @RestController
    static class Door {

        private final RequestBody body;

        Door(RequestBody body) {
            this.body = body;
        }

        @PostMapping("/door/{secret}")
        ResponseEntity<String> receive(@PathVariable String secret, InputStream stream) throws IOException {
            return switch (body.read(stream)) {
                case RequestBody.Read.Whole _ -> ResponseEntity.noContent().build();
                case RequestBody.Read.TooLarge _ -> ResponseEntity.status(413).build();
                case RequestBody.Read.TooSlow _ -> ResponseEntity.status(408).build();
            };
        }

        @PostMapping("/broken/{secret}")
        String fail(@PathVariable String secret) {
            throw new IllegalStateException("broken by " + secret);
        }
    }

    @BeforeAll
    static void open() {
        app = new SpringApplicationBuilder(App.class)
                .properties("spring.config.name=brygga-starter")
                .run(
                        "--server.port=0",
                        "--brygga.doors.longest-request=1s",
                        "--server.tomcat.max-keep-alive-requests=-1",
                        "--logging.level.root=OFF");
    }

    @Test
    void takesARequestThatComesAtOnce() throws Exception {
        assertThat(answer("POST /door/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok"))
                .startsWith("HTTP/1.1 204");
    }

    @Test
    void cutsARequestWhoseHeadersTrickle() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "POST /door/x HTTP/1.1\r\nHost: a\r\nX-Slow: ");
            trickleUntilCut(socket);
        }
    }

    @Test
    void cutsARequestWhoseBodyTrickles() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "POST /door/x HTTP/1.1\r\nHost: a\r\nContent-Length: 10000\r\n\r\n");
            trickleUntilCut(socket);
        }
    }

    @Test
    void cutsABodyThatTricklesToAPathThatIsNotThere() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "POST /nothing HTTP/1.1\r\nHost: a\r\nContent-Length: 10000\r\n\r\n");
            trickleUntilCut(socket);
        }
    }

    @Test
    void keepsAConnectionThatSendsOneRequestAfterTheOther() throws Exception {
        try (Socket socket = connect()) {
            long end = System.nanoTime() + 3_000_000_000L;
            while (System.nanoTime() < end) {
                send(socket, "POST /door/x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nok");
                assertThat(headers(socket.getInputStream())).startsWith("HTTP/1.1 204");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /broken/SECRET HTTP/1.1",
                "POST /nothing/SECRET HTTP/1.1",
                "GET /door/SECRET HTTP/1.1",
                "POST /door/SECRET%00 HTTP/1.1",
                "POST /door/SECRET\u0001 HTTP/1.1",
                "POST /door/%zzSECRET HTTP/1.1",
                "POST /door/../../SECRET HTTP/1.1",
                "POST //door//SECRET/ HTTP/1.1",
                "POST /door/SECRET%2Fx HTTP/1.1",
                "POST /door/SECRET;x=%00 HTTP/1.1",
                "PRI * HTTP/2.0",
                "POST /door/SECRET HTTP/9.9"
            })
    void repeatsNoSecretAndNamesNoProgramInAnError(String line) throws Exception {
        String answer = answer(line.replace("SECRET", SECRET)
                + "\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\nContent-Type: application/json\r\n\r\n");

        assertThat(answer).doesNotContain(SECRET).doesNotContain("Exception").doesNotContain("Tomcat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/door/%00",
                "/door/a%00b",
                "/door/%zz",
                "/door/a%2Fb",
                "/../door/x",
                "/door/%c0%af",
                "//",
                "/%",
                "/;;",
                "/error",
                "/error?=%C2"
            })
    void answersAnOddPathAsOneThatIsWrong(String path) throws Exception {
        assertThat(answer("POST " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"))
                .matches("(?s)HTTP/1.1 (204|400|404).*");
    }

    @Test
    void doesNotReadAFormOfSeveralParts() throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--";
        assertThat(answer("POST /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 404");
    }

    /** One letter after the other: whether it is an answer or a broken connection that ends it, it ends. */
    private static void trickleUntilCut(Socket socket) throws IOException {
        socket.setSoTimeout(200);
        for (int letters = 0; letters < 150; letters++) {
            try {
                send(socket, "x");
                while (socket.getInputStream().read() >= 0) {
                    // An answer, before the end.
                }
                return;
            } catch (SocketTimeoutException stillOpen) {
                // The next letter, then.
            } catch (SocketException cut) {
                return;
            }
        }
        throw new AssertionError("the connection is still open");
    }

    private static String answer(String request) throws IOException {
        try (Socket socket = connect()) {
            send(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The headers of an answer without a body. */
    private static String headers(InputStream answer) throws IOException {
        StringBuilder headers = new StringBuilder();
        while (headers.indexOf("\r\n\r\n") < 0) {
            int letter = answer.read();
            assertThat(letter).as("the connection is open after %s", headers).isNotNegative();
            headers.append((char) letter);
        }
        return headers.toString();
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static Socket connect() throws IOException {
        int port = Objects.requireNonNull(((WebServerApplicationContext) app).getWebServer())
                .getPort();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        return socket;
    }
}
