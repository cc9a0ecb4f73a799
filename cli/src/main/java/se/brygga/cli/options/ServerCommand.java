package se.brygga.cli.options;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.brygga.cli.server.Server;

/** A command: parses, asks the starter, prints. */
public abstract class ServerCommand implements Callable<Integer> {

    /** The first word of the line, which knows the starter. */
    public interface Root {

        /** The starter. */
        Server server();
    }

    @Spec
    private @Nullable CommandSpec spec;

    /** The starter. */
    protected final Server server() {
        return ((Root) spec().root().userObject()).server();
    }

    /** Wrong usage, which is said with the usage of this command. */
    protected final ParameterException usage(String what) {
        return new ParameterException(spec().commandLine(), what);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification of each command");
        }
        return spec;
    }
}
