package se.brygga.cli.options;

import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.brygga.cli.server.Server;
import se.brygga.cli.terminal.Lines;
import se.brygga.cli.terminal.Text;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.RequestRefused;

/** A command: parses, asks the starter, prints. */
public abstract class ServerCommand implements Callable<Integer> {

    /** The root command, which knows the starter. */
    public interface Root {

        /** The starter. */
        Server server();

        /** The command line's own words, in the language of the line. */
        Lines lines();
    }

    /** Wrong usage that a command itself found. The message is in the language of the line. */
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
    protected final ParameterException usage(Text line, @Nullable Object... values) {
        return new WrongUsage(spec(), lines -> lines.say(line, values));
    }

    /** Wrong usage whose text is a refusal. */
    protected final ParameterException usage(Refusal why) {
        return new WrongUsage(spec(), lines -> lines.say(why));
    }

    /** Reads what was typed. A refusal while reading is wrong usage. */
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
