package se.brygga.testbed.process;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.brygga.cli.Brygga;
import se.brygga.cli.server.Profile;
import se.brygga.cli.server.Server;
import se.brygga.starter.StarterApplication;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.AccessDesk.NewToken;
import se.brygga.starter.desk.access.Right;
import se.brygga.testbed.kit.Apps;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands as an operator types them, against a world's database and engine. */
final class Commands implements AutoCloseable {

    /** What a command printed. */
    record Said(int exit, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    /** The starter has what needs its key or its database, and the command line the rest. */
    private static final Set<String> BOTH = Set.of("key", "token");

    private final Map<String, String> before = new HashMap<>();
    private final String token;
    private final Server server;

    Commands(World world) {
        token = world.apps
                .bean(AccessDesk.class)
                .make(new NewToken.Wish("tests", Set.of(Right.values()), Set.of()), new Operator("root", null))
                .secret();
        server = at(world.apps::starterUri);
        Map<String, String> properties = Apps.properties(world.database, world.temporal, 0, Map.of());
        properties.put("brygga.public-url", world.apps.starterUri().toString());
        properties.forEach(this::set);
    }

    /** A starter, with a token that may do everything. */
    Server at(Supplier<URI> starter) {
        return Server.of(() -> new Profile(starter.get().toString(), token));
    }

    private void set(String key, String value) {
        before.put(key, System.getProperty(key, ""));
        System.setProperty(key, value);
    }

    /** A command that still opens the database does so; any other asks the starter. */
    Said brygga(String... arguments) {
        return se.brygga.starter.cli.Brygga.commands().contains(arguments[0]) && !BOTH.contains(arguments[0])
                ? said(() -> StarterApplication.command(arguments))
                : thin(server, arguments);
    }

    /** The command line that asks the starter over its API. */
    Said thin(Server server, String... arguments) {
        return said(() -> Brygga.run(server, arguments));
    }

    private static Said said(IntSupplier command) {
        PrintStream out = Objects.requireNonNull(System.out);
        PrintStream err = Objects.requireNonNull(System.err);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int exit = command.getAsInt();
            return new Said(exit, said.toString(StandardCharsets.UTF_8), withoutLogging(complained));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** A command starts its logging over, and the apps of this process log through the same one: it complains of what comes between. */
    private static String withoutLogging(ByteArrayOutputStream complained) {
        return complained
                .toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.contains(" |-WARN in ch.qos.logback") && !line.contains(" |-WARN in Logger["))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        before.forEach((key, value) -> {
            if (value.isEmpty()) {
                System.clearProperty(key);
            } else {
                System.setProperty(key, value);
            }
        });
    }
}
