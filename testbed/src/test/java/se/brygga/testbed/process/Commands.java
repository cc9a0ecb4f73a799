package se.brygga.testbed.process;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import se.brygga.cli.Brygga;
import se.brygga.cli.server.Profile;
import se.brygga.cli.server.Server;
import se.brygga.starter.desk.Operator;
import se.brygga.starter.desk.access.AccessDesk;
import se.brygga.starter.desk.access.AccessDesk.NewToken;
import se.brygga.starter.desk.access.Right;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands as an operator types them, which ask a world's starter over its API. */
final class Commands {

    /** What a command printed. */
    record Said(int exit, String out, String err) {

        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private final String token;
    private final Server server;

    Commands(World world) {
        token = world.apps
                .bean(AccessDesk.class)
                .make(new NewToken.Wish("tests", Set.of(Right.values()), Set.of()), new Operator("root", null))
                .secret();
        server = at(world.apps::starterUri);
    }

    /** A starter, with a token that may do everything. */
    Server at(Supplier<URI> starter) {
        return Server.of(() -> new Profile(starter.get().toString(), token));
    }

    Said brygga(String... arguments) {
        return asked(server, arguments);
    }

    /** A command that asks another starter, or with another token. */
    static Said asked(Server server, String... arguments) {
        PrintStream out = Objects.requireNonNull(System.out);
        PrintStream err = Objects.requireNonNull(System.err);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            int exit = Brygga.run(server, arguments);
            return new Said(exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
