package se.brygga.starter.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.brygga.starter.desk.door.DeskDoor;

/** A command: parses, calls one method of the desk, prints. */
abstract class DeskCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    /** One part of the desk. The desk is opened at the first call. */
    protected final <D> D desk(Class<D> part) {
        return ((DeskDoor) spec().root().userObject()).part(part);
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
