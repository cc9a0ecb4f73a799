package se.brygga.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --limit}: how long a list may be. */
public final class LimitOption {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private int limit;

    /** The longest list that is asked for; at least one line. */
    public int limit() {
        return limit;
    }

    @Option(
            names = "--limit",
            description = "at most so many; default: ${DEFAULT-VALUE}",
            defaultValue = "100",
            paramLabel = "NUMBER")
    void limit(int typed) {
        if (typed < 1 && command != null) {
            throw new ParameterException(command.commandLine(), "--limit is at least 1, not " + typed);
        }
        limit = typed;
    }
}
