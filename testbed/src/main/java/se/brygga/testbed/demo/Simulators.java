package se.brygga.testbed.demo;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.brygga.simulators.specter.SpecterSimulator;
import se.brygga.simulators.starweb.StarwebSimulator;

/** {@code brygga simulators}. */
@Command(name = "simulators", description = "Runs the two simulators until Ctrl-C.", mixinStandardHelpOptions = true)
public final class Simulators implements Callable<Integer> {

    @Mixin
    private Ports ports = new Ports();

    @Override
    public Integer call() throws InterruptedException {
        Ports.check(ports.ofSimulators());
        try (StarwebSimulator starweb = ports.startStarweb();
                SpecterSimulator specter = ports.startSpecter()) {
            System.out.println("Starweb: " + starweb.uri() + "   Specter: " + specter.uri() + "   (Ctrl-C ends)");
            Thread.currentThread().join();
            return 0;
        }
    }
}
