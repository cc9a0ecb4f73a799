package se.brygga.testbed.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;

/** Ports on 127.0.0.1; 0 picks a free one. */
final class Ports {

    private static final int HIGHEST = 65_535;

    /** @param option the command line's name for the port */
    record Wanted(String option, int port) {}

    @Option(names = "--starweb-port", description = "Starweb simulator; default: ${DEFAULT-VALUE}")
    int starweb = 8090;

    @Option(names = "--specter-port", description = "Specter simulator; default: ${DEFAULT-VALUE}")
    int specter = 8091;

    List<Wanted> ofSimulators() {
        return List.of(new Wanted("--starweb-port", starweb), new Wanted("--specter-port", specter));
    }

    /**
     * Looks at all ports before anything starts. They are held until all are looked at, so that a port that two options
     * name is taken as well.
     *
     * @throws IllegalStateException some cannot be had; the text names each, and its option
     */
    static void check(List<Wanted> all) {
        List<ServerSocket> held = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Wanted wanted : all) {
            if (wanted.port() < 0 || wanted.port() > HIGHEST) {
                refused.add("%s=%d is no port: give one from 1 to %d, or 0 for any free one"
                        .formatted(wanted.option(), wanted.port(), HIGHEST));
                continue;
            }
            try {
                held.add(new ServerSocket(wanted.port(), 1, InetAddress.getLoopbackAddress()));
            } catch (IOException e) {
                refused.add(taken(wanted));
            }
        }
        held.forEach(Ports::release);
        if (!refused.isEmpty()) {
            throw new IllegalStateException(String.join("\n        ", refused));
        }
    }

    StarwebSimulator startStarweb() {
        try {
            return StarwebSimulator.start(starweb, 1, Clock.systemUTC());
        } catch (IOException e) {
            throw new IllegalStateException(taken(new Wanted("--starweb-port", starweb)), e);
        }
    }

    SpecterSimulator startSpecter() {
        try {
            return SpecterSimulator.start(specter, 1, Clock.systemUTC());
        } catch (IOException e) {
            throw new IllegalStateException(taken(new Wanted("--specter-port", specter)), e);
        }
    }

    private static String taken(Wanted wanted) {
        return "port %d is taken: stop what uses it (another demo?), or choose another with %s=PORT (0: any free one)"
                .formatted(wanted.port(), wanted.option());
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("port " + socket.getLocalPort() + " cannot be released", e);
        }
    }
}
