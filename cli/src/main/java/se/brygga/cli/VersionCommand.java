package se.brygga.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code brygga version}. */
@Command(
        name = "version",
        description = "Says which version this is.",
        footer = {"", "Example: brygga version"})
final class VersionCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        String version = VersionCommand.class.getPackage().getImplementationVersion();
        System.out.println("brygga " + (version == null ? "of a checkout" : version));
        return 0;
    }
}
