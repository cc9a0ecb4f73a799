package se.brygga.starter.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.brygga.starter.desk.Operator;

/** {@code --by} and {@code --reason}: every command that changes something takes both. */
final class OperatorOptions {

    @Option(names = "--by", description = "who decides; default: the login here")
    private String by = System.getProperty("user.name");

    @Option(names = "--reason", description = "why; kept in the audit log")
    private @Nullable String reason;

    /** Who decides, and why. The desk says if something is missing. */
    public Operator operator() {
        return new Operator(by, reason);
    }
}
