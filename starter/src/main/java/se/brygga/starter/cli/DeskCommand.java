package se.brygga.starter.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command: parses, calls one method of the desk, prints. */
abstract class DeskCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    /** One part of the desk. The desk is opened at the first call. */
    protected final <D> D desk(Class<D> part) {
        return brygga().part(part);
    }

    /** The root, which has the texts. */
    protected final Brygga brygga() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification of each command");
        }
        return (Brygga) spec.root().userObject();
    }
}
