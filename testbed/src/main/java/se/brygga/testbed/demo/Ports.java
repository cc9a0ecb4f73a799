package se.brygga.testbed.demo;

import java.io.IOException;
import java.time.Clock;
import picocli.CommandLine.Option;
import se.brygga.testbed.specter.SpecterSimulator;
import se.brygga.testbed.starweb.StarwebSimulator;

/** Ports on 127.0.0.1; 0 picks a free one. */
final class Ports {

    @Option(names = "--starweb-port", description = "Starweb simulator; default: ${DEFAULT-VALUE}")
    int starweb = 8090;

    @Option(names = "--specter-port", description = "Specter simulator; default: ${DEFAULT-VALUE}")
    int specter = 8091;

    StarwebSimulator startStarweb() {
        try {
            return StarwebSimulator.start(starweb, 1, Clock.systemUTC());
        } catch (IOException e) {
            throw taken(starweb, "--starweb-port");
        }
    }

    SpecterSimulator startSpecter() {
        try {
            return SpecterSimulator.start(specter, 1, Clock.systemUTC());
        } catch (IOException e) {
            throw taken(specter, "--specter-port");
        }
    }

    private static IllegalStateException taken(int port, String option) {
        return new IllegalStateException(
                "port " + port + " is taken (is another demo running?); stop what uses it, or choose" + " another with "
                        + option + "=0");
    }
}
