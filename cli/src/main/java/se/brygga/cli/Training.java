package se.brygga.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import se.brygga.cli.server.Profile;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Terminal;

/**
 * A run that the launcher makes once when it builds, so that Java stores the classes in an AOT cache. The run gives the
 * two commands that people use most. This process itself plays the starter.
 */
final class Training {

    private Training() {}

    /** @return exit code: 0 when each command was answered */
    static int run() throws IOException {
        HttpServer starter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        starter.createContext("/api/v1/orders", exchange -> answer(exchange, "orders.json"));
        starter.createContext("/api/v1/orders/", exchange -> answer(exchange, "order.json"));
        starter.start();
        Server server = Server.of(
                () -> new Profile("http://127.0.0.1:" + starter.getAddress().getPort(), "token"));
        try {
            return Math.max(
                    Brygga.run(server, "orders", "list", "--limit", "2", "--lang", "sv"),
                    Math.max(
                            Brygga.run(server, "orders", "list", "--limit", "2", "--lang", "en", "--json"),
                            Brygga.run(server, "orders", "show", "10025", "--lang", "en")));
        } finally {
            starter.stop(0);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Terminal.guard();
        System.exit(run());
    }

    private static void answer(HttpExchange exchange, String file) throws IOException {
        try (exchange;
                InputStream answer = Objects.requireNonNull(Training.class.getResourceAsStream("training/" + file))) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, 0);
            answer.transferTo(exchange.getResponseBody());
        }
    }
}
