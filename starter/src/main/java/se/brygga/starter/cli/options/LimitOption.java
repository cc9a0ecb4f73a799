package se.brygga.starter.cli.options;

import picocli.CommandLine.Option;

/** {@code --limit}: how long a list may be. */
public final class LimitOption {

    @Option(names = "--limit", description = "at most so many; default: ${DEFAULT-VALUE}")
    private int limit = 100;

    /** The longest list that is asked for. */
    public int limit() {
        return limit;
    }
}
