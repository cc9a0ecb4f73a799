package se.brygga.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code brygga version}. */
@Command(
        name = "version",
        description = "${bundle:help.version}",
        footer = {"", "${bundle:help.version.examples}"})
final class VersionCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        System.out.println("brygga " + (version == null ? "of a checkout" : version));
        return 0;
    }
}
