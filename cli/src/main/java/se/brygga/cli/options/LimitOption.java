package se.brygga.cli.options;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.brygga.cli.terminal.Line;

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
            description = "${bundle:help.limit.limit} ${DEFAULT-VALUE}",
            defaultValue = "100",
            paramLabel = "NUMBER")
    void limit(int typed) {
        if (typed < 1 && command != null) {
            throw new ServerCommand.WrongUsage(command, lines -> lines.say(Line.AT_LEAST_ONE, "--limit", typed));
        }
        limit = typed;
    }
}
