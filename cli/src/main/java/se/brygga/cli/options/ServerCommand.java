package se.brygga.cli.options;

import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Line;
import se.brygga.cli.terminal.Lines;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/** A command: parses, asks the starter, prints. */
public abstract class ServerCommand implements Callable<Integer> {

    /** The first word of the line, which knows the starter. */
    public interface Root {

        /** The starter. */
        Server server();

        /** The command line's own words, in the language that is asked for. */
        Lines lines();
    }

    /** Wrong usage that a command has found itself. The message is in the language that is asked for. */
    public static final class WrongUsage extends ParameterException {

        private static final long serialVersionUID = 1;

        /** @param spec of the command */
        WrongUsage(CommandSpec spec, Function<Lines, String> what) {
            super(spec.commandLine(), what.apply(((Root) spec.root().userObject()).lines()));
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    /** The starter. */
    protected final Server server() {
        return ((Root) spec().root().userObject()).server();
    }

    /** The command line's own words. */
    protected final Lines lines() {
        return ((Root) spec().root().userObject()).lines();
    }

    /** Wrong usage, which is said with the usage of this command. */
    protected final ParameterException usage(Line line, @Nullable Object... values) {
        return new WrongUsage(spec(), lines -> lines.say(line, values));
    }

    /** The same for what is refused elsewhere too. */
    protected final ParameterException usage(Refusal why) {
        return new WrongUsage(spec(), lines -> lines.say(why));
    }

    /** Reads what was typed. A refusal of it is wrong usage. */
    protected final <T> T typed(Supplier<T> read) {
        try {
            return read.get();
        } catch (RequestRefused refused) {
            throw usage(refused.refusal());
        }
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification of each command");
        }
        return spec;
    }
}
